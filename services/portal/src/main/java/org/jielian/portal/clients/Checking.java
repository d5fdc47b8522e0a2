package org.jielian.portal.clients;

import java.math.BigDecimal;
import java.util.List;

/** What the checks go by, as metrics tells it. */
public final class Checking {
    /** The parameters of a region, by rule. */
    public record Parameters(String region, List<Parameter> items) {}

    /**
     * One parameter as it holds in a region.
     *
     * @param setIn the region that set it; {@code null} for the default
     */
    public record Parameter(
            String name,
            String rule,
            String zh,
            String en,
            BigDecimal value,
            String setIn,
            String setInName,
            BigDecimal defaultValue,
            BigDecimal least,
            BigDecimal most) {}

    private Checking() {}
}
