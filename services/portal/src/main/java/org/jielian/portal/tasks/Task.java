package org.jielian.portal.tasks;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jielian.contracts.TaskState;
import org.jielian.portal.clients.Bilingual;

/** A task (督办) as {@code supervision} tells it. */
public record Task(
        TaskState task,
        Bilingual title,
        Bilingual detail,
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
        List<String> may,
        List<Cause> causes,
        List<Basis> basis,
        List<Rung> records,
        List<Step> history) {
    public Task {
        basis = basis == null ? List.of() : List.copyOf(basis);
    }

    /** The last public criticism; {@code null} while there was none. */
    public Rung criticism() {
        return records.stream()
                .filter(r -> r.rung().equals("CRITICISED"))
                .reduce((former, last) -> last)
                .orElse(null);
    }

    /** What an answer shows. */
    public record File(String id, String name) {}

    /** What it was opened for. */
    public record Cause(
            String node, String period, String titleZh, String titleEn, Instant since, Instant goneAt, String key) {}

    /** A public criticism or a summons. */
    public record Rung(String rung, String byRegion, String byRegionName, LocalDate due, Instant at) {}

    /** By what the results were made that it was opened for. */
    public record Basis(String release, String coefficientSet, Long coefficientVersion) {}

    /** One step. */
    public record Step(Instant at, String who, String node, String action, String reason, String status, String rung) {}

    /** In a list. */
    public record Line(
            String id,
            String kind,
            String period,
            Bilingual title,
            String target,
            String targetName,
            String issuer,
            String holder,
            String holderName,
            String status,
            String rung,
            LocalDate due,
            Instant causeGoneAt) {}
}
