package org.jielian.metrics.rollups;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jielian.contracts.RollupState.Sums;

/**
 * Everything that was added up for one line of an answer.
 *
 * @param byYear sums of the asked layer, kept apart by year since coefficients are dated
 * @param reported number of reports in the live layer
 * @param reviewed number of reports in the reviewed layer
 * @param asOf latest change included; {@code null} when there is none
 */
record Figures(Map<Integer, Sums> byYear, long reported, long reviewed, Instant asOf) {
    static final Figures NONE = new Figures(Map.of(), 0, 0, null);

    Figures plus(Figures other) {
        Map<Integer, Sums> sums = new TreeMap<>(byYear);
        other.byYear.forEach((year, more) -> sums.merge(year, more, Adding::plus));
        return new Figures(sums, reported + other.reported, reviewed + other.reviewed, later(asOf, other.asOf));
    }

    /** What is left without the others; nothing at all while they are ahead of this, as happens for a moment on the way up. */
    Figures minus(Figures others) {
        Map<Integer, Sums> sums = new TreeMap<>(byYear);
        others.byYear.forEach((year, less) ->
                sums.merge(year, Adding.minus(Adding.NOTHING, less), (mine, negative) -> Adding.plus(mine, negative)));
        Figures rest = new Figures(sums, reported - others.reported, reviewed - others.reviewed, asOf);
        return rest.reported < 0 || rest.reviewed < 0 ? NONE : rest;
    }

    /** All years together. */
    Sums sums() {
        return byYear.values().stream().reduce(Adding.NOTHING, Adding::plus);
    }

    private static Instant later(Instant a, Instant b) {
        if (a == null) return b;
        return b == null ? a : Contribution.later(a, b);
    }
}
