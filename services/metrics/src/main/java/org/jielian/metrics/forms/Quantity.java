package org.jielian.metrics.forms;

/**
 * Something a report may carry.
 *
 * @param code name in JSON, such as {@code electricityKwh}
 * @param column name in files, such as {@code electricity_kwh}
 * @param unitOfMeasure kWh, m3, L, GJ or kg
 * @param zh Chinese label
 * @param en English label
 * @param carrier its name in the coefficient sets; {@code null} where it is neither energy nor water
 */
public record Quantity(String code, String column, String unitOfMeasure, String zh, String en, String carrier) {}
