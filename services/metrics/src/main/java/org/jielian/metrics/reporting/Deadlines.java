package org.jielian.metrics.reporting;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;

/** By when units report, and whether that is over. */
@Singleton
class Deadlines {
    /** Units report by the fifth of the following month. */
    private static final int UNIT_DAY = 5;

    @Inject
    Clock clock;

    /** The last day on which a unit administered by the region hands in a month in time. */
    LocalDate lastDay(String region, YearMonth period) {
        return period.plusMonths(1).atDay(UNIT_DAY);
    }

    boolean isOver(String region, YearMonth period) {
        return LocalDate.now(clock).isAfter(lastDay(region, period));
    }

    /** A month is outstanding once it has ended. */
    boolean hasEnded(YearMonth period) {
        return period.isBefore(YearMonth.now(clock));
    }
}
