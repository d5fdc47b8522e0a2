package org.jielian.foundation.imports;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * How far an imported file has come and what became of its rows.
 *
 * @param state RUNNING, DONE or FAILED; a failed one can be sent again, rows already taken are found unchanged
 * @param totalRows rows in the file without the header
 * @param rows rows dealt with so far = added + changed + unchanged + refused
 * @param errors the first {@code errorsShown} defects in the order of the file
 * @param failure why it failed; {@code null} unless it did
 * @param rowsPerSecond speed so far; {@code null} in the first moment
 */
public record ImportResult(
        UUID id,
        String kind,
        String state,
        boolean dryRun,
        Long totalRows,
        long rows,
        long added,
        long changed,
        long unchanged,
        long refused,
        List<Error> errors,
        int errorsShown,
        long errorsTotal,
        String failure,
        Instant startedAt,
        Instant finishedAt,
        Long rowsPerSecond) {
    /** A defect in the reader's language. */
    public record Error(long line, String column, String value, String code, String message) {
        static Error of(RowError e, String language) {
            return new Error(
                    e.line(), e.column(), e.value(), e.code(), e.message().in(language));
        }
    }

    static ImportResult of(ImportJob job, String language, Instant now) {
        List<Error> errors =
                job.errors().stream().map(e -> Error.of(e, language)).toList();
        Instant end = job.finishedAt() == null ? now : job.finishedAt();
        long millis = Duration.between(job.startedAt(), end).toMillis();
        return new ImportResult(
                job.id(),
                job.kind(),
                job.state(),
                job.dryRun(),
                job.totalRows(),
                job.rowsDone(),
                job.added(),
                job.changed(),
                job.unchanged(),
                job.refused(),
                errors,
                errors.size(),
                job.errorsTotal(),
                job.failure() == null ? null : job.failure().in(language),
                job.startedAt(),
                job.finishedAt(),
                millis < 1 ? null : job.rowsDone() * 1000 / millis);
    }
}
