package org.jielian.portal.reporting;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jielian.portal.clients.ReportingLine;
import org.jielian.portal.clients.ReportingLine.Month;
import org.jielian.portal.clients.ReportingLine.MonthStatus;
import org.jielian.portal.frame.Addresses;
import org.jielian.portal.i18n.Words;
import org.jielian.portal.tables.Cell;
import org.jielian.portal.tables.Table;
import org.jielian.portal.tables.Table.Column;

/**
 * Units by months: who reported when. A mark says it by sign and word, not by colour alone.
 *
 * @param columns what stands before the months
 * @param months heads of the twelve columns
 * @param first address of the first page; {@code null} on it
 * @param next address of the next page; {@code null} on the last
 */
public record HeatTable(
        List<Column> columns,
        List<String> months,
        List<Line> lines,
        List<Mark> legend,
        long total,
        String first,
        String next,
        String xlsx) {
    /** One unit's year. */
    public record Line(String name, String href, String type, String region, List<Mark> marks) {}

    /** One month of it. */
    public record Mark(String status, String sign, String title, String href) {}

    /**
     * The table of these units.
     *
     * @param filters handed on to the units' pages: the rest of a query, or empty
     */
    public static HeatTable of(
            List<ReportingLine> units,
            int year,
            long total,
            String next,
            String xlsx,
            Sorting sorting,
            String filters,
            Words words) {
        List<String> heads = new ArrayList<>();
        for (int m = 1; m <= 12; m++) heads.add(words.get("monthOfYear" + m));
        List<Line> lines =
                units.stream().map(u -> line(u, year, filters, words)).toList();
        List<Mark> legend = new ArrayList<>();
        for (MonthStatus status : MonthStatus.values()) {
            legend.add(new Mark(status.name(), words.get("sign" + status), words.get("status" + status), null));
        }
        return new HeatTable(sorting.columns(words), heads, lines, legend, total, null, next, xlsx);
    }

    /** The same further on in the list. */
    HeatTable after(String firstPage) {
        return new HeatTable(columns, months, lines, legend, total, firstPage, next, xlsx);
    }

    private static Line line(ReportingLine unit, int year, String filters, Words words) {
        String href = Addresses.unit(unit.unitCode());
        Map<YearMonth, Month> byMonth = byMonth(unit);
        List<Mark> marks = new ArrayList<>();
        for (int m = 1; m <= 12; m++) {
            YearMonth month = YearMonth.of(year, m);
            MonthStatus status = status(byMonth.get(month));
            String title = words.month(month) + " " + words.get("status" + status);
            marks.add(new Mark(status.name(), words.get("sign" + status), title, href + "?month=" + month + filters));
        }
        String home = href + "?year=" + year + filters;
        return new Line(unit.name(), home, words.get("type" + unit.type()), unit.regionName(), marks);
    }

    /** The same as a table that downloads. */
    static Table table(List<ReportingLine> units, int year, Words words) {
        Table.Maker table = Table.called("heat", words.get("reportingOf", String.valueOf(year)))
                .text("code", words.get("unitCode"))
                .text("name", words.get("unitName"))
                .text("type", words.get("institutionType"))
                .text("region", words.get("region"));
        for (int m = 1; m <= 12; m++) table.text(String.valueOf(m), words.get("monthOfYear" + m));
        for (ReportingLine unit : units) {
            Map<YearMonth, Month> byMonth = byMonth(unit);
            List<Cell> cells = new ArrayList<>(List.of(
                    Cell.text(unit.unitCode()),
                    Cell.text(unit.name()),
                    Cell.text(words.get("type" + unit.type())),
                    Cell.text(unit.regionName())));
            for (int m = 1; m <= 12; m++) {
                cells.add(Cell.text(words.get("status" + status(byMonth.get(YearMonth.of(year, m))))));
            }
            table.row(cells);
        }
        return table.make();
    }

    private static Map<YearMonth, Month> byMonth(ReportingLine unit) {
        return unit.months().stream().collect(Collectors.toMap(Month::period, Function.identity(), (a, b) -> b));
    }

    private static MonthStatus status(Month month) {
        return month == null ? MonthStatus.NOT_EXPECTED : month.status();
    }
}
