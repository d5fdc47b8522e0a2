package org.jielian.foundation.tabular;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.StyleSetter;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jielian.foundation.problems.Text;

/**
 * Gives a table file back as a workbook: every cell as it stood in the file, at the same place, those in question filled and commented, and
 * what was found in a row once more in a column at its end. Rows are written as they are read; memory does not grow with the file, since
 * only so many cells get a comment of their own.
 */
public final class MarkedTable {
    /** Name of the column at the end; an import passes it over, so that the corrected workbook can be sent as it is. */
    public static final String FINDINGS = "findings";

    /** Comments are kept in memory until the workbook is complete, and nobody opens more of them. */
    static final int MOST_COMMENTS = 5000;

    private static final int FLUSH = 500;
    private static final int LONGEST_CELL = 32_000;
    private static final String TITLE = "findings";

    /**
     * Something about a cell.
     *
     * @param column name of the column; {@code null} for the row as a whole
     * @param refuses whether the row is refused for it; otherwise it is only worth a look
     * @param text what is to be said
     */
    public record Mark(String column, boolean refuses, String text) {}

    /** What is to be marked; asked line by line, from the first to the last. */
    public interface Marks {
        List<Mark> of(long line);
    }

    private final Worksheet sheet;
    private final Map<String, Integer> places;
    private final int findingsAt;
    private final String language;
    private int comments;

    private MarkedTable(Worksheet sheet, Map<String, Integer> header, String language) {
        this.sheet = sheet;
        this.places = header;
        this.findingsAt = header.getOrDefault(FINDINGS, header.size());
        this.language = language;
    }

    /** Writes the first sheet, or the CSV table, of a file that was read through before. */
    public static void write(OutputStream out, Path file, TableFormat format, Marks marks, String language)
            throws IOException {
        Map<String, Integer> header;
        try (TableReader reader = TableReader.open(file, format)) {
            header = reader.header();
        }
        try (Workbook workbook = new Workbook(out, "Jielian", "1.0");
                RawTable raw = RawTable.open(file, format)) {
            Worksheet sheet = workbook.newWorksheet(TITLE);
            new MarkedTable(sheet, header, language).copy(raw, marks);
        }
    }

    private void copy(RawTable raw, Marks marks) throws IOException {
        sheet.freezePane(0, 1);
        for (int c = 0; c < findingsAt; c++) sheet.width(c, c == 0 ? 22 : 15);
        sheet.width(findingsAt, 60);
        int written = 0;
        for (RawTable.Line line : raw) {
            if (written++ == 0) head(line);
            else row(line, marks.of(line.number()));
            if (written % FLUSH == 0) sheet.flush();
        }
    }

    private void head(RawTable.Line line) {
        int r = (int) line.number() - 1;
        for (int c = 0; c < line.cells().size(); c++) {
            if (c == findingsAt) continue;
            put(r, c, line.cells().get(c));
            sheet.style(r, c).bold().wrapText(true).set();
        }
        sheet.inlineString(r, findingsAt, Text.of("findings 检查结果", "findings").in(language));
        sheet.style(r, findingsAt).bold().set();
        sheet.comment(
                r,
                findingsAt,
                Text.of(
                                "红色：该行未导入，请更正；黄色：已导入，请核对。更正后可直接重新上传本表，本列会被忽略。批注只加在前 %s 处，本列列出全部问题。",
                                "Red: the row was not taken, correct it. Yellow: it was taken, have a look. The corrected sheet can be uploaded as it is; this column is passed over. The first %s cells have comments, this column has everything.",
                                MOST_COMMENTS)
                        .in(language));
    }

    private void row(RawTable.Line line, List<Mark> marks) {
        int r = (int) line.number() - 1;
        Map<Integer, List<Mark>> byPlace = marks.stream().collect(Collectors.groupingBy(this::placeOf));
        int width = Math.max(line.cells().size(), places.size());
        for (int c = 0; c < width; c++) {
            if (c == findingsAt) continue;
            RawTable.Cell cell = c < line.cells().size() ? line.cells().get(c) : RawTable.Cell.EMPTY;
            put(r, c, cell);
            style(r, c, cell, byPlace.get(c));
        }
        if (!marks.isEmpty()) {
            String all = marks.stream().map(this::inWords).collect(Collectors.joining("\n"));
            sheet.inlineString(r, findingsAt, all.substring(0, Math.min(all.length(), LONGEST_CELL)));
        }
    }

    private int placeOf(Mark mark) {
        return mark.column() == null ? 0 : places.getOrDefault(mark.column(), 0);
    }

    private String inWords(Mark mark) {
        return mark.column() == null ? mark.text() : mark.column() + ": " + mark.text();
    }

    private void put(int r, int c, RawTable.Cell cell) {
        if (cell.number() != null) sheet.value(r, c, cell.number());
        else if (cell.flag() != null) sheet.value(r, c, cell.flag());
        // not among the shared strings: those are kept in memory
        else if (cell.text() != null) sheet.inlineString(r, c, cell.text());
    }

    private void style(int r, int c, RawTable.Cell cell, List<Mark> marks) {
        if (cell.format() == null && marks == null) return;
        StyleSetter style = sheet.style(r, c);
        if (cell.format() != null) style.format(cell.format());
        if (marks != null) {
            boolean refuses = marks.stream().anyMatch(Mark::refuses);
            style.fillColor(refuses ? "FFC7CE" : "FFEB9C");
            style.fontColor(refuses ? "9C0006" : "7F6000");
            if (comments++ < MOST_COMMENTS) {
                sheet.comment(r, c, marks.stream().map(m -> comment(m, c)).collect(Collectors.joining("\n\n")));
            }
        }
        style.set();
    }

    /** Beside a cell its column need not be named, unless the cell only stands in for one that is not there. */
    private String comment(Mark mark, int place) {
        return Objects.equals(places.get(mark.column()), place) ? mark.text() : inWords(mark);
    }
}
