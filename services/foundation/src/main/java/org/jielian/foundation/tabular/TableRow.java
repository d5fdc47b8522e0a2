package org.jielian.foundation.tabular;

import java.util.List;
import java.util.Map;

/**
 * One row of a table file.
 *
 * @param line its line in the CSV file or its row in the sheet, the header being 1
 * @param cells what stands in it, as text, in the order of the header
 */
public record TableRow(long line, Map<String, Integer> header, List<String> cells) {
    /** The text in a column without blanks around it; {@code null} where the cell is empty or the file has no such column. */
    public String get(String column) {
        Integer place = header.get(column);
        if (place == null || place >= cells.size()) return null;
        String text = cells.get(place);
        if (text == null) return null;
        String stripped = text.strip();
        return stripped.isEmpty() ? null : stripped;
    }

    /** Whether it has as many cells as the header has columns. */
    public boolean isComplete() {
        return cells.size() == header.size();
    }
}
