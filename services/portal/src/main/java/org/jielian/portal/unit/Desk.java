package org.jielian.portal.unit;

import java.util.List;

/**
 * A year on a unit's desk: months and figures as a grid.
 *
 * @param byMonth whether months are the rows; otherwise they are the columns
 * @param json what the script needs besides what stands in the cells
 * @param todos what is to be done, the most pressing first
 */
public record Desk(
        String label,
        boolean byMonth,
        boolean acts,
        List<Choice> layouts,
        List<Choice> years,
        List<Choice> months,
        List<Head> columns,
        List<Row> rows,
        List<Todo> todos,
        String xlsx,
        String json) {
    /** Something to choose from. */
    public record Choice(String text, String detail, String href, boolean chosen, String grade) {}

    /**
     * Head of a row or column.
     *
     * @param month it is of; {@code null} for a figure
     */
    public record Head(String text, String detail, String month, boolean chosen) {}

    /** One row. */
    public record Row(Head head, List<DeskCell> cells) {}

    /** Something to be done. */
    public record Todo(String text, String detail, String href, String grade) {}

    /**
     * One figure of one month.
     *
     * @param text as printed; what was typed and is no number stands there as it is
     * @param ghost what the register says where nothing was typed yet
     * @param grade the heaviest of what is to be said about it: HARD, SOFT, REVIEW, RETURNED; {@code null} for nothing
     * @param says what is to be said
     * @param price implied by the cost; {@code null} when not known
     * @param bills how many are attached
     */
    public record DeskCell(
            String month,
            String field,
            String label,
            String text,
            String ghost,
            boolean editable,
            boolean chosen,
            String grade,
            String says,
            String lastMonth,
            String lastYear,
            String price,
            int bills) {}
}
