package org.jielian.metrics.validation;

import java.math.BigDecimal;
import java.util.Map;

/**
 * The limits of a unit's quota in a year, as supervision told them.
 *
 * @param release key of the release they are of
 * @param byIndicator the limits by name, such as {@code CONSTRAINT}, of each indicator that is limited
 */
record Limits(String release, Map<String, Map<String, BigDecimal>> byIndicator) {
    static final String CONSTRAINT = "CONSTRAINT";
    static final String GUIDANCE = "GUIDANCE";

    /** {@code null} when there is none. */
    BigDecimal of(String indicator, String limit) {
        return byIndicator.getOrDefault(indicator, Map.of()).get(limit);
    }
}
