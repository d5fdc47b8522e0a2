package org.jielian.portal.papers;

import com.deepoove.poi.data.Cells;
import com.deepoove.poi.data.Paragraphs;
import com.deepoove.poi.data.RowRenderData;
import com.deepoove.poi.data.Rows;
import com.deepoove.poi.data.TableRenderData;
import com.deepoove.poi.data.Tables;
import java.util.Arrays;
import org.jielian.portal.tables.Cell;
import org.jielian.portal.tables.Table;

/** A table in a paper: numbers to the right; what it looks like is said by two styles of the template. */
final class PrintedTable {
    private static final String HEAD = "TableHead";
    private static final String CELL = "TableCell";
    /** Of the width, in percent: what a line is about, before its figures share the rest. */
    private static final int NAME = 20;

    static TableRenderData of(Table table) {
        Tables.TableBuilder printed =
                Tables.ofPercentWidth("100%", widths(table.columns().size())).center();
        printed.addRow(head(table));
        for (Table.Row row : table.totals()) printed.addRow(row(row));
        for (Table.Row row : table.rows()) printed.addRow(row(row));
        return printed.create();
    }

    private static int[] widths(int columns) {
        int[] widths = new int[columns];
        Arrays.fill(widths, columns == 1 ? 100 : (100 - NAME) / (columns - 1));
        if (columns > 1) widths[0] = 100 - widths[1] * (columns - 1);
        return widths;
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
