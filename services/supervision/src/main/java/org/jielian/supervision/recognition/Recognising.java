package org.jielian.supervision.recognition;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jielian.foundation.access.Person;
import org.jielian.foundation.notices.Notice;
import org.jielian.foundation.notices.Notices;
import org.jielian.foundation.problems.CommonProblem;
import org.jielian.foundation.problems.Text;
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
    StepEffects effects;

    @Inject
    Notices notices;

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
        State to = effects.of(title, path, asked, node);
        if (!Steps.TABLE.leads(before, asked.action(), to)) {
            throw new IllegalStateException(before + " " + asked.action() + " " + to + " is not in the table");
        }
        title.state = to;
        if (to.isFinal()) {
            title.endedOn = LocalDate.now(clock);
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

    static boolean blank(String text) {
        return text == null || text.isBlank();
    }
}
