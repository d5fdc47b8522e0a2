package org.jielian.supervision.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jielian.contracts.BusinessTime;
import org.jielian.contracts.CalendarState;
import org.jielian.foundation.time.WorkingDays;

/** The calendars of all regions as of one moment. Days are those of Beijing and count to their end. */
public final class DueReports {
    private final Map<String, CalendarState> calendars;
    private final WorkingDays working;
    private final YearMonth first;
    /** Regions mostly say the same, and working days are counted one by one. */
    private final Map<CalendarState.Days, Map<YearMonth, LocalDate>> known = new HashMap<>();

    DueReports(Map<String, CalendarState> calendars, WorkingDays working, YearMonth first) {
        this.calendars = calendars;
        this.working = working;
        this.first = first;
    }

    /** The last day, grace included, on which a month's report of the region's own units is not late; empty while its calendar is not known. */
    public Optional<LocalDate> lastDay(String region, YearMonth month) {
        return Optional.ofNullable(calendars.get(region)).map(c -> c.in(month)).map(days -> known.computeIfAbsent(
                        days, d -> new HashMap<>())
                .computeIfAbsent(month, m -> lastDay(days, m)));
    }

    private LocalDate lastDay(CalendarState.Days days, YearMonth month) {
        LocalDate due = working.onOrAfter(month.plusMonths(1).atDay(days.unitDay()));
        return working.plus(due, days.graceDays());
    }

    /** The regions whose units are late with a month today if they have not reported it, each with the day that has passed. */
    public Map<String, LocalDate> passed(YearMonth month, LocalDate today) {
        Map<String, LocalDate> passed = new HashMap<>();
        for (String region : calendars.keySet()) {
            lastDay(region, month).filter(today::isAfter).ifPresent(day -> passed.put(region, day));
        }
        return passed;
    }

    /**
     * Whether a report was first handed in by its day.
     *
     * @return {@code null} where nobody can tell: the month is from before this installation, or the calendar or the day is not known
     */
    public Boolean isOnTime(String region, YearMonth month, Instant handedIn) {
        if (month.isBefore(first) || region == null || handedIn == null) return null;
        LocalDate day = LocalDate.ofInstant(handedIn, BusinessTime.ZONE);
        return lastDay(region, month).map(last -> !day.isAfter(last)).orElse(null);
    }
}
