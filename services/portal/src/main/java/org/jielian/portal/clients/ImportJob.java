package org.jielian.portal.clients;

import java.time.Instant;
import java.util.List;
import org.jielian.portal.i18n.Numbers;

/** How far an imported file has come and what became of its rows. */
public record ImportJob(
        String id,
        String state,
        boolean dryRun,
        Long totalRows,
        long rows,
        long added,
        long changed,
        long unchanged,
        long refused,
        List<RowError> errors,
        int errorsShown,
        long errorsTotal,
        String failure,
        Instant startedAt,
        Instant finishedAt,
        Long rowsPerSecond) {
    public ImportJob {
        errors = errors == null ? List.of() : List.copyOf(errors);
    }

    /** A defect in the file. */
    public record RowError(long line, String column, String value, String code, String message) {}

    public boolean running() {
        return "RUNNING".equals(state);
    }

    public boolean failed() {
        return "FAILED".equals(state);
    }

    public boolean good() {
        return "DONE".equals(state);
    }

    public long percent() {
        return totalRows == null || totalRows == 0 ? 0 : Math.min(100, rows * 100 / totalRows);
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
