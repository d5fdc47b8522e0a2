package org.jielian.portal.clients;

import java.math.BigDecimal;
import org.jielian.portal.i18n.Language;

/** What one energy carrier adds to a region's total. */
public record Carrier(
        String carrier,
        String zh,
        String en,
        BigDecimal quantity,
        String unitOfMeasure,
        BigDecimal energyKgce,
        BigDecimal co2Kg,
        BigDecimal share) {
    public String label(Language language) {
        String label = language == Language.EN ? en : zh;
        return label == null ? carrier : label;
    }
}
