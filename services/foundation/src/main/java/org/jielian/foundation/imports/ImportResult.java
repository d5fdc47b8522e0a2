package org.jielian.foundation.imports;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * How far an imported file has come and what became of its rows.
 *
 * @param name what its sender calls the file; {@code null} if nobody said
 * @param columns names in the file's header
 * @param state RUNNING, DONE or FAILED; a failed one can be sent again, rows already taken are found unchanged
 * @param dryRun whether it is a preview, which writes nothing
 * @param preview the preview that this import applied; {@code null} if there was none
 * @param application the import that applied this preview; {@code null} as long as there is none
 * @param undoes the import that this job takes back, as {@code changed}; {@code null} when it brings a file
 * @param undoneBy the job that takes this import back; {@code null} as long as there is none
 * @param reason why it is undone; {@code null} for anything but an undo
 * @param who who brought it
 * @param node in whose name; {@code null} for the operator
 * @param totalRows rows in the file without the header
 * @param rows rows dealt with so far = added + changed + unchanged + refused
 * @param errors the first {@code errorsShown} of what rows were refused for, in the order of the file
 * @param findings the first of what was found in rows that are taken all the same
 * @param first the first rows of each kind, once all are dealt with; more are at {@code /api/imports/{id}/rows}
 * @param failure why it failed; {@code null} unless it did
 * @param rowsPerSecond speed so far; {@code null} in the first moment
 */
public record ImportResult(
        UUID id,
        String kind,
        String name,
        List<String> columns,
        String state,
        boolean dryRun,
        UUID preview,
        UUID application,
        UUID undoes,
        UUID undoneBy,
        String reason,
        String who,
        String node,
        Long totalRows,
        long rows,
        long added,
        long changed,
        long unchanged,
        long refused,
        List<Error> errors,
        int errorsShown,
        long errorsTotal,
        List<Error> findings,
        long findingsTotal,
        Map<Fate, List<Row>> first,
        String failure,
        Instant startedAt,
        Instant finishedAt,
        Long rowsPerSecond) {
    /**
     * A finding in the reader's language.
     *
     * @param severity HARD: the row is refused; SOFT and REVIEW: it is taken
     */
    public record Error(
            long line,
            String column,
            String value,
            String code,
            RowError.Severity severity,
            String rule,
            String expected,
            String message) {
        static Error of(RowError e, String language) {
            return new Error(
                    e.line(),
                    e.column(),
                    e.value(),
                    e.code(),
                    e.severity(),
                    e.rule(),
                    e.expected(),
                    e.message().in(language));
        }
    }

    /**
     * A row of the file and what it does.
     *
     * @param cells as they stand in the file, in the order of {@code columns}
     * @param before what stood there before, by column, where it differs; {@code null} when nothing did. A column that is not in the file
     *     loses its value.
     * @param errors what was found in it
     */
    public record Row(long line, List<String> cells, Map<String, String> before, List<Error> errors) {
        static Row of(ImportRecords.Row row, List<RowError> errors, String language) {
            return new Row(
                    row.line(),
                    row.cells(),
                    row.before(),
                    errors.stream().map(e -> Error.of(e, language)).toList());
        }
    }

    static ImportResult of(
            ImportJob job,
            List<Error> errors,
            List<Error> findings,
            Map<Fate, List<Row>> first,
            String language,
            Instant now) {
        Instant end = job.finishedAt() == null ? now : job.finishedAt();
        long millis = Duration.between(job.startedAt(), end).toMillis();
        return new ImportResult(
                job.id(),
                job.kind(),
                job.name(),
                job.columns(),
                job.state(),
                job.dryRun(),
                job.preview(),
                job.application(),
                job.undoes(),
                job.undoneBy(),
                job.reason(),
                job.who(),
                job.node(),
                job.totalRows(),
                job.rowsDone(),
                job.added(),
                job.changed(),
                job.unchanged(),
                job.refused(),
                errors,
                errors.size(),
                job.errorsTotal(),
                findings,
                job.findingsTotal(),
                first,
                job.failure() == null ? null : job.failure().in(language),
                job.startedAt(),
                job.finishedAt(),
                millis < 1 ? null : job.rowsDone() * 1000 / millis);
    }
}
