package org.jielian.metrics.forms;

/**
 * Something a report may carry.
 *
 * @param code name in JSON, such as {@code electricityKwh}
 * @param column name in files, such as {@code electricity_kwh}
 * @param unitOfMeasure kWh, m3, L, GJ, kg, yuan, m2, or - for a count
 * @param zh Chinese label
 * @param en English label
 * @param carrier its name in the coefficient sets; {@code null} where it is neither energy nor water
 * @param kind how it adds up over months
 * @param costOf the quantity it pays for; {@code null} unless it is a cost
 * @param partOf the quantity that contains it; {@code null} where there is none
 */
public record Quantity(
        String code,
        String column,
        String unitOfMeasure,
        String zh,
        String en,
        String carrier,
        Kind kind,
        String costOf,
        String partOf) {
    /** How a quantity adds up over months. */
    public enum Kind {
        /** Used up in the month; a year is the sum of its months. */
        FLOW,
        /** Paid for a flow, in yuan; a year is the sum of its months. */
        COST,
        /** There in the month, such as vehicles; a year is the mean of its months. */
        STOCK
    }

    /** The column of a file that says how it was measured; {@code null} for what is neither energy nor water. */
    public String basisColumn() {
        return carrier == null ? null : column + "_basis";
    }
}
