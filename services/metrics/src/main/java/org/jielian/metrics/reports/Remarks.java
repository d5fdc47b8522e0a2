package org.jielian.metrics.reports;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a unit says beside its figures.
 *
 * @param bases by quantity code, how it was measured; absent where the unit did not say
 * @param note free words; {@code null} for none
 * @param explanations by field, why a figure deviates from what is usual; {@code *} for the report as a whole
 */
public record Remarks(Map<String, Basis> bases, String note, Map<String, String> explanations) {
    /** Stands for the report as a whole among the explanations. */
    static final String ALL_OF_IT = "*";

    static final Remarks NONE = new Remarks(null, null, null);

    /** How a quantity became known. */
    public enum Basis {
        /** From the supplier's bill. */
        BILLED("账单"),
        /** Read off a meter. */
        METERED("抄表"),
        /** A share of what several institutions use together. */
        ALLOCATED("分摊"),
        /** Estimated, in want of anything better. */
        ESTIMATED("估算");

        private final String zh;

        Basis(String zh) {
            this.zh = zh;
        }

        /** What people choose in a workbook. */
        String word(String language) {
            return "en".equals(language) ? name() : zh;
        }

        /** By its name, in capitals or not, or by its Chinese word. */
        static Optional<Basis> of(String text) {
            return Arrays.stream(values())
                    .filter(basis -> basis.name().equalsIgnoreCase(text.strip()) || basis.zh.equals(text.strip()))
                    .findFirst();
        }

        /** All that may be written. */
        static String words() {
            return Arrays.stream(values())
                    .map(basis -> basis.zh + " " + basis.name())
                    .collect(Collectors.joining(", "));
        }
    }

    public Remarks {
        bases = bases == null ? Map.of() : new TreeMap<>(bases);
        explanations = explanations == null ? Map.of() : new TreeMap<>(explanations);
    }
}
