package org.jielian.portal.files;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jielian.portal.clients.ImportJob;
import org.jielian.portal.clients.ImportJob.RowError;
import org.jielian.portal.i18n.Numbers;

/**
 * Rows of one kind as a preview shows them.
 *
 * @param count how many there are in the file, shown or not
 * @param more address of the rows that follow; {@code null} when there are none to be seen
 */
public record RowsTable(String fate, long count, List<String> columns, List<Line> lines, String more) {
    /** Kinds of rows that are shown, what needs a person first. */
    static final List<String> SHOWN = List.of("REFUSED", "CHANGED", "ADDED");

    /** One row; {@code messages} say what was found in it. */
    public record Line(long line, List<Cell> cells, List<String> messages) {}

    /**
     * One cell.
     *
     * @param text what the file says
     * @param before what stood there, when that is something else
     * @param changes whether it says something else than what stood there
     * @param severity of the worst that was found in it; {@code null} for nothing
     */
    public record Cell(String text, String before, boolean changes, String severity) {}

    /** Whether anything was found in them. */
    public boolean hasMessages() {
        return lines.stream().anyMatch(line -> !line.messages().isEmpty());
    }

    public String countText() {
        return Numbers.format(count);
    }

    static RowsTable of(ImportJob job, String fate, List<ImportJob.Row> rows, String more) {
        Set<String> columns = new LinkedHashSet<>(job.columns());
        // a column that is missing in the file takes what stood there away, and that is to be seen
        rows.forEach(row -> columns.addAll(row.before().keySet()));
        List<String> names = List.copyOf(columns);
        return new RowsTable(
                fate,
                job.count(fate),
                names,
                rows.stream().map(row -> line(row, names)).toList(),
                more);
    }

    private static Line line(ImportJob.Row row, List<String> columns) {
        Map<String, List<RowError>> errors =
                row.errors().stream().collect(Collectors.groupingBy(e -> Objects.requireNonNullElse(e.column(), "")));
        List<Cell> cells = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            String column = columns.get(i);
            String text = i < row.cells().size() ? row.cells().get(i) : null;
            boolean changes = row.before().containsKey(column);
            cells.add(new Cell(
                    text == null || text.isBlank() ? Numbers.MISSING : text,
                    changes ? Objects.requireNonNullElse(row.before().get(column), Numbers.MISSING) : null,
                    changes,
                    worst(errors.get(column))));
        }
        List<String> messages = row.errors().stream().map(RowsTable::message).toList();
        return new Line(row.line(), cells, messages);
    }

    private static String message(RowError error) {
        return error.column() == null ? error.message() : error.column() + "：" + error.message();
    }

    private static String worst(List<RowError> errors) {
        if (errors == null) return null;
        return errors.stream().anyMatch(e -> "HARD".equals(e.severity())) ? "HARD" : "SOFT";
    }
}
