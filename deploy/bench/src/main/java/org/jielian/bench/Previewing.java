package org.jielian.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jielian.local.LocalSystem;
import org.jielian.local.Service;

/** 100,000 rows that are checked and shown and not taken, as CSV and as a workbook, and what memory that takes. */
final class Previewing {
    private static final int ROWS = 100_000;
    /** A year nothing is reported of: all rows would be added. */
    private static final String YEAR = "2022";

    private static final int TEXTS = 2;
    private static final int FLUSH_EVERY = 1_000;
    private static final Pattern HEAP = Pattern.compile("(?m)^jvm_memory_used_bytes\\{area=\"heap\"[^}]*} (\\S+)$");

    private final Chain chain;
    private final LocalSystem system;

    Previewing(Chain chain, LocalSystem system) {
        this.chain = chain;
        this.system = system;
    }

    void measure(Results results) throws Exception {
        List<String> rows = chain.rowsOf(YEAR, ROWS);
        BodyPublisher csv = BodyPublishers.ofString(String.join("\n", rows) + "\n");
        BodyPublisher workbook = BodyPublishers.ofFile(workbook(rows));
        preview(results, "CSV", csv);
        preview(results, "xlsx", workbook);
        preview(results, "CSV, once more", csv);
        preview(results, "xlsx, once more", workbook);
    }

    private void preview(Results results, String what, BodyPublisher file) throws Exception {
        String heapBefore = heap();
        MemoryWatch memory = new MemoryWatch(system);
        long start = System.nanoTime();
        JsonNode answer = chain.post(Service.METRICS, "/api/reports/import?dryRun=true", file);
        long took = System.nanoTime() - start;
        if (answer.path("rows").asInt() != ROWS) throw new IllegalStateException("the preview answered " + answer);
        results.add(
                "100,000 rows as " + what,
                String.format(
                        Locale.ROOT,
                        "%.1f s: %,d would be added, %,d refused",
                        took / 1e9,
                        answer.path("added").asInt(),
                        answer.path("refused").asInt()));
        results.add("memory of metrics before, most during, after", memory.end());
        results.add("of it in use on the heap, before and after", heapBefore + ", " + heap());
    }

    /** As metrics says it itself, garbage included. */
    private String heap() throws Exception {
        BigDecimal bytes = BigDecimal.ZERO;
        Matcher pools = HEAP.matcher(chain.selfReport());
        while (pools.find()) bytes = bytes.add(new BigDecimal(pools.group(1)));
        if (bytes.signum() == 0) throw new IllegalStateException("metrics does not say how much of its heap is in use");
        return bytes.longValue() / (1024 * 1024) + " MB";
    }

    private static Path workbook(List<String> rows) throws IOException {
        Path file = Files.createTempFile("preview", ".xlsx");
        file.toFile().deleteOnExit();
        try (OutputStream out = Files.newOutputStream(file);
                Workbook workbook = new Workbook(out, "bench", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("reports");
            for (int r = 0; r < rows.size(); r++) {
                String[] cells = rows.get(r).split(",", -1);
                for (int c = 0; c < cells.length; c++) {
                    if (r == 0 || c < TEXTS) sheet.value(r, c, cells[c]);
                    else if (!cells[c].isEmpty()) sheet.value(r, c, new BigDecimal(cells[c]));
                }
                // a workbook of this size does not fit into the bench's memory as a whole
                if (r % FLUSH_EVERY == 0) sheet.flush();
            }
        }
        return file;
    }
}
