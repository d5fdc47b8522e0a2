package org.jielian.portal.clients;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jielian.portal.i18n.Numbers;

/**
 * How far an imported file has come and what became of its rows.
 *
 * @param columns names in the file's header
 * @param preview the preview this import applied; {@code null} if there was none
 * @param application the import that applied this preview; {@code null} as long as there is none
 * @param undoes the import this job takes back; {@code null} when it brings a file
 * @param undoneBy the job that takes this import back; {@code null} as long as there is none
 * @param reason why it is undone
 * @param first the first rows of each kind, once all are dealt with
 */
public record ImportJob(
        String id,
        String kind,
        String name,
        List<String> columns,
        String state,
        boolean dryRun,
        String preview,
        String application,
        String undoes,
        String undoneBy,
        String reason,
        String who,
        String node,
        Long totalRows,
        long rows,
        long added,
        long changed,
        long unchanged,
        long refused,
        List<RowError> errors,
        int errorsShown,
        long errorsTotal,
        long findingsTotal,
        Map<String, List<Row>> first,
        String failure,
        Instant startedAt,
        Instant finishedAt,
        Long rowsPerSecond) {
    public ImportJob {
        errors = errors == null ? List.of() : List.copyOf(errors);
        columns = columns == null ? List.of() : List.copyOf(columns);
        first = first == null ? Map.of() : Map.copyOf(first);
    }

    /**
     * A row of the file.
     *
     * @param cells as they stand in the file, in the order of {@code columns}; {@code null} where one is empty
     * @param before what stood there before, by column, where it differs; {@code null} when nothing did
     */
    public record Row(long line, List<String> cells, Map<String, String> before, List<RowError> errors) {
        public Row {
            before = before == null ? Map.of() : before;
            errors = errors == null ? List.of() : List.copyOf(errors);
        }
    }

    /** A finding in the file. */
    public record RowError(
            long line,
            String column,
            String value,
            String code,
            String severity,
            String rule,
            String expected,
            String message) {}

    public boolean running() {
        return "RUNNING".equals(state);
    }

    public boolean failed() {
        return "FAILED".equals(state);
    }

    public boolean good() {
        return "DONE".equals(state);
    }

    /** Checked, waiting for somebody to confirm it. */
    public boolean waits() {
        return dryRun && good() && application == null;
    }

    /** Takes an import back instead of bringing a file. */
    public boolean isUndo() {
        return undoes != null;
    }

    /** Whether there is something to take back. Whether nothing builds on it, only the service knows. */
    public boolean canBeUndone() {
        return "reports".equals(kind) && !dryRun && !isUndo() && !running() && undoneBy == null && takes();
    }

    public long count(String fate) {
        return switch (fate) {
            case "ADDED" -> added;
            case "CHANGED" -> changed;
            case "UNCHANGED" -> unchanged;
            default -> refused;
        };
    }

    public long percent() {
        return totalRows == null || totalRows == 0 ? 0 : Math.min(100, rows * 100 / totalRows);
    }

    /** Whether there is a cell to be marked. */
    public boolean hasMarks() {
        return errorsTotal + findingsTotal > 0;
    }

    /** Rows that are, or would be, taken and change something. */
    public boolean takes() {
        return added + changed > 0;
    }

    public String takenText() {
        return Numbers.format(added + changed);
    }

    public String rowsText() {
        return Numbers.format(rows);
    }
}
