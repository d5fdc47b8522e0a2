package org.jielian.metrics.validation;

import java.math.BigDecimal;
import java.util.Map;

/** What the rules go by in one place of the tree, inherited from the regions above and, where they say nothing, by default. */
record Parameters(Map<String, BigDecimal> values) {
    /** {@code null} for a parameter that there is not. */
    BigDecimal find(String name) {
        return values.get(name);
    }

    BigDecimal get(String name) {
        BigDecimal value = values.get(name);
        if (value == null) throw new IllegalStateException("no such parameter: " + name);
        return value;
    }

    int count(String name) {
        return get(name).intValue();
    }

    boolean isOn(String name) {
        return get(name).signum() != 0;
    }
}
