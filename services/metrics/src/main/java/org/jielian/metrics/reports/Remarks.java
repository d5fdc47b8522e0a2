package org.jielian.metrics.reports;

import java.util.Map;
import java.util.TreeMap;

/**
 * What a unit says beside its figures.
 *
 * @param bases by quantity code, how it was measured; absent where the unit did not say
 * @param note free words; {@code null} for none
 * @param explanations by field, why a figure deviates from what is usual; {@code *} for the report as a whole
 */
public record Remarks(Map<String, Basis> bases, String note, Map<String, String> explanations) {
    static final Remarks NONE = new Remarks(null, null, null);

    /** How a quantity became known. */
    public enum Basis {
        /** From the supplier's bill. */
        BILLED,
        /** Read off a meter. */
        METERED,
        /** A share of what several institutions use together. */
        ALLOCATED,
        /** Estimated, in want of anything better. */
        ESTIMATED
    }

    public Remarks {
        bases = bases == null ? Map.of() : new TreeMap<>(bases);
        explanations = explanations == null ? Map.of() : new TreeMap<>(explanations);
    }
}
