package org.jielian.supervision.recognition;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jielian.foundation.access.Person;
import org.jielian.foundation.problems.CommonProblem;
import org.jielian.foundation.time.WorkingDays;
import org.jielian.supervision.scoring.Score;
import org.jielian.supervision.scoring.Scorer;
import org.jielian.supervision.scoring.Total;

/** What each step of {@link Steps} takes and changes: numbers, terms, who holds the title next. */
@Singleton
class StepEffects {
    @Inject
    Judging judging;

    @Inject
    Numbering numbering;

    @Inject
    WorkingDays workingDays;

    @Inject
    RecognitionConfig config;

    @Inject
    EntityManager em;

    @Inject
    Person person;

    @Inject
    Clock clock;

    /** What has to hold, and all that changes besides the state itself. */
    State of(Title title, String path, Recognising.Asked asked, String node) {
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
        Set<String> known = new HashSet<>();
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

    private State ended(Title title, Recognising.Asked asked) {
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

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
