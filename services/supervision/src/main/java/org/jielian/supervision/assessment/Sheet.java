package org.jielian.supervision.assessment;

import static org.jielian.supervision.assessment.AssessmentSteps.TABLE;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jielian.contracts.AssessmentState;
import org.jielian.supervision.states.StateTable.Row;

/** One year of one region or unit as the region above it assesses it (考核表). Every change is a row of {@link AssessmentSteps}. */
@JsonAutoDetect(
        fieldVisibility = JsonAutoDetect.Visibility.ANY,
        getterVisibility = JsonAutoDetect.Visibility.NONE,
        isGetterVisibility = JsonAutoDetect.Visibility.NONE)
final class Sheet {
    /** Something a person said or did. */
    record Said(String text, String by, String node, Instant at) {}

    UUID id;
    String assessed;
    String name;
    boolean unit;
    String assessor;
    int year;
    String standardCode;
    Stage state = Stage.COMPUTED;
    long version;
    Rules rules;
    Inputs inputs;
    Outcome outcome;
    Instant computedAt;
    /** Who sent it, and until when the assessed may state its case. */
    Said sent;

    LocalDate statementBy;
    Said statement;
    Said confirmed;
    Said published;
    /** Why it was taken back the last time. */
    Said returned;

    /** Other numbers, as long as nobody was shown these. */
    void compute(Rules by, Inputs from, Instant now) {
        if (state.isFrozen()) throw new IllegalStateException("a sheet that was sent keeps its numbers");
        rules = by;
        inputs = from;
        outcome = Computing.of(by, from);
        computedAt = now;
    }

    void send(Actor who, LocalDate until, Instant now) {
        Row<Stage, AssessmentAction> step = step(AssessmentAction.SEND, who);
        if (outcome.grade() == null) {
            throw AssessmentProblem.NOT_ASSESSABLE.because(
                    "%s 没有可考核的数据", "there are no data to assess %s by", assessed);
        }
        sent = said(null, who, now);
        statementBy = until;
        statement = null;
        state = step.to();
    }

    void state(Actor who, String text, Instant now) {
        Row<Stage, AssessmentAction> step = step(AssessmentAction.STATE, who);
        statement = said(text, who, now);
        state = step.to();
    }

    void confirm(Actor who, LocalDate today, Instant now) {
        Row<Stage, AssessmentAction> step = step(AssessmentAction.CONFIRM, who);
        if (state == Stage.SENT && !today.isAfter(statementBy)) {
            throw AssessmentProblem.STATEMENT_AWAITED.because(
                    "被考核方可在 %s 前陈述意见", "the assessed may state its case until %s", statementBy);
        }
        confirmed = said(null, who, now);
        state = step.to();
    }

    void publish(Actor who, Instant now) {
        Row<Stage, AssessmentAction> step = step(AssessmentAction.PUBLISH, who);
        published = said(null, who, now);
        state = step.to();
    }

    /** Back to be computed again; what was said stays to be read. */
    void sendBack(Actor who, String reason, Instant now) {
        Row<Stage, AssessmentAction> step = step(AssessmentAction.RETURN, who);
        returned = said(reason, who, now);
        confirmed = null;
        state = step.to();
    }

    /** Refused unless somebody may compute it again now. */
    void requireComputes(Actor who) {
        step(AssessmentAction.RECOMPUTE, who);
    }

    /** What somebody may do with it now. */
    List<AssessmentAction> possibleFor(Actor who) {
        return TABLE.from(state).stream()
                .filter(row -> may((AssessmentParty) row.who(), who))
                .map(Row::action)
                .distinct()
                .toList();
    }

    private Row<Stage, AssessmentAction> step(AssessmentAction action, Actor who) {
        List<Row<Stage, AssessmentAction>> possible = TABLE.require(state, action);
        for (Row<Stage, AssessmentAction> row : possible) if (may((AssessmentParty) row.who(), who)) return row;
        if (action == AssessmentAction.CONFIRM && assessor.equals(who.node())) {
            throw AssessmentProblem.OWN_WORK.because(
                    "请由 %s 以外的人确认", "somebody else than %s has to confirm it", sent.by());
        }
        throw TABLE.notYours(possible);
    }

    private boolean may(AssessmentParty party, Actor who) {
        return switch (party) {
            case ASSESSOR -> assessor.equals(who.node());
            case SOMEBODY_ELSE -> assessor.equals(who.node()) && !who.name().equals(sent.by());
            case ASSESSED -> assessed.equals(who.node());
        };
    }

    private static Said said(String text, Actor who, Instant now) {
        return new Said(text, who.name(), who.node(), now);
    }

    /** Who takes a step; the operator and strangers have no node. */
    record Actor(String name, String node) {}

    AssessmentState fact(Instant now) {
        return new AssessmentState(
                assessed,
                year,
                version,
                assessor,
                standardCode,
                inputs.release(),
                state.name(),
                outcome.score(),
                outcome.grade() == null ? null : outcome.grade().name(),
                !outcome.vetoes().isEmpty(),
                now);
    }
}
