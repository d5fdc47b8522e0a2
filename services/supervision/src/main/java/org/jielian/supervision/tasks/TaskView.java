package org.jielian.supervision.tasks;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jielian.contracts.TaskState;
import org.jielian.foundation.audit.AuditTrail;
import org.jielian.foundation.problems.Text;

/**
 * One task with all that is known of it.
 *
 * @param evidence what the answer shows
 * @param climbsOn the day of the next rung unless it is answered before; {@code null} at the top
 * @param may what the caller may do about it now, by the table of steps
 * @param causes what it was opened for; empty for a task opened by a person
 * @param basis by what the results were made that it was opened for; empty where it was opened for no result
 * @param records public criticism and summonses
 * @param history every step, oldest first
 */
public record TaskView(
        TaskState task,
        Text title,
        Text detail,
        String targetName,
        String issuerName,
        String holderName,
        boolean grouped,
        LocalDate climbsOn,
        String answer,
        List<File> evidence,
        LocalDate askedUntil,
        String askedReason,
        String remark,
        List<TaskAction> may,
        List<CauseRows.Line> causes,
        List<Basis> basis,
        List<Record> records,
        List<Step> history) {
    /** A file in the evidence store. */
    public record File(UUID id, String name) {}

    /** A public criticism or a summons. */
    public record Record(TaskState.Rung rung, String byRegion, String byRegionName, LocalDate due, Instant at) {}

    /** A release of a standard, and the coefficient set of that version. */
    public record Basis(String release, String coefficientSet, Long coefficientVersion) {}

    /** One step, who took it, and where the task stood then. */
    public record Step(Instant at, String who, String node, String action, String reason, String status, String rung) {
        static Step of(AuditTrail.Entry e) {
            return new Step(
                    e.at(),
                    e.who(),
                    e.node(),
                    e.action(),
                    e.reason(),
                    e.after().path("status").asText(null),
                    e.after().path("rung").asText(null));
        }
    }

    /** A task as it stands in a list. */
    public record Line(
            UUID id,
            TaskKind kind,
            String period,
            Text title,
            String target,
            String targetName,
            String issuer,
            String holder,
            String holderName,
            TaskStatus status,
            TaskState.Rung rung,
            LocalDate due,
            Instant openedAt,
            String openedBy,
            Instant causeGoneAt,
            Instant closedAt) {
        static Line of(SupervisionTask t, String targetName, String holderName) {
            return new Line(
                    t.id,
                    t.kind,
                    t.period,
                    t.title(),
                    t.target,
                    targetName,
                    t.issuer,
                    t.holder,
                    holderName,
                    t.status,
                    t.rung,
                    t.due,
                    t.openedAt,
                    t.openedBy,
                    t.causeGoneAt,
                    t.closedAt);
        }
    }
}
