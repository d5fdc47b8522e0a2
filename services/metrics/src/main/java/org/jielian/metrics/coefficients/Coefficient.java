package org.jielian.metrics.coefficients;

import java.math.BigDecimal;

/**
 * What one unit of a carrier stands for, from a year on.
 *
 * @param carrier its name in the catalogue of quantities
 * @param yearFrom first year it holds for
 * @param unitOfMeasure the unit a carrier is reported in
 * @param densityKgPerUnit kilograms in one unit where the coefficients are per kilogram; {@code null} otherwise
 * @param kgcePerBase kilograms of coal equivalent, per unit or per kilogram
 * @param co2KgPerBase kilograms of CO2, likewise
 * @param note where it comes from
 */
public record Coefficient(
        String carrier,
        int yearFrom,
        String unitOfMeasure,
        BigDecimal densityKgPerUnit,
        BigDecimal kgcePerBase,
        BigDecimal co2KgPerBase,
        String note) {

    /** Coal equivalent of an amount, exact. */
    public BigDecimal kgce(BigDecimal amount) {
        return base(amount).multiply(kgcePerBase);
    }

    /** CO2 of an amount, exact. */
    public BigDecimal co2Kg(BigDecimal amount) {
        return base(amount).multiply(co2KgPerBase);
    }

    /** Whether the carrier counts as energy; water does not. */
    public boolean isEnergy() {
        return kgcePerBase.signum() != 0;
    }

    private BigDecimal base(BigDecimal amount) {
        return densityKgPerUnit == null ? amount : amount.multiply(densityKgPerUnit);
    }
}
