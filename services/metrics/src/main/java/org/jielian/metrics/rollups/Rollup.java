package org.jielian.metrics.rollups;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.function.BiFunction;
import org.jielian.contracts.RollupState.Sums;
import org.jielian.metrics.coefficients.CoefficientSet;
import org.jielian.metrics.forms.Quantity;

/**
 * What is answered for one region and period. A figure nobody reported is {@code null}, never zero; ratios are made last, from sums.
 *
 * @param type only where the answer is by institution type
 * @param quantities exact sums by quantity code
 * @param headcount sum over the months of the period, divided by their number
 * @param floorArea likewise, square metres
 * @param units coverage in unit-months
 * @param reportedOf by quantity code: how many reports carry it
 * @param coefficientSet with which energy and CO2 were computed
 */
public record Rollup(
        String regionCode,
        String name,
        String tier,
        String period,
        @JsonInclude(JsonInclude.Include.NON_NULL) String type,
        String layer,
        Map<String, BigDecimal> quantities,
        BigDecimal headcount,
        BigDecimal floorArea,
        BigDecimal energyKgce,
        BigDecimal co2Kg,
        BigDecimal perCapita,
        BigDecimal perArea,
        BigDecimal waterPerCapita,
        Coverage units,
        Map<String, Long> reportedOf,
        String coefficientSet,
        Instant asOf) {

    /** How many units should have reported, did, and were accepted; unit-months when the period is longer than a month. */
    public record Coverage(long expected, long reported, long reviewed) {}

    /** Of whom a figure is. */
    public record About(String regionCode, String name, String tier) {}

    /** By which rules figures are made of sums. */
    record Terms(Layer layer, CoefficientSet set, SortedMap<Integer, Quantity> quantities) {
        Quantity water() {
            return quantities.values().stream()
                    .filter(quantity -> "water".equals(quantity.carrier()))
                    .findFirst()
                    .orElseThrow();
        }
    }

    static Rollup of(About about, String period, int months, String type, Figures figures, long expected, Terms terms) {
        Sums sums = figures.sums();
        Map<String, BigDecimal> quantities = new LinkedHashMap<>();
        Map<String, Long> reportedOf = new LinkedHashMap<>();
        BigDecimal all = BigDecimal.valueOf(months);
        for (Quantity quantity : terms.quantities().values()) {
            quantities.put(
                    quantity.code(), overMonths(quantity, sums.quantities().get(quantity.code()), all));
            reportedOf.put(quantity.code(), sums.reportedOf().getOrDefault(quantity.code(), 0L));
        }
        BigDecimal kgce = perYear(figures, terms, terms.set()::kgce);
        BigDecimal co2 = perYear(figures, terms, terms.set()::co2Kg);
        BigDecimal water = quantities.get(terms.water().code());
        return new Rollup(
                about.regionCode(),
                about.name(),
                about.tier(),
                period,
                type,
                terms.layer().sums(),
                quantities,
                sums.reports() == 0 ? null : ratio(sums.headcount(), all),
                sums.reports() == 0 ? null : ratio(sums.floorArea(), all),
                rounded(kgce),
                rounded(co2),
                perMonthly(kgce, sums.headcount(), all),
                perMonthly(kgce, sums.floorArea(), all),
                perMonthly(water, sums.headcount(), all),
                new Coverage(expected, figures.reported(), figures.reviewed()),
                reportedOf,
                terms.set().code(),
                figures.asOf());
    }

    /** What is simply there, such as vehicles, is the mean of its months; everything else their sum. */
    private static BigDecimal overMonths(Quantity quantity, BigDecimal sum, BigDecimal months) {
        return sum == null || quantity.kind() != Quantity.Kind.STOCK ? sum : ratio(sum, months);
    }

    private static BigDecimal perYear(
            Figures figures, Terms terms, BiFunction<Map<Quantity, BigDecimal>, Integer, BigDecimal> convert) {
        return figures.byYear().entrySet().stream()
                .map(year -> convert.apply(byQuantity(year.getValue(), terms), year.getKey()))
                .filter(Objects::nonNull)
                .reduce(BigDecimal::add)
                .orElse(null);
    }

    private static Map<Quantity, BigDecimal> byQuantity(Sums sums, Terms terms) {
        Map<Quantity, BigDecimal> amounts = new LinkedHashMap<>();
        for (Quantity quantity : terms.quantities().values())
            amounts.put(quantity, sums.quantities().get(quantity.code()));
        return amounts;
    }

    /** An amount divided by the monthly mean of a count; {@code null} when there is nothing to divide or to divide by. */
    private static BigDecimal perMonthly(BigDecimal amount, BigDecimal sumOverMonths, BigDecimal months) {
        if (amount == null || sumOverMonths.signum() == 0) return null;
        return ratio(amount.multiply(months), sumOverMonths);
    }

    private static BigDecimal ratio(BigDecimal numerator, BigDecimal denominator) {
        // enough digits that only one rounding is seen
        return rounded(numerator.divide(denominator, new MathContext(60)));
    }

    static BigDecimal rounded(BigDecimal exact) {
        return exact == null ? null : exact.setScale(2, RoundingMode.HALF_UP);
    }
}
