package org.jielian.supervision.recognition;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jielian.foundation.access.Person;
import org.jielian.foundation.notices.Notice;
import org.jielian.foundation.notices.Notices;
import org.jielian.foundation.problems.CommonProblem;
import org.jielian.foundation.problems.Text;
import org.jielian.foundation.time.WorkingDays;
import org.jielian.supervision.scoring.Score;
import org.jielian.supervision.scoring.Scorer;
import org.jielian.supervision.scoring.Total;
import org.jielian.supervision.states.StateTable;

/** Moves a title along {@link Steps}: who may, what it takes, and what follows. */
@Singleton
class Recognising {
    private static final Set<Action> WITH_REASON = Set.of(
            Action.RETURN,
            Action.REJECT,
            Action.OBJECT,
            Action.DISMISS,
            Action.UPHOLD,
            Action.OPEN_RECHECK,
            Action.CONFIRM,
            Action.RECTIFY,
            Action.REVOKE);

    @Inject
    Titles titles;

    @Inject
    Judging judging;

    @Inject
    Numbering numbering;

    @Inject
    WorkingDays workingDays;

    @Inject
    RecognitionConfig config;

    @Inject
    Notices notices;

    @Inject
    EntityManager em;

    @Inject
    Person person;

    @Inject
    Clock clock;

    /**
     * A step somebody asks for.
     *
     * @param reason what the person says; needed where the table says so
     * @param days the term of a rectification; {@code null} for the longest there may be
     */
    record Asked(Action action, String reason, Integer days) {}

    /** A person takes a step. */
    @Transactional
    Title step(UUID id, Asked asked) {
        if (asked == null || asked.action() == null) {
            throw CommonProblem.INVALID.because("请给出 action", "say which action");
        }
        Titles.Kept kept = titles.hold(id);
        Title title = kept.title();
        List<StateTable.Row<State, Action>> steps = Steps.TABLE.require(title.state, asked.action());
        if (steps.stream().noneMatch(s -> may((Who) s.who(), title, kept.path()))) {
            throw Steps.TABLE.notYours(steps);
        }
        if (WITH_REASON.contains(asked.action()) && blank(asked.reason())) {
            throw CommonProblem.INVALID.because("请说明理由", "give a reason");
        }
        take(title, kept.path(), asked, person.node());
        return title;
    }

    /** The system takes a step, because a day has come or the register or the figures have changed. */
    @Transactional(Transactional.TxType.MANDATORY)
    void bySystem(Titles.Kept kept, Action action, String reason) {
        if (Steps.TABLE.require(kept.title().state, action).stream().noneMatch(s -> s.who() == Who.SYSTEM)) {
            throw new IllegalStateException(kept.title().state + " " + action + " is no step of the system");
        }
        take(kept.title(), kept.path(), new Asked(action, reason, null), null);
    }

    /** What the caller may do with it now. */
    List<Action> open(Title title, String path) {
        return Steps.TABLE.from(title.state).stream()
                .filter(s -> may((Who) s.who(), title, path))
                .map(StateTable.Row::action)
                .filter(a -> a != Action.OBJECT || !title.isPaused())
                .filter(a -> a != Action.DISMISS && a != Action.UPHOLD || title.isPaused())
                .distinct()
                .toList();
    }

    private boolean may(Who who, Title title, String path) {
        String node = person.node();
        if (node == null) return false;
        return switch (who) {
            case UNIT -> node.equals(title.unitCode);
            case HOLDER -> node.equals(title.holder) && !node.equals(title.unitCode);
            case PROVINCE -> node.equals(title.province);
            case AUTHORITY -> !node.equals(title.unitCode) && path.contains("/" + node + "/");
            case SYSTEM -> false;
        };
    }

    private void take(Title title, String path, Asked asked, String node) {
        State before = title.state;
        State to = reach(title, path, asked, node);
        if (!Steps.TABLE.leads(before, asked.action(), to)) {
            throw new IllegalStateException(before + " " + asked.action() + " " + to + " is not in the table");
        }
        title.state = to;
        if (to.isFinal()) {
            title.endedOn = today();
            title.holder = null;
            title.due = null;
        }
        if (!blank(asked.reason())) {
            title.said = new Title.Said(asked.action(), asked.reason(), person.name(), node, clock.instant());
        }
        Total total = to == State.LAPSED ? null : judging.total(title, judging.of(title));
        titles.keep(
                title,
                path,
                asked.action().name(),
                before.name(),
                total == null ? null : total.score(),
                asked.reason());
        tell(title, asked);
    }

