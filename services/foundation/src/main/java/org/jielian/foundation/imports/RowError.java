package org.jielian.foundation.imports;

import org.jielian.foundation.problems.Text;
import org.jielian.foundation.tabular.TableRow;

/**
 * What is wrong with one cell of a file, or worth a look.
 *
 * @param line line of the CSV file or row of the sheet, the header being 1
 * @param column column name; {@code null} when the row as a whole is meant
 * @param value what stands there; {@code null} when the cell is empty
 * @param code stable name of the defect, such as {@code BAD_CHECK_CHAR}
 * @param severity whether the row is refused for it
 * @param rule name of the validation rule that speaks, such as {@code V05}; {@code null} where there is none
 * @param expected what the rule expects there; {@code null} when the message says it all
 * @param message what is wrong and how to put it right
 */
public record RowError(
        long line,
        String column,
        String value,
        String code,
        Severity severity,
        String rule,
        String expected,
        Text message) {
    private static final int SHOWN = 200;

    /** What follows from a finding. */
    public enum Severity {
        /** The row is refused. */
        HARD,
        /** The row is taken; somebody has to explain it. */
        SOFT,
        /** The row is taken; the reviewer sees it. */
        REVIEW
    }

    /** A defect for which the row is refused. */
    public static RowError at(TableRow row, String column, String code, Text message) {
        return at(row, column, code, Severity.HARD, null, null, message);
    }

    /** A finding of a named rule. */
    public static RowError at(
            TableRow row, String column, String code, Severity severity, String rule, String expected, Text message) {
        String value = column == null ? null : row.get(column);
        if (value != null && value.length() > SHOWN) value = value.substring(0, SHOWN) + "…";
        return new RowError(row.line(), column, value, code, severity, rule, expected, message);
    }
}
