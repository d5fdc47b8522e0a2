package org.jielian.metrics.calendar;

import java.time.Instant;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A region's calendar of a year.
 *
 * @param version grows with every change the region itself makes; 0 before the first
 * @param asOf the month whose rules are shown in {@code days} and {@code grace}
 * @param days day of the following month, by level
 * @param grace working days after it
 * @param own what the region itself has said, oldest first
 * @param months January to December with the dates that follow
 * @param notices which notice of holidays the dates go by, for the year and the one after; without one they go by weekdays alone
 */
public record CalendarView(
        String regionCode,
        Level level,
        int year,
        long version,
        YearMonth asOf,
        Map<Level, SaidView> days,
        SaidView grace,
        List<OwnView> own,
        List<MonthDues> months,
        List<NoticeView> notices) {
    /**
     * A number and whose it is.
     *
     * @param by {@code null} for the default
     */
    public record SaidView(int value, By by) {
        static SaidView of(DueDays.Said said) {
            return new SaidView(said.value(), said.by() == null ? null : By.of(said.by()));
        }
    }

    /** Who said it, when, and from which month on. */
    public record By(String regionCode, String regionName, YearMonth from, Instant at, String who) {
        static By of(DueRule rule) {
            return new By(
                    rule.regionCode(), rule.regionName(), YearMonth.parse(rule.from()), rule.setAt(), rule.setBy());
        }
    }

    /** A rule of the region's own; what is {@code null} is inherited. */
    public record OwnView(YearMonth from, Map<Level, Integer> days, Integer graceDays, Instant at, String who) {
        static OwnView of(DueRule rule) {
            return new OwnView(YearMonth.parse(rule.from()), rule.days(), rule.graceDays(), rule.setAt(), rule.setBy());
        }
    }

    /** The dates of one month, by level, and how the region's own closing stands. */
    public record MonthDues(YearMonth period, Map<Level, Due> due, MonthView standing) {}

    /** @param notice {@code null} while there is none */
    public record NoticeView(int year, String notice) {}

    static Map<Level, SaidView> days(DueDays days) {
        return days.days().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, e -> SaidView.of(e.getValue()), (a, b) -> b, LinkedHashMap::new));
    }
}
