package org.jielian.supervision.inspections;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.List;
import org.jielian.foundation.tabular.XlsxTable;

/** Lists as files. */
final class Sheets {
    static Response of(String file, String sheet, List<String> header, List<List<Object>> rows) {
        StreamingOutput table = out -> XlsxTable.write(out, sheet, header, rows.iterator());
        return Response.ok(table)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + file + ".xlsx\"")
                .build();
    }

    private Sheets() {}
}
