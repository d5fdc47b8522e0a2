package org.jielian.metrics.calendar;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jielian.foundation.time.WorkingDays;

/**
 * The due days that hold in one region for one month, each with the rule it comes from.
 *
 * @param days by level
 * @param grace working days after the due day
 */
record DueDays(Map<Level, Said> days, Said grace) {
    /** What holds where no region says anything. */
    static final int USUAL_GRACE = 0;

    /**
     * A number and who said it.
     *
     * @param by {@code null} for the default
     */
    record Said(int value, DueRule by) {}

    /**
     * What rules make of it.
     *
     * @param rules of the region and those above, the nearest first; of each region only the one that holds for the month
     */
    static DueDays of(List<DueRule> rules) {
        Map<Level, Said> days = new EnumMap<>(Level.class);
        for (Level level : Level.values()) {
            days.put(
                    level,
                    rules.stream()
                            .filter(r -> r.days().get(level) != null)
                            .findFirst()
                            .map(r -> new Said(r.days().get(level), r))
                            .orElse(new Said(level.usualDay(), null)));
        }
        Said grace = rules.stream()
                .filter(r -> r.graceDays() != null)
                .findFirst()
                .map(r -> new Said(r.graceDays(), r))
                .orElse(new Said(USUAL_GRACE, null));
        return new DueDays(days, grace);
    }

    Due due(Level level, YearMonth period, WorkingDays working) {
        LocalDate nominal = period.plusMonths(1).atDay(days.get(level).value());
        LocalDate date = working.onOrAfter(nominal);
        return new Due(nominal, date, working.plus(date, grace.value()));
    }
}