    /** What has to hold, and all that changes besides the state itself. */
    private State reach(Title title, String path, Asked asked, String node) {
        return switch (asked.action()) {
            case EVALUATE -> evaluate(title);
            case REOPEN -> backToTheUnit(title);
            case SUBMIT -> submit(title, path);
            case TAKE_UP, FORWARD -> forward(title, path, asked.action());
            case PUBLISH -> publish(title);
            case RETURN -> backToTheUnit(title);
            case REJECT, UPHOLD -> ended(title, asked);
            case OBJECT -> object(title, asked.reason(), node);
            case DISMISS -> dismiss(title, asked.reason());
            case RECOGNISE -> recognise(title);
            case OPEN_RECHECK -> openRecheck(title, path);
            case CONFIRM -> confirm(title);
            case RECTIFY -> rectify(title, asked.days());
            case REVOKE -> State.REVOKED;
            case BEGIN_ANEW -> beginAnew(title, path);
            case LAPSE -> State.LAPSED;
        };
    }

    private State evaluate(Title title) {
        Judging.Standard standard = judging.judging(title.regionCode, title.standardCode, title.year);
        Judging.Computed computed = judging.live(title);
        title.dropReviews();
        // the figures of this moment are what the unit was evaluated by
        computed.scores().forEach((item, score) -> {
            Score own = title.scores.getOrDefault(item, Map.of()).get(Scorer.SELF);
            if (own == null || own.applicable()) title.put(item, Scorer.SELF, score);
        });
        Set<String> known = new java.util.HashSet<>();
        standard.content().items().forEach(i -> known.add(i.code()));
        title.scores.keySet().retainAll(known);
        title.release = standard.release();
        Total total = Total.of(standard.content(), title.holding(Map.of()));
        if (!total.missing().isEmpty()) {
            throw TitleProblem.NOT_YET.because("尚未评分：%s", "not scored yet: %s", String.join(", ", total.missing()));
        }
        return State.SELF_EVALUATED;
    }

    private State backToTheUnit(Title title) {
        title.holder = title.unitCode;
        title.due = null;
        title.release = null;
        title.dropComputed();
        return State.DRAFT;
    }

    private State submit(Title title, String path) {
        requirePassing(title);
        List<String> line = line(path);
        title.regionCode = line.get(line.size() - 1);
        title.holder = title.regionCode;
        return State.SUBMITTED;
    }

    /** The regions above a unit, the province first. */
    private static List<String> line(String path) {
        List<String> codes = new ArrayList<>(List.of(path.substring(1).split("/")));
        codes.remove(codes.size() - 1);
        return codes;
    }

    private State forward(Title title, String path, Action action) {
        List<String> line = line(path);
        if (action == Action.FORWARD) {
            requireReviewed(title);
            title.holder = line.get(line.indexOf(title.holder) - 1);
        }
        String tier = tierOf(title.holder);
        title.drawn = null;
        State review = State.valueOf(tier + "_REVIEW");
        int days =
                switch (review) {
                    case COUNTY_REVIEW -> config.countyReview();
                    case CITY_REVIEW -> config.cityReview();
                    default -> config.provinceReview();
                };
        title.due = workingDays.plus(today(), days);
        return review;
    }

    private String tierOf(String region) {
        return (String) em.createNativeQuery("select tier from known_region where code = ?1")
                .setParameter(1, region)
                .getSingleResult();
    }

    private void requirePassing(Title title) {
        Total total = judging.total(title, judging.of(title));
        if (total.passes()) return;
        throw TitleProblem.NOT_YET.because(
                "得分 %s，约束性指标未满足：%s，未评分：%s",
                "score %s, binding items that fail: %s, not scored: %s",
                total.score() == null ? "—" : total.score().stripTrailingZeros().toPlainString(),
                total.failing(),
                total.missing());
    }

    private void requireReviewed(Title title) {
        requirePassing(title);
        if (title.state == State.COUNTY_REVIEW) return;
        if (title.drawn == null) {
            throw TitleProblem.NOT_YET.because("尚未抽取现场核查", "the sample for site visits has not been drawn");
        }
        if (title.drawn.visit() && !title.visitedBy(title.holder)) {
            throw TitleProblem.NOT_YET.because(
                    "已被抽中现场核查，请先记录核查情况", "it was drawn for a site visit; record the visit first");
        }
    }

