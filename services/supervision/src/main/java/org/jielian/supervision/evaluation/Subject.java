package org.jielian.supervision.evaluation;

import java.util.List;
import java.util.Map;

/**
 * All that is known of a unit or region whose year is evaluated.
 *
 * @param node unit or region code
 * @param unit whether it is a unit
 * @param regionCode the region whose standard judges it: the one that administered the unit at the end of the year, or the region itself
 * @param type institution type; {@code null} for a region
 * @param kind finer kind as quota rows name it; {@code null} when the register does not say
 * @param level grade or level as quota rows name it; {@code null} when the register does not say
 * @param tier of {@code regionCode}
 * @param heating how the building is heated; {@code null} when not known
 * @param lineage {@code regionCode} and the regions above it, nearest first
 * @param monthsExpected unit-months that should have been reported in the year
 * @param years sums by year; years without a report are absent
 */
public record Subject(
        String node,
        boolean unit,
        String regionCode,
        String type,
        String kind,
        String level,
        String tier,
        String heating,
        List<String> lineage,
        long monthsExpected,
        Map<Integer, YearSums> years) {
    YearSums in(int year) {
        return years.getOrDefault(year, YearSums.NONE);
    }

    /** Whether all that was expected of the year is there. */
    boolean isWhole(int year) {
        YearSums sums = in(year);
        return sums.reports() > 0 && (sums.months() == 12 || unit && sums.reports() >= monthsExpected);
    }
}
