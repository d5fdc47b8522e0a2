package org.jielian.metrics.validation;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jielian.foundation.tabular.XlsxTable;

/** Rows of reports of which some are spoiled, each with one defect of a kind that happens; the same ones every time. */
final class SpoiledRows {
    static final List<String> COLUMNS = List.of(
            "unit_code",
            "period",
            "electricity_kwh",
            "water_m3",
            "natural_gas_m3",
            "gasoline_l",
            "diesel_l",
            "heat_gj",
            "coal_kg",
            "headcount",
            "floor_area_m2",
            "waste_sorted_kg",
            "food_waste_kg");
    private static final int QUANTITIES = 7;
    private static final List<String> PERIODS =
            List.of("2021-13", "2021-00", "202103", "2021.03", "03-2021", "2031-03", "2011-03");
    private static final List<String> TEXTS = List.of("无", "N/A", "12O.50", "1.2.3", "约1200", "1200度", "#REF!", "--");
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?");

    /** What can be wrong. A spike is a number like any other: it is taken and pointed out; everything else is refused. */
    enum Kind {
        MISSING_UNIT,
        BAD_CHECK_CHAR,
        WRONG_PERIOD,
        DUPLICATE_ROW,
        NEGATIVE_VALUE,
        NON_NUMERIC,
        SPIKE_10X
    }

    /**
     * A row as it is sent.
     *
     * @param line in the file, the header being 1
     * @param unit and {@code period}: what it is about, before anything was spoiled
     * @param kind what is wrong; {@code null} for a good row
     * @param column where it is wrong; {@code null} for a good row
     */
    record Row(long line, List<String> cells, String unit, String period, Kind kind, String column) {}

    private final Random random = new Random(1);
    private final List<Row> rows = new ArrayList<>();
    private final List<String> strangers;
    private int turn;

    /** Spoils one in so many of these clean rows; strangers are codes of units that are not in the register. */
    SpoiledRows(List<String> clean, int oneIn, List<String> strangers) {
        this.strangers = strangers;
        for (String text : clean) {
            List<String> cells = Arrays.asList(text.split(",", -1));
            if (random.nextInt(oneIn) == 0) spoil(cells);
            else add(cells, cells, null, null);
        }
    }

    private void add(List<String> cells, List<String> original, Kind kind, String column) {
        rows.add(new Row(rows.size() + 2L, cells, original.get(0), original.get(1), kind, column));
    }

    private void spoil(List<String> original) {
        Kind kind = Kind.values()[turn++ % Kind.values().length];
        List<String> cells = new ArrayList<>(original);
        int place =
                switch (kind) {
                    case MISSING_UNIT, BAD_CHECK_CHAR -> 0;
                    case WRONG_PERIOD, DUPLICATE_ROW -> 1;
                    case NEGATIVE_VALUE, NON_NUMERIC -> used(original);
                    case SPIKE_10X -> 2;
                };
        if (kind == Kind.DUPLICATE_ROW) add(original, original, null, null);
        cells.set(place, spoiled(kind, cells.get(place)));
        add(cells, original, kind, COLUMNS.get(place));
    }

    private String spoiled(Kind kind, String cell) {
        return switch (kind) {
            case MISSING_UNIT -> turn % 2 == 0 ? "" : strangers.get(turn);
            case BAD_CHECK_CHAR -> cell.substring(0, 17) + (cell.endsWith("A") ? 'B' : 'A');
            case WRONG_PERIOD -> PERIODS.get(turn % PERIODS.size());
            case NEGATIVE_VALUE -> "-" + cell;
            case NON_NUMERIC -> TEXTS.get(turn % TEXTS.size());
            case SPIKE_10X -> new BigDecimal(cell).multiply(BigDecimal.TEN).toPlainString();
            case DUPLICATE_ROW -> cell;
        };
    }

    /** A quantity that is not zero. */
    private int used(List<String> cells) {
        int place;
        do {
            place = 2 + random.nextInt(QUANTITIES);
        } while (new BigDecimal(cells.get(place)).signum() == 0);
        return place;
    }

    List<Row> all() {
        return rows;
    }

    byte[] csv() {
        String text = rows.stream().map(row -> String.join(",", row.cells())).collect(Collectors.joining("\n"));
        return (String.join(",", COLUMNS) + "\n" + text + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /** The same rows as a workbook; what is a number here is a number there. */
    byte[] xlsx() throws IOException {
        var file = new ByteArrayOutputStream();
        Iterator<List<Object>> sheet = rows.stream().map(SpoiledRows::typed).iterator();
        XlsxTable.write(file, "reports", COLUMNS, sheet);
        return file.toByteArray();
    }

    private static List<Object> typed(Row row) {
        List<Object> typed = new ArrayList<>(row.cells());
        for (int i = 2; i < typed.size(); i++) {
            String cell = row.cells().get(i);
            if (NUMBER.matcher(cell).matches()) typed.set(i, new BigDecimal(cell));
        }
        return typed;
    }
}
