package org.jielian.contracts;

import java.time.YearMonth;
import java.util.List;

/**
 * By when units report and regions close, as it holds in one region, on {@value #TOPIC}, keyed by region code; a newer version replaces the
 * older one entirely. What the region inherits from above is in it already.
 *
 * @param regionCode the region
 * @param version grows with every change of what holds in it, whoever above it made the change
 * @param days what holds from which month on, oldest first, never empty
 */
public record CalendarState(String regionCode, long version, List<Days> days) {
    public static final String TOPIC = "metrics.calendar.v1";

    /**
     * Days of the month that follows the one reported; what falls on a day off is due on the next working day.
     *
     * @param from first month these hold for
     * @param unitDay by which the units right below the region report
     * @param countyDay by which a county closes the month; the others likewise
     * @param graceDays working days after the due day within which nothing is late
     */
    public record Days(YearMonth from, int unitDay, int countyDay, int cityDay, int provinceDay, int graceDays) {}

    public CalendarState {
        days = List.copyOf(days);
    }

    /** What holds for a month; for months before the first, what held first. */
    public Days in(YearMonth month) {
        Days holding = days.get(0);
        for (Days next : days) if (!next.from().isAfter(month)) holding = next;
        return holding;
    }
}
