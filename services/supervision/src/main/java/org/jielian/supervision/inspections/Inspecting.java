package org.jielian.supervision.inspections;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jielian.foundation.access.Person;
import org.jielian.foundation.problems.CommonProblem;
import org.jielian.foundation.time.WorkingDays;
import org.jielian.supervision.evidence.EvidenceDesk;
import org.jielian.supervision.inspections.Inspection.Finding;

/** What the inspectors and the unit do about an inspection, short of serving a notice. */
@Singleton
class Inspecting {
    @Inject
    Inspections inspections;

    @Inject
    Checklists checklists;

    @Inject
    InspectionNews news;

    @Inject
    EvidenceDesk desk;

    @Inject
    WorkingDays working;

    @Inject
    InspectionsConfig config;

    @Inject
    Person person;

    @Inject
    Clock clock;

    /**
     * A step somebody asks for; what it needs says the table.
     *
     * @param text a statement or a reason
     * @param day another day
     * @param agrees whether the unit agrees with what was found
     * @param evidence about the unit; {@code null} for none
     */
    record Asked(InspectionAction action, String text, LocalDate day, Boolean agrees, List<UUID> evidence) {
        List<UUID> shown() {
            return evidence == null ? List.of() : evidence;
        }
    }

    /** What was found of an item. */
    record Looked(Outcome outcome, String remark, List<UUID> evidence) {
        List<UUID> shown() {
            return evidence == null ? List.of() : evidence;
        }
    }

    @Transactional
    Inspection step(UUID id, Asked asked) {
        if (asked == null || asked.action() == null) {
            throw CommonProblem.INVALID.because("请给出 action", "say which action");
        }
        Inspection inspection = inspections.step(id, asked.text(), i -> take(i, asked));
        news.stepped(inspection);
        return inspection;
    }

    private void take(Inspection i, Asked a) {
        Somebody who = Somebody.of(person);
        Instant now = clock.instant();
        LocalDate today = today();
        switch (a.action()) {
            case POSTPONE -> i.postpone(who, a.day(), a.text(), today, now);
            case BEGIN -> begin(i, who, today, now);
            case STATE_CASE -> i.stateCase(who, a.text(), shown(i, a.shown()), now);
            case CONCLUDE -> {
                LocalDate confirmBy = working.plus(today, config.confirmWithin());
                i.conclude(who, a.text(), shown(i, a.shown()), today, confirmBy, now);
            }
            case REOPEN -> i.reopen(who, a.text(), now);
            case CONFIRM -> {
                boolean agrees = a.agrees() == null || a.agrees();
                i.confirm(who, agrees, a.text(), shown(i, a.shown()), serveBy(i), now);
            }
            case CLOSE -> i.close(who, now);
            case REPEAT -> i.repeat(who, a.day(), a.text(), today, now);
            case CANCEL -> i.cancel(who, a.text(), now);
            case LOOK, SERVE, RECTIFY ->
                throw CommonProblem.INVALID.because("%s 另有接口", "%s is asked for in another way", a.action());
        }
    }

    private void begin(Inspection i, Somebody who, LocalDate today, Instant now) {
        i.begin(who, checklists.of(i.unitCode, i.standardCode, today), today, now);
    }

    @Transactional
    Inspection look(UUID id, String code, Looked looked) {
        if (looked == null || looked.outcome() == null) {
            throw CommonProblem.INVALID.because("请给出 outcome", "say what was found as outcome");
        }
        return inspections.step(id, looked.remark(), i -> {
            Instant now = clock.instant();
            String remark =
                    Said.isBlank(looked.remark()) ? null : looked.remark().strip();
            List<UUID> shown = shown(i, looked.shown());
            i.look(Somebody.of(person), code, new Finding(looked.outcome(), remark, shown, person.name(), now), now);
        });
    }

    /** All of it is about the unit; from here on both sides see it. */
    private List<UUID> shown(Inspection i, List<UUID> evidence) {
        List<UUID> ids =
                desk.require(evidence, i.unitCode).stream().map(e -> e.id()).toList();
        inspections.shows(i.id, ids);
        return ids;
    }

    private LocalDate serveBy(Inspection i) {
        return i.checkedOn == null ? today() : i.checkedOn.plusDays(config.serveWithin());
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }

    /** The unit let its day pass: what was found counts as it is. To be called in the system's own name. */
    @Transactional(Transactional.TxType.MANDATORY)
    void goOnInSilence(UUID id) {
        news.stepped(inspections.step(id, "被检查单位逾期未确认", i -> i.goOnInSilence(serveBy(i), clock.instant())));
    }

    /** To be called in the system's own name. */
    @Transactional(Transactional.TxType.MANDATORY)
    void cancelClosed(UUID id) {
        inspections.step(id, "单位已撤并", i -> i.cancel(Somebody.SYSTEM, "单位已撤并", clock.instant()));
    }
}
