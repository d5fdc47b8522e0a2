package org.jielian.contracts;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * One named set of coefficients with all its years, on {@value #TOPIC}, keyed by set code; a newer version replaces the older one entirely.
 * Energy computed with one set is never compared with another's.
 *
 * @param setCode {@code STAT}, {@code QUOTA}
 * @param version grows with every change of the set
 * @param zh what it is called
 * @param en likewise
 * @param coefficients what one unit of a quantity stands for, from a year on; what is not listed is neither energy nor CO2
 * @param forms which form a month is reported on, oldest first
 */
public record CoefficientsState(
        String setCode, long version, String zh, String en, List<Coefficient> coefficients, List<Form> forms) {
    public static final String TOPIC = "metrics.coefficients.v1";

    /**
     * What one unit of a quantity stands for.
     *
     * @param quantity code of the quantity, as reports carry it
     * @param yearFrom first year it holds for
     * @param unitOfMeasure the unit the quantity is reported in
     * @param kgcePerUnit kilograms of coal equivalent; zero for what is no energy
     * @param co2KgPerUnit kilograms of CO2
     */
    public record Coefficient(
            String quantity, int yearFrom, String unitOfMeasure, BigDecimal kgcePerUnit, BigDecimal co2KgPerUnit) {}

    /** A version of the form and the first month that is reported on it. */
    public record Form(String code, YearMonth from) {}

    /** What holds for a quantity in a year; empty for what is no carrier and for years before the set begins. */
    public Optional<Coefficient> of(String quantity, int year) {
        return coefficients.stream()
                .filter(c -> c.quantity().equals(quantity) && c.yearFrom() <= year)
                .max(Comparator.comparingInt(Coefficient::yearFrom));
    }

    /** Exact coal equivalent of a year's sums; {@code null} when no energy was reported, which is not the same as none used. */
    public BigDecimal kgce(Map<String, BigDecimal> sums, int year) {
        return total(sums, year, Coefficient::kgcePerUnit);
    }

    /** Exact CO2 of a year's sums; {@code null} when no energy was reported. */
    public BigDecimal co2Kg(Map<String, BigDecimal> sums, int year) {
        return total(sums, year, Coefficient::co2KgPerUnit);
    }

    private BigDecimal total(Map<String, BigDecimal> sums, int year, Function<Coefficient, BigDecimal> per) {
        BigDecimal total = null;
        for (var sum : sums.entrySet()) {
            Optional<Coefficient> coefficient =
                    of(sum.getKey(), year).filter(c -> c.kgcePerUnit().signum() != 0);
            if (coefficient.isEmpty()) continue;
            BigDecimal part = per.apply(coefficient.get()).multiply(sum.getValue());
            total = total == null ? part : total.add(part);
        }
        return total;
    }

    /** Codes of the forms the months of a year are reported on, the oldest one for months before it. */
    public List<String> formsOf(int year) {
        List<String> codes = new java.util.ArrayList<>();
        for (int i = 0; i < forms.size(); i++) {
            boolean begun = i == 0 || !forms.get(i).from().isAfter(YearMonth.of(year, 12));
            boolean ended = i + 1 < forms.size() && !forms.get(i + 1).from().isAfter(YearMonth.of(year, 1));
            if (begun && !ended) codes.add(forms.get(i).code());
        }
        return codes;
    }
}
