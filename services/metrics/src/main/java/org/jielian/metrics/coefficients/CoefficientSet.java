package org.jielian.metrics.coefficients;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jielian.metrics.forms.Quantity;

/** A named set of coefficients with all its years. Energy computed with one set is never compared with another's. */
public record CoefficientSet(String code, String zh, String en, List<Coefficient> coefficients) {

    /** What holds for a quantity in a year; empty for what is no carrier and for years before the set begins. */
    public Optional<Coefficient> of(Quantity quantity, int year) {
        if (quantity.carrier() == null) return Optional.empty();
        return coefficients.stream()
                .filter(c -> c.carrier().equals(quantity.carrier()) && c.yearFrom() <= year)
                .max(Comparator.comparingInt(Coefficient::yearFrom));
    }

    /** Exact coal equivalent of a year's sums; {@code null} when no energy was reported, which is not the same as none used. */
    public BigDecimal kgce(Map<Quantity, BigDecimal> sums, int year) {
        return total(sums, year, Coefficient::kgce);
    }

    /** Exact CO2 of a year's sums; {@code null} when no energy was reported. */
    public BigDecimal co2Kg(Map<Quantity, BigDecimal> sums, int year) {
        return total(sums, year, Coefficient::co2Kg);
    }

    private BigDecimal total(
            Map<Quantity, BigDecimal> sums, int year, BiFunction<Coefficient, BigDecimal, BigDecimal> convert) {
        BigDecimal total = null;
        for (var sum : sums.entrySet()) {
            Optional<Coefficient> coefficient = of(sum.getKey(), year).filter(Coefficient::isEnergy);
            if (sum.getValue() == null || coefficient.isEmpty()) continue;
            BigDecimal part = convert.apply(coefficient.get(), sum.getValue());
            total = total == null ? part : total.add(part);
        }
        return total;
    }
}
