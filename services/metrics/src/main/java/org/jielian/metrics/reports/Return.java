package org.jielian.metrics.reports;

import java.time.Instant;
import java.util.List;

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
}
