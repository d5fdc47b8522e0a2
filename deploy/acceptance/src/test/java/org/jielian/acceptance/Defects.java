package org.jielian.acceptance;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** A file of reports in which some rows are spoiled, each with one defect of a kind that happens. */
final class Defects {
    /** What can be wrong, with the column it is found in; {@code SPIKE_10X} is a number like any other and can't be detected here. */
    enum Kind {
        MISSING_UNIT("unit_code"),
        BAD_CHECK_CHAR("unit_code"),
        WRONG_PERIOD("period"),
        DUPLICATE_ROW("period"),
        NEGATIVE_VALUE(null),
        NON_NUMERIC(null),
        SPIKE_10X(null);

        private final String column;

        Kind(String column) {
            this.column = column;
        }
    }

    /**
     * One defect.
     *
     * @param line in the file, the header being 1
     */
    record Defect(long line, Kind kind, String column) {
        boolean isDetectable() {
            return kind != Kind.SPIKE_10X;
        }
    }

    private static final int ONE_IN = 20;
    private static final String UNKNOWN_UNIT = "11330000TQQQQQQQ8Q";
    private static final List<String> PERIODS =
            List.of("2021-13", "2021-00", "202103", "2021/03", "03-2021", "2031-03", "2011-03");
    private static final List<String> TEXTS = List.of("无", "N/A", "12O.50", "1.2.3", "约1200", "1200度", "#REF!", "--");
    private static final String[] COLUMNS = Sample.REPORTS_HEADER.split(",");

    private final Random random = new Random(1);
    private final List<String> lines = new ArrayList<>();
    private final List<Defect> defects = new ArrayList<>();
    private final Set<String> monthsOfUnknown = new HashSet<>();
    private int turn;

    /** Spoils some of these clean rows. */
    Defects(List<String> rows) {
        for (String row : rows) {
            lines.add(random.nextInt(ONE_IN) == 0 ? spoiled(row) : row);
        }
    }

    private String spoiled(String row) {
        Kind kind = Kind.values()[turn++ % Kind.values().length];
        String[] cells = row.split(",", -1);
        int place = place(kind, cells);
        if (kind == Kind.DUPLICATE_ROW) lines.add(row);
        switch (kind) {
            // twice for a month it would be a repetition
            case MISSING_UNIT -> cells[0] = turn % 2 == 0 || !monthsOfUnknown.add(cells[1]) ? "" : UNKNOWN_UNIT;
            case BAD_CHECK_CHAR -> cells[0] = cells[0].substring(0, 17) + (cells[0].endsWith("A") ? 'B' : 'A');
            case WRONG_PERIOD -> cells[1] = PERIODS.get(turn % PERIODS.size());
            case NEGATIVE_VALUE -> cells[place] = "-" + cells[place];
            case NON_NUMERIC -> cells[place] = TEXTS.get(turn % TEXTS.size());
            case SPIKE_10X ->
                cells[2] = new BigDecimal(cells[2]).multiply(BigDecimal.TEN).toPlainString();
            case DUPLICATE_ROW -> {}
        }
        // the header is line 1, so the row about to be added is two lines further than its index
        defects.add(new Defect(lines.size() + 2L, kind, kind.column == null ? COLUMNS[place] : kind.column));
        return String.join(",", cells);
    }

    /** The column to spoil: of the quantities one that is not zero. */
    private int place(Kind kind, String[] cells) {
        int place;
        do {
            place = 2 + random.nextInt(7);
        } while (kind.column == null && new BigDecimal(cells[place]).signum() == 0);
        return place;
    }

    List<Defect> all() {
        return defects;
    }

    long detectable() {
        return defects.stream().filter(Defect::isDetectable).count();
    }

    int rows() {
        return lines.size();
    }

    /** The rows as they are sent; the first one is line 2 of the file. */
    List<String> lines() {
        return lines;
    }

    byte[] csv() {
        return (Sample.REPORTS_HEADER + "\n" + String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
    }
}
