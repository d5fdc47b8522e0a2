package org.jielian.supervision.inspections;

import static org.jielian.supervision.inspections.ProblemSteps.TABLE;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jielian.contracts.RectificationState;
import org.jielian.supervision.states.StateTable.Row;

/** One problem of a notice: what is required by when, and how the unit answered. Every change is a row of {@link ProblemSteps}. */
@JsonAutoDetect(
        fieldVisibility = JsonAutoDetect.Visibility.ANY,
        getterVisibility = JsonAutoDetect.Visibility.NONE,
        isGetterVisibility = JsonAutoDetect.Visibility.NONE)
final class NumberedProblem {
    int no;
    /** Code of the item it was found at; {@code null} for a problem beside the checklist. */
    String item;

    String clause;
    String found;
    Term term;
    LocalDate deadline;
    String responsible;
    /** What the unit has to show; {@code null} when its word is enough. */
    String evidenceAsked;

    ProblemStatus status = ProblemStatus.OPEN;
    String measure;
    LocalDate doneOn;
    List<UUID> evidence = List.of();
    String answeredBy;
    Instant answeredAt;
    LocalDate askedUntil;
    String askedReason;
    /** The last word of the authority. */
    String remark;

    String verifiedBy;
    Instant verifiedAt;

    void answer(
            Parties parties, Somebody who, String how, LocalDate on, List<UUID> files, LocalDate today, Instant now) {
        Row<ProblemStatus, ProblemAction> step = step(parties, ProblemAction.ANSWER, who);
        String said = Said.text(how);
        if (on == null || on.isAfter(today)) {
            throw InspectionProblem.NOT_A_VALID_DAY.because(
                    "请填写完成日期，不晚于今天（%s）", "give the day it was done, today (%s) at the latest", today);
        }
        if (evidenceAsked != null && files.isEmpty()) {
            throw InspectionProblem.EVIDENCE_MISSING.because("请附上：%s", "show this: %s", evidenceAsked);
        }
        measure = said;
        doneOn = on;
        evidence = List.copyOf(files);
        answeredBy = who.name();
        answeredAt = now;
        askedUntil = null;
        askedReason = null;
        status = step.to();
    }

    /** @param latest no problem is put off beyond that day */
    void askExtension(Parties parties, Somebody who, LocalDate until, LocalDate latest, String reason) {
        Row<ProblemStatus, ProblemAction> step = step(parties, ProblemAction.ASK_EXTENSION, who);
        String said = Said.text(reason);
        if (until == null || !until.isAfter(deadline) || until.isAfter(latest)) {
            throw InspectionProblem.NOT_A_VALID_DAY.because(
                    "延期日期应晚于 %s，不超过 %s", "the day has to be after %s, and %s at the latest", deadline, latest);
        }
        askedUntil = until;
        askedReason = said;
        status = step.to();
    }

    void grant(Parties parties, Somebody who, String word, LocalDate today) {
        Row<ProblemStatus, ProblemAction> step = step(parties, ProblemAction.GRANT, who);
        // granted after the day that was asked for has passed it would be no extension
        deadline = Said.notBefore(askedUntil, today);
        askedUntil = null;
        remark = word;
        status = step.to();
    }

    void refuse(Parties parties, Somebody who, String reason) {
        Row<ProblemStatus, ProblemAction> step = step(parties, ProblemAction.REFUSE, who);
        remark = Said.text(reason);
        askedUntil = null;
        status = step.to();
    }

    void verify(Parties parties, Somebody who, String word, Instant now) {
        Row<ProblemStatus, ProblemAction> step = step(parties, ProblemAction.VERIFY, who);
        remark = word;
        verifiedBy = who.name();
        verifiedAt = now;
        status = step.to();
    }

    /** @param least so much time is left at least */
    void sendBack(Parties parties, Somebody who, String reason, LocalDate least) {
        Row<ProblemStatus, ProblemAction> step = step(parties, ProblemAction.RETURN, who);
        remark = Said.text(reason);
        if (deadline.isBefore(least)) deadline = least;
        status = step.to();
    }

    boolean isOverdue(LocalDate today) {
        return status.isOwed() && deadline.isBefore(today);
    }

    List<ProblemAction> possibleFor(Parties parties, Somebody who) {
        return TABLE.from(status).stream()
                .filter(row -> may(parties, (ProblemParty) row.who(), who))
                .map(Row::action)
                .distinct()
                .toList();
    }

    /** Whom a notice is from and to. */
    record Parties(String issuer, String unit) {}

    private Row<ProblemStatus, ProblemAction> step(Parties parties, ProblemAction action, Somebody who) {
        List<Row<ProblemStatus, ProblemAction>> possible = TABLE.require(status, action);
        for (Row<ProblemStatus, ProblemAction> row : possible) {
            if (may(parties, (ProblemParty) row.who(), who)) return row;
        }
        if (action == ProblemAction.VERIFY && parties.issuer().equals(who.node())) {
            throw InspectionProblem.OWN_ANSWER.because(
                    "请由反馈人 %s 以外的人核实", "somebody else than %s has to verify it", answeredBy);
        }
        throw TABLE.notYours(possible);
    }

    private boolean may(Parties parties, ProblemParty party, Somebody who) {
        boolean issuer = parties.issuer().equals(who.node()) && !parties.unit().equals(who.node());
        return switch (party) {
            case UNIT -> parties.unit().equals(who.node());
            case ISSUER -> issuer;
            case SOMEBODY_ELSE -> issuer && !who.name().equals(answeredBy);
        };
    }

    RectificationState.Problem fact() {
        return new RectificationState.Problem(
                no, item, clause, term.name(), deadline, status.name(), answeredAt, answeredBy, verifiedAt, verifiedBy);
    }
}
