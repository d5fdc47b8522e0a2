package org.jielian.supervision.evaluation;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.HashMap;
import java.util.Map;

/**
 * Exact sums over the reports of one node and year.
 *
 * @param quantities by quantity code; what nobody reported is absent
 * @param headcount people, summed over the reports of all months
 * @param floorArea square metres, likewise
 * @param reports number of reports
 * @param months number of months with a report
 * @param onTime how many reports came by their day; {@code null} where that can't be told of all of them
 */
public record YearSums(
        Map<String, BigDecimal> quantities,
        BigDecimal headcount,
        BigDecimal floorArea,
        long reports,
        int months,
        Long onTime) {
    public static final YearSums NONE = new YearSums(Map.of(), BigDecimal.ZERO, BigDecimal.ZERO, 0, 0, 0L);
    /** Enough digits that the only rounding anyone can see is the last one. */
    private static final MathContext EXACT_ENOUGH = new MathContext(60);

    private static final BigDecimal ALL_MONTHS = BigDecimal.valueOf(12);

    /** @param inTime whether what is added came by its day; {@code null} where that can't be told */
    YearSums plus(
            Map<String, BigDecimal> more,
            BigDecimal people,
            BigDecimal area,
            long count,
            boolean anotherMonth,
            Boolean inTime) {
        Map<String, BigDecimal> sums = new HashMap<>(quantities);
        more.forEach((quantity, amount) -> {
            if (amount != null) sums.merge(quantity, amount, BigDecimal::add);
        });
        return new YearSums(
                sums,
                add(headcount, people),
                add(floorArea, area),
                reports + count,
                months + (anotherMonth ? 1 : 0),
                onTime == null || inTime == null ? null : (Long) (onTime + (inTime ? 1 : 0)));
    }

    private static BigDecimal add(BigDecimal sum, BigDecimal more) {
        return more == null ? sum : sum.add(more);
    }

    /**
     * An amount by the mean of a count over the year's months, unrounded; {@code null} when there is nothing to divide or to divide by. The
     * mean of a whole year is over twelve months, whichever of them a unit existed in; while months are missing it is over those that were
     * reported, so that a part of a year is never blown up to a year.
     */
    BigDecimal per(BigDecimal amount, BigDecimal sumOverMonths, boolean whole) {
        if (amount == null || sumOverMonths.signum() == 0) return null;
        BigDecimal over = whole ? ALL_MONTHS : BigDecimal.valueOf(months);
        return amount.multiply(over).divide(sumOverMonths, EXACT_ENOUGH);
    }
}
