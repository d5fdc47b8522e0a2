package org.jielian.foundation.tabular;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.jielian.foundation.problems.CommonProblem;

/** Reads a table file row by row; memory does not grow with the file. Refuses, with place and reason, what can't be read at all. */
public abstract class TableReader implements AutoCloseable, Iterable<TableRow> {
    /** Longest text of one cell and of one row: beyond it a file is broken, or meant to break us. */
    static final int MAX_CELL = 32 * 1024;

    static final int MAX_ROW = 256 * 1024;
    static final int MAX_COLUMNS = 200;

    private Map<String, Integer> header;

    /** Opens a file whose content decides what it is. */
    public static TableReader open(Path file, TableFormat format) throws IOException {
        return format == TableFormat.XLSX ? new XlsxReader(file) : new CsvReader(file);
    }

    /** Column names in lower case, with their places; empty for an empty file. */
    public Map<String, Integer> header() {
        return header;
    }

    /** The rows after the header; to be asked for once. */
    @Override
    public abstract Iterator<TableRow> iterator();

    @Override
    public abstract void close() throws IOException;

    /** What a column is called is the first word of its head; a label for people may follow, after a blank or on a new line. */
    void header(List<String> names) {
        header = new LinkedHashMap<>();
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i) == null
                    ? ""
                    : names.get(i).strip().toLowerCase(Locale.ROOT).split("\\s", 2)[0];
            if (name.isEmpty() || header.putIfAbsent(name, i) != null) {
                throw CommonProblem.UNREADABLE_FILE.because(
                        "表头第 %s 列为空或重复：「%s」", "column %s of the header is empty or repeated: \"%s\"", i + 1, name);
            }
        }
    }

    /**
     * The file has all these columns, and no others than these, the optional ones and those that are passed over.
     *
     * @throws org.jielian.foundation.problems.ProblemException UNREADABLE_FILE that names what is missing or unknown
     */
    public void requireColumns(List<String> required, List<String> optional, Predicate<String> ignored) {
        if (header == null || header.isEmpty()) {
            throw CommonProblem.UNREADABLE_FILE.because(
                    "文件是空的，第 1 行应是表头", "the file is empty; line 1 should be the header");
        }
        List<String> missing =
                required.stream().filter(c -> !header.containsKey(c)).toList();
        List<String> unknown = header.keySet().stream()
                .filter(c -> !required.contains(c) && !optional.contains(c) && !ignored.test(c))
                .toList();
        if (!missing.isEmpty() || !unknown.isEmpty()) {
            throw CommonProblem.UNREADABLE_FILE.because(
                    "第 1 行表头不符：缺少 %s，不认识 %s",
                    "line 1, the header, does not fit: missing %s, unknown %s", missing, unknown);
        }
    }
}
