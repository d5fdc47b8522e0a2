package org.jielian.foundation.tabular;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.Iterator;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Writes one table as an xlsx workbook, row by row; a missing value stays an empty cell. */
public final class XlsxTable {
    public static final String MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /** Rows kept in memory before they are written out. */
    private static final int FLUSH = 500;

    /** Numbers stay numbers, everything else becomes text. */
    public static void write(OutputStream out, String sheetName, List<String> header, Iterator<List<Object>> rows)
            throws IOException {
        try (Workbook workbook = new Workbook(out, "Jielian", "1.0")) {
            Worksheet sheet = workbook.newWorksheet(sheetName);
            for (int c = 0; c < header.size(); c++) sheet.value(0, c, header.get(c));
            sheet.range(0, 0, 0, Math.max(0, header.size() - 1)).style().bold().set();
            sheet.freezePane(0, 1);
            for (int r = 1; rows.hasNext(); r++) {
                List<Object> row = rows.next();
                for (int c = 0; c < row.size(); c++) cell(sheet, r, c, row.get(c));
                if (r % FLUSH == 0) sheet.flush();
            }
        }
    }

    /**
     * One table as a file to keep.
     *
     * @param file its name without an ending; what does not belong into a name is left out
     */
    public static Response download(String file, String sheetName, List<String> header, List<List<Object>> rows) {
        StreamingOutput table = out -> write(out, sheetName, header, rows.iterator());
        return Response.ok(table)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"" + file.replaceAll("[^0-9A-Za-z.-]", "") + ".xlsx\"")
                .build();
    }

    private static void cell(Worksheet sheet, int r, int c, Object value) {
        if (value == null) return;
        if (value instanceof BigDecimal || value instanceof Integer || value instanceof Long)
            sheet.value(r, c, (Number) value);
        else if (value instanceof Boolean flag) sheet.value(r, c, flag);
        else sheet.value(r, c, value.toString());
    }

    private XlsxTable() {}
}
