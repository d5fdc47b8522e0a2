package org.jielian.foundation.tabular;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.List;
import org.dhatim.fastexcel.Range;
import org.dhatim.fastexcel.StyleSetter;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jielian.foundation.problems.Text;

/**
 * A workbook to be filled in and imported as it is: the table first, its head frozen, then a sheet that explains it in both languages. A head
 * is the column's name and, on a line of its own, what people call it; the import reads the name.
 */
public final class Template {
    /** Cells below the last row that get the same drop-downs, for rows that are added by hand. */
    private static final int SPARE_ROWS = 500;

    private static final String GIVEN_FILL = "F2F2F2";
    private static final String REFERENCE_FONT = "999999";
    private static final String TEXT_FORMAT = "@";

    /** What a column is for. */
    public enum Use {
        /** Says what the row is about. */
        GIVEN,
        /** To be filled in. */
        ENTRY,
        /** For comparison; passed over by the import. */
        REFERENCE
    }

    /**
     * One column.
     *
     * @param name by which the import knows it
     * @param label what people call it, unit of measure included
     * @param meaning for the sheet that explains
     * @param options what may be chosen; empty for anything
     */
    public record Column(String name, Text label, Text meaning, Use use, List<String> options) {
        public static Column of(String name, Text label, Text meaning, Use use) {
            return new Column(name, label, meaning, use, List.of());
        }
    }

    private final List<Column> columns;
    private final List<Text> notes;
    private final String language;

    /**
     * @param notes how to go about it, sentence by sentence
     * @param language of the labels; the explanation is in both
     */
    public Template(List<Column> columns, List<Text> notes, String language) {
        this.columns = columns;
        this.notes = notes;
        this.language = language;
    }

    /** Writes it with rows filled in; {@code null} is an empty cell. */
    public void write(OutputStream out, String sheetName, List<List<Object>> rows) throws IOException {
        try (Workbook workbook = new Workbook(out, "Jielian", "1.0")) {
            Worksheet table = workbook.newWorksheet(sheetName);
            Worksheet explanation = workbook.newWorksheet("说明 Instructions");
            Worksheet options = workbook.newWorksheet("options");
            options.setVisibilityState(VisibilityState.HIDDEN);
            head(table);
            for (int i = 0; i < rows.size(); i++) row(table, i + 1, rows.get(i));
            choices(table, options, rows.size() + SPARE_ROWS);
            explain(explanation);
        }
    }

    private void head(Worksheet table) {
        for (int c = 0; c < columns.size(); c++) {
            Column column = columns.get(c);
            table.value(0, c, column.name() + "\n" + column.label().in(language));
            StyleSetter style = table.style(0, c);
            style.bold().wrapText(true).verticalAlignment("top");
            if (column.use() == Use.ENTRY) style.fillColor("E2F0D9");
            else style.fillColor(GIVEN_FILL);
            if (column.use() == Use.REFERENCE) style.fontColor(REFERENCE_FONT);
            style.set();
            table.width(c, c < 2 ? 24 : 16);
        }
        table.rowHeight(0, 48);
        table.freezePane(2, 1);
    }

    private void row(Worksheet table, int r, List<Object> values) {
        for (int c = 0; c < columns.size(); c++) {
            Object value = values.get(c);
            Use use = columns.get(c).use();
            StyleSetter style = table.style(r, c);
            if (value instanceof BigDecimal || value instanceof Integer) table.value(r, c, (Number) value);
            else if (value != null) table.value(r, c, value.toString());
            // a code or a month that is typed over stays what was typed
            if (value instanceof String) style.format(TEXT_FORMAT);
            if (use == Use.GIVEN) style.fillColor(GIVEN_FILL);
            if (use == Use.REFERENCE) style.fontColor(REFERENCE_FONT).italic();
            style.set();
        }
    }

    private void choices(Worksheet table, Worksheet options, int lastRow) {
        for (int c = 0; c < columns.size(); c++) {
            List<String> choices = columns.get(c).options();
            if (choices.isEmpty()) continue;
            for (int i = 0; i < choices.size(); i++) options.value(i, c, choices.get(i));
            Range all = options.range(0, c, choices.size() - 1, c);
            table.range(1, c, lastRow, c).validateWithList(all).allowBlank(true).showErrorMessage(true);
        }
    }

    private void explain(Worksheet sheet) {
        sheet.width(0, 26);
        sheet.width(1, 70);
        sheet.width(2, 90);
        int r = 0;
        for (Text note : notes) {
            sheet.value(r, 1, note.zh());
            sheet.value(r, 2, note.en());
            wrap(sheet, r++);
        }
        r++;
        sheet.value(r, 0, "列 Column");
        sheet.value(r, 1, "说明");
        sheet.value(r, 2, "Meaning");
        sheet.range(r, 0, r, 2).style().bold().set();
        for (Column column : columns) {
            r++;
            sheet.value(r, 0, column.name());
            sheet.value(r, 1, column.label().zh() + "：" + column.meaning().zh());
            sheet.value(r, 2, column.label().en() + ": " + column.meaning().en());
            wrap(sheet, r);
        }
    }

    private static void wrap(Worksheet sheet, int r) {
        sheet.range(r, 0, r, 2).style().wrapText(true).verticalAlignment("top").set();
    }
}
