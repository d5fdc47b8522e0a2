package org.jielian.foundation.imports;

import org.jielian.foundation.problems.Text;
import org.jielian.foundation.tabular.TableRow;

/**
 * What is wrong with one cell of a file.
 *
 * @param line line of the CSV file or row of the sheet, the header being 1
 * @param column column name; {@code null} when the row as a whole is wrong
 * @param value what stands there; {@code null} when the cell is empty
 * @param code stable name of the defect, such as {@code BAD_CHECK_CHAR}
 * @param message what is wrong and how to put it right
 */
public record RowError(long line, String column, String value, String code, Text message) {
    private static final int SHOWN = 200;

    public static RowError at(TableRow row, String column, String code, Text message) {
        String value = column == null ? null : row.get(column);
        if (value != null && value.length() > SHOWN) value = value.substring(0, SHOWN) + "…";
        return new RowError(row.line(), column, value, code, message);
    }
}
