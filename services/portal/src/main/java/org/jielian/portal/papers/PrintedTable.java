package org.jielian.portal.papers;

import com.deepoove.poi.data.Cells;
import com.deepoove.poi.data.Paragraphs;
import com.deepoove.poi.data.RowRenderData;
import com.deepoove.poi.data.Rows;
import com.deepoove.poi.data.TableRenderData;
import com.deepoove.poi.data.Tables;
import java.util.Arrays;
import java.util.stream.Stream;
import org.jielian.portal.tables.Cell;
import org.jielian.portal.tables.Table;

/** A table in a paper: numbers to the right; what it looks like is said by two styles of the template. */
final class PrintedTable {
    private static final String HEAD = "TableHead";
    private static final String CELL = "TableCell";
    /** No column is narrower than so many letters, and none is made wider for a text that may as well be broken. */
    private static final int LEAST = 6;

    private static final int MOST = 24;

    static TableRenderData of(Table table) {
        Tables.TableBuilder printed =
                Tables.ofPercentWidth("100%", widths(table)).center();
        printed.addRow(head(table));
        for (Table.Row row : table.totals()) printed.addRow(row(row));
        for (Table.Row row : table.rows()) printed.addRow(row(row));
        return printed.create();
    }

    /** By the longest text of each column, so that no number is broken while another column has room. */
    private static int[] widths(Table table) {
        int columns = table.columns().size();
        int[] longest = new int[columns];
        for (int i = 0; i < columns; i++)
            longest[i] = Math.max(LEAST, wide(table.columns().get(i).label()));
        Stream.concat(table.totals().stream(), table.rows().stream()).forEach(row -> {
            for (int i = 0; i < columns; i++)
                longest[i] = Math.max(
                        longest[i], Math.min(MOST, wide(row.cells().get(i).text())));
        });
        int all = Arrays.stream(longest).sum();
        int[] widths = Arrays.stream(longest).map(l -> l * 100 / all).toArray();
        widths[0] += 100 - Arrays.stream(widths).sum();
        return widths;
    }

    /** How wide a text is printed, a Chinese character as two. */
    private static int wide(String text) {
        return text == null
                ? 0
                : (int) text.chars().map(c -> c < 0x2E80 ? 1 : 2).sum();
    }

    private static RowRenderData head(Table table) {
        Rows.RowBuilder head = Rows.of().repeatedHeader();
        for (Table.Column column : table.columns())
            head.addCell(Cells.of()
                    .addParagraph(
                            Paragraphs.of(column.label()).styleId(HEAD).center().create())
                    .verticalCenter()
                    .create());
        return head.create();
    }

    private static RowRenderData row(Table.Row row) {
        Rows.RowBuilder printed = Rows.of();
        for (Cell cell : row.cells()) {
            Paragraphs.ParagraphBuilder text = Paragraphs.of(cell.text()).styleId(CELL);
            printed.addCell(Cells.of()
                    .addParagraph((cell.number() ? text.right() : text.left()).create())
                    .verticalCenter()
                    .create());
        }
        return printed.create();
    }

    private PrintedTable() {}
}
