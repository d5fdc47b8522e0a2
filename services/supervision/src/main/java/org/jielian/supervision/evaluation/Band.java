package org.jielian.supervision.evaluation;

import org.jielian.contracts.StandardPackage.Bound;

/** Where a figure lies among the limits of its quota; later is better within energy, and within water. */
public enum Band {
    ABOVE_CONSTRAINT(null),
    WITHIN_CONSTRAINT(Bound.CONSTRAINT),
    WITHIN_BASELINE(Bound.BASELINE),
    WITHIN_GUIDANCE(Bound.GUIDANCE),
    ABOVE_GENERAL(null),
    WITHIN_GENERAL(Bound.GENERAL),
    WITHIN_ADVANCED(Bound.ADVANCED);

    private final Bound bound;

    Band(Bound bound) {
        this.bound = bound;
    }

    /** The limit it keeps to; {@code null} above all limits. */
    public Bound bound() {
        return bound;
    }

    /** The band below a limit. */
    static Band within(Bound bound) {
        for (Band band : values()) if (band.bound == bound) return band;
        throw new IllegalArgumentException("no band for " + bound);
    }

    /** The band above the loosest limit. */
    static Band above(Bound loosest) {
        return loosest == Bound.GENERAL || loosest == Bound.ADVANCED ? ABOVE_GENERAL : ABOVE_CONSTRAINT;
    }

    /** Whether the loosest limit is kept to. */
    public boolean isWithin() {
        return bound != null;
    }
}
