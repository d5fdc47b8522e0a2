package org.jielian.metrics.reporting;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import org.jielian.metrics.calendar.Due;
import org.jielian.metrics.calendar.DueDates;

/** By when units report, by the calendar of the region that administers them, and whether that is over. */
@Singleton
class Deadlines {
    @Inject
    DueDates dates;

    @Inject
    Clock clock;

    /** The deadlines of one month; the calendar is asked once for each region. */
    final class OfMonth {
        private final YearMonth period;
        private final Map<String, Due> byRegion = new HashMap<>();

        private OfMonth(YearMonth period) {
            this.period = period;
        }

        YearMonth period() {
            return period;
        }

        /** By when units that the region administers hand the month in. */
        Due due(String region) {
            return byRegion.computeIfAbsent(region, r -> dates.ofUnitsIn(r, period));
        }

        /** Whether one that has not come by now is late, grace included. */
        boolean isOver(String region) {
            return due(region).isLate(clock.instant());
        }

        /** Nothing is outstanding before the month has ended. */
        boolean hasEnded() {
            return period.isBefore(YearMonth.from(LocalDate.now(clock)));
        }
    }

    OfMonth of(YearMonth period) {
        return new OfMonth(period);
    }
}
