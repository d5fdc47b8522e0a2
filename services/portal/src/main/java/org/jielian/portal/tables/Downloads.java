package org.jielian.portal.tables;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jielian.portal.tables.Table.Column;
import org.jielian.portal.tables.Table.Row;

/** Any table as a spreadsheet: what it is, how fresh and how complete, then head and rows; numbers are numbers. */
@ApplicationScoped
public class Downloads {
    public static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private static final int LONGEST_SHEET_NAME = 31;

    /**
     * The answer that downloads a table.
     *
     * @param place what the table is about, as the file's name
     * @param notes lines above the head, such as the freshness
     */
    public Response xlsx(String place, Table table, List<String> notes) {
        StreamingOutput body = out -> write(out, table, notes);
        String name = URLEncoder.encode(place + "-" + table.caption() + ".xlsx", StandardCharsets.UTF_8)
                .replace("+", "%20");
        return Response.ok(body, XLSX)
                .header("Content-Disposition", "attachment; filename=\"jielian.xlsx\"; filename*=UTF-8''" + name)
                .build();
    }

    static void write(OutputStream out, Table table, List<String> notes) throws IOException {
        try (Workbook book = new Workbook(out, "Jielian", "1.0")) {
            Worksheet sheet = book.newWorksheet(sheetName(table.caption()));
            int line = 0;
            sheet.value(line++, 0, table.caption());
            for (String note : notes) sheet.value(line++, 0, note);
            int head = line++;
            for (int i = 0; i < table.columns().size(); i++) {
                Column column = table.columns().get(i);
                sheet.value(head, i, column.label());
                sheet.style(head, i).bold().set();
                sheet.width(i, column.number() ? 16 : 24);
            }
            sheet.freezePane(1, head + 1);
            for (Row row : table.totals()) write(sheet, line++, row);
            for (Row row : table.rows()) write(sheet, line++, row);
        }
    }

    private static void write(Worksheet sheet, int line, Row row) {
        for (int i = 0; i < row.cells().size(); i++) {
            Cell cell = row.cells().get(i);
            if (cell.value() instanceof BigDecimal number) {
                sheet.value(line, i, number);
                sheet.style(line, i)
                        .format(number.scale() > 0 ? "#,##0.00" : "#,##0")
                        .set();
            } else if (cell.value() != null) {
                sheet.value(line, i, cell.text());
            }
        }
    }

    private static String sheetName(String caption) {
        String plain = caption.replaceAll("[\\[\\]:*?/\\\\]", " ");
        return plain.substring(0, Math.min(plain.length(), LONGEST_SHEET_NAME));
    }
}
