package org.jielian.portal.clients;

import org.jielian.portal.i18n.Language;

/**
 * Something a report may carry.
 *
 * @param costOf the quantity it pays for; {@code null} unless it is a cost
 */
public record Quantity(String code, String unitOfMeasure, String zh, String en, String carrier, String costOf) {
    public String label(Language language) {
        return language == Language.EN ? en : zh;
    }

    /** The unit of measure as it is printed. */
    public String unit() {
        return switch (unitOfMeasure) {
            case "m3" -> "m³";
            case "m2" -> "m²";
            case "yuan" -> "¥";
            case "-" -> "";
            default -> unitOfMeasure;
        };
    }
}
