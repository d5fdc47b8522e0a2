package org.jielian.portal.clients;

import java.math.BigDecimal;

/** What one energy carrier adds to a region's total. */
public record Carrier(
        String carrier,
        BigDecimal quantity,
        String unitOfMeasure,
        BigDecimal energyKgce,
        BigDecimal co2Kg,
        BigDecimal share) {}