    private State publish(Title title) {
        requireReviewed(title);
        title.noticeFrom = today();
        title.noticeUntil = workingDays.plus(today(), config.publicNotice());
        title.due = title.noticeUntil;
        title.holder = null;
        return State.PUBLIC_NOTICE;
    }

    private State object(Title title, String reason, String node) {
        if (title.isPaused()) throw TitleProblem.NOT_YET.because("已有未决异议", "an objection is open already");
        title.objections.add(new Title.Objection(reason, person.name(), node, clock.instant(), null, null));
        title.pausedWith = (int) today().plusDays(1)
                .datesUntil(title.noticeUntil.isBefore(today()) ? today().plusDays(1) : title.noticeUntil.plusDays(1))
                .filter(workingDays::isWorking)
                .count();
        title.holder = title.province;
        title.due = null;
        return State.PUBLIC_NOTICE;
    }

    private State dismiss(Title title, String reason) {
        requireDecides(title);
        title.decideObjection(reason, person.name());
        title.noticeUntil = workingDays.plus(today(), title.pausedWith);
        title.pausedWith = null;
        title.due = title.noticeUntil;
        title.holder = null;
        return State.PUBLIC_NOTICE;
    }

    private State ended(Title title, Asked asked) {
        if (asked.action() == Action.UPHOLD) {
            requireDecides(title);
            title.decideObjection(asked.reason(), person.name());
            title.pausedWith = null;
        }
        return State.REJECTED;
    }

    private void requireDecides(Title title) {
        Title.Objection open = title.openObjection();
        if (open == null) throw TitleProblem.NOT_YET.because("没有未决异议", "no objection is open");
        if (open.by().equals(person.name())) {
            throw CommonProblem.FORBIDDEN.because(
                    "异议须由登记人以外的人处理", "an objection is decided by somebody else than who entered it");
        }
    }

    private State recognise(Title title) {
        if (title.isPaused() || !today().isAfter(title.noticeUntil)) {
            throw TitleProblem.NOT_YET.because("公示尚未期满", "the notice is not over");
        }
        numbering.number(title, today().getYear());
        title.recognisedOn = today();
        return titled(title, State.RECOGNISED);
    }

    private State titled(Title title, State state) {
        title.holder = null;
        title.onSiteDue = today().plus(config.onSite());
        title.due = title.onSiteDue;
        return state;
    }

    private State openRecheck(Title title, String path) {
        List<String> line = line(path);
        title.holder = line.get(line.size() - 1);
        title.due = null;
        title.recheckedFrom = today();
        return State.UNDER_RECHECK;
    }

    private State confirm(Title title) {
        return titled(title, State.CONFIRMED);
    }

    private State rectify(Title title, Integer days) {
        int term = days == null ? config.rectification() : days;
        if (term < 1 || term > config.rectification()) {
            throw CommonProblem.INVALID.because(
                    "整改期限为 1 至 %s 天", "a rectification takes 1 to %s days", config.rectification());
        }
        title.due = today().plusDays(term);
        return State.RECTIFYING;
    }

    private State beginAnew(Title title, String path) {
        List<String> line = line(path);
        title.regionCode = line.get(line.size() - 1);
        title.province = line.get(0);
        title.holder = title.regionCode;
        title.due = null;
        return State.SUBMITTED;
    }

    private void tell(Title title, Asked asked) {
        Text heading = Text.of(
                "节约型机关认定：%s 处于“%s”",
                "Recognition: %s is in state %3$s",
                title.unitName,
                title.state.label().zh(),
                title.state);
        Text detail = Text.of("%s", "%s", blank(asked.reason()) ? title.unitName : asked.reason());
        Set<String> recipients = new java.util.LinkedHashSet<>(List.of(title.unitCode));
        if (title.holder != null) recipients.add(title.holder);
        for (String recipient : recipients) {
            if (recipient.equals(person.node()) || title.state == State.LAPSED) continue;
            notices.tell(new Notice(
                    recipient,
                    "TITLE_" + title.state,
                    "title/" + title.id,
                    heading,
                    detail,
                    "/titles/" + recipient + "/" + title.id));
        }
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    static boolean blank(String text) {
        return text == null || text.isBlank();
    }
}
