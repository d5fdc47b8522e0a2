package org.jielian.metrics.closings;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jielian.metrics.calendar.MonthView;
import org.jielian.metrics.rollups.Rollup;

/**
 * A region's month: what a closing froze beside what the figures are now.
 *
 * @param standing by when it is to be closed, and how that stands
 * @param closings all there were, the last first
 * @param shown which of them {@code frozen} is; {@code null} when there was none
 * @param reports how far the reports have come
 * @param children the regions directly below in that month
 * @param reopenedBelow the regions at any depth below that have reopened it and not closed it again
 * @param frozen {@code null} before the first closing
 * @param differences how many reports no longer stand as they were closed
 */
record MonthOfRegionView(
        String regionCode,
        String name,
        String tier,
        YearMonth period,
        MonthView standing,
        List<ClosingView> closings,
        ClosingView shown,
        Reports reports,
        List<Child> children,
        List<Child> reopenedBelow,
        Layers frozen,
        Layers now,
        Change live,
        Change reviewed,
        long differences) {
    /** How many of the units expected have not reported, were sent back, wait for review, were accepted. */
    record Reports(long expected, long missing, long returned, long submitted, long accepted) {}

    /** @param closing its last one; {@code null} when it never closed the month */
    record Child(String regionCode, String name, String tier, ClosingView closing) {}

    /** Figures in both layers, whole and by institution type. */
    record Layers(Rollup live, Rollup reviewed, List<Rollup> liveTypes, List<Rollup> reviewedTypes) {}

    /**
     * What was added since the closing, negative where it became less; {@code null} where neither side has the figure.
     *
     * @param reported how many more reports count
     */
    record Change(
            Map<String, BigDecimal> quantities,
            BigDecimal headcount,
            BigDecimal floorArea,
            BigDecimal energyKgce,
            BigDecimal co2Kg,
            long reported) {
        static Change between(Rollup before, Rollup now, long reported) {
            Map<String, BigDecimal> quantities = new LinkedHashMap<>();
            now.quantities()
                    .forEach((code, amount) -> quantities.put(
                            code, minus(amount, before.quantities().get(code))));
            return new Change(
                    quantities,
                    minus(now.headcount(), before.headcount()),
                    minus(now.floorArea(), before.floorArea()),
                    minus(now.energyKgce(), before.energyKgce()),
                    minus(now.co2Kg(), before.co2Kg()),
                    reported);
        }

        private static BigDecimal minus(BigDecimal now, BigDecimal before) {
            if (now == null) return before == null ? null : before.negate();
            return before == null ? now : now.subtract(before);
        }
    }
}
