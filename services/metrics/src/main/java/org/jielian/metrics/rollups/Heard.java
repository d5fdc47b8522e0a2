package org.jielian.metrics.rollups;

import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jielian.contracts.RegionState;
import org.jielian.contracts.ReportState;

/**
 * A fact as it was heard: understood, or kept as it came together with the reason why not.
 *
 * @param fact {@code null} when it was not understood
 * @param problem {@code null} when it was
 */
record Heard<T>(T fact, byte[] raw, String problem) {

    /** Reads facts of one type; {@code lacks} names what one of them lacks, or is {@code null}. */
    static <T> Function<byte[], Heard<T>> reading(ObjectReader reader, Function<T, String> lacks) {
        return raw -> {
            try {
                T fact = raw == null ? null : reader.readValue(raw);
                String problem = fact == null ? "a fact of state has no value" : lacks.apply(fact);
                return new Heard<>(problem == null ? fact : null, raw, problem);
            } catch (IOException e) {
                // told in full on the dead-letter topic
                return new Heard<>(null, raw, e.getMessage());
            }
        };
    }

    boolean understood() {
        return fact != null;
    }

    static String lacks(ReportState report) {
        boolean whole =
                present(report.unitCode(), report.period(), report.status(), report.quantities(), report.changedAt());
        if (!whole) return "a report needs unitCode, period, status, quantities and changedAt";
        var in = report.countsIn();
        return in == null || present(in.regionCode(), in.type()) ? null : "countsIn needs regionCode and type";
    }

    static String lacks(RegionState region) {
        boolean whole = present(region.regionCode(), region.parents())
                && region.parents().stream().allMatch(parent -> parent != null && parent.from() != null);
        return whole ? null : "a region needs regionCode and parents with from";
    }

    private static boolean present(Object... parts) {
        return Stream.of(parts).noneMatch(java.util.Objects::isNull);
    }
}
