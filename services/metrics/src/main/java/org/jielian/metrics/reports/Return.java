package org.jielian.metrics.reports;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jielian.contracts.ReportState;
import org.jielian.metrics.validation.Finding;
import org.jielian.metrics.validation.Severity;

/**
 * A report that was sent back.
 *
 * @param by name of the reviewer
 * @param node the region in whose name
 * @param comment what is wanted, for the report as a whole; {@code null} when the cells say it all
 * @param cells the figures in question
 */
public record Return(Instant at, String by, String node, String comment, List<Cell> cells) {
    /**
     * One figure in question.
     *
     * @param field as in JSON, such as {@code quantities.waterM3}
     */
    public record Cell(String field, String comment) {}

    public Return {
        cells = cells == null ? List.of() : List.copyOf(cells);
    }

    /**
     * Which explanations are not accepted with it: those of the figures in question, or all where the report as a whole came back.
     *
     * @return {@code null} when none of them had been explained, so that figures are asked for and nothing is refused
     */
    ReportState.Refusal refusalOf(Remarks remarks, List<Finding> findings) {
        Set<String> explained = remarks.explanations().keySet();
        List<String> fields = findings.stream()
                .filter(f -> f.severity() == Severity.SOFT)
                .map(Finding::field)
                .filter(field -> explained.contains(field) || explained.contains(Remarks.ALL_OF_IT))
                .filter(this::questions)
                .distinct()
                .sorted()
                .toList();
        return fields.isEmpty() ? null : new ReportState.Refusal(fields, words(), node);
    }

    private boolean questions(String field) {
        return cells.isEmpty() || cells.stream().anyMatch(c -> c.field().equals(field));
    }

    private String words() {
        if (comment != null) return comment;
        String ofCells =
                cells.stream().map(Cell::comment).filter(Objects::nonNull).collect(Collectors.joining("；"));
        return ofCells.isEmpty() ? null : ofCells;
    }
}
