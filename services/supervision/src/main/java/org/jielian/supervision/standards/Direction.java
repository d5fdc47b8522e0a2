package org.jielian.supervision.standards;

import java.math.BigDecimal;

/** Which of two values of a place is the stricter one. */
public enum Direction {
    /** Less is stricter: limits. */
    LOWER,
    /** More is stricter: pass line, coverage, declines, how often. */
    HIGHER,
    /** Earlier in the year is stricter: {@code MM-dd}. */
    EARLIER,
    /** {@code true} is stricter: binding. */
    BINDING,
    /** Not to be changed by a tier below: what is measured, in which unit, by which function and coefficients. */
    FIXED;

    /** Whether the second value is stricter than the first; equal values are not. */
    public boolean isStricter(String than, String value) {
        return switch (this) {
            case LOWER -> compare(than, value) > 0;
            case HIGHER -> compare(than, value) < 0;
            case EARLIER -> value.compareTo(than) < 0;
            case BINDING -> "true".equals(value) && "false".equals(than);
            case FIXED -> false;
        };
    }

    private static int compare(String than, String value) {
        return new BigDecimal(than).compareTo(new BigDecimal(value));
    }
}
