package org.jielian.portal.inspections;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jielian.portal.i18n.Words;

/**
 * A month of inspections, in whole weeks from Monday on.
 *
 * @param days of the weeks, also those of the months before and after
 */
public record Month(String title, String before, String after, List<String> heads, List<Day> days) {
    /** One day; {@code date} as people read it where days stand below each other. */
    public record Day(int number, String date, boolean outside, boolean today, List<Entry> entries) {
        public boolean isEmpty() {
            return entries.isEmpty();
        }
    }

    /** One inspection. */
    public record Entry(String href, String text, String kind, String status, String grade) {}

    static Month of(YearMonth month, LocalDate today, List<Inspection.Line> lines, String address, Words words) {
        Map<LocalDate, List<Inspection.Line>> byDay =
                lines.stream().collect(Collectors.groupingBy(Inspection.Line::day));
        LocalDate first = month.atDay(1);
        first = first.minusDays(first.getDayOfWeek().getValue() - 1L);
        LocalDate last = month.atEndOfMonth();
        List<Day> days = new ArrayList<>();
        for (LocalDate day = first;
                !day.isAfter(last) || day.getDayOfWeek() != DayOfWeek.MONDAY;
                day = day.plusDays(1)) {
            boolean outside = !YearMonth.from(day).equals(month);
            List<Entry> entries = outside
                    ? List.of()
                    : byDay.getOrDefault(day, List.of()).stream()
                            .map(l -> entry(l, words))
                            .toList();
            String date = day + " " + words.get("weekday" + day.getDayOfWeek().getValue());
            days.add(new Day(day.getDayOfMonth(), date, outside, day.equals(today), entries));
        }
        List<String> heads = new ArrayList<>();
        for (DayOfWeek day : DayOfWeek.values()) heads.add(words.get("weekday" + day.getValue()));
        return new Month(
                words.month(month), address + month.minusMonths(1), address + month.plusMonths(1), heads, days);
    }

    private static Entry entry(Inspection.Line l, Words words) {
        String grade =
                switch (l.status()) {
                    case "CLOSED", "RECTIFIED" -> "done";
                    case "CANCELLED" -> "off";
                    case "NOTIFIED" -> "problem";
                    default -> l.late() ? "late" : "open";
                };
        return new Entry(
                "/inspections/" + l.id(),
                l.unitName(),
                words.get("inspectionKind" + l.kind()),
                words.get("inspectionStatus" + l.status()),
                grade);
    }
}
