package org.jielian.metrics.closings;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import org.jielian.contracts.InstitutionType;
import org.jielian.contracts.ReportState.Status;

/**
 * One report that no longer stands as it was closed.
 *
 * @param name of the unit; {@code null} when it has gone where the caller does not see it
 * @param kind what has happened to it, by and large
 * @param before what was closed; {@code null} when the report was not in the closing
 * @param now what counts now; {@code null} when it counts here no more
 * @param change the last change since the closing; {@code null} for a move, which the unit's register explains, and where the caller may
 *     not see the unit's history
 */
public record Difference(String unitCode, String name, Kind kind, Content before, Content now, Revision change) {
    /** What has happened to a report since its month was closed. */
    public enum Kind {
        /** Handed in for the first time after the closing. */
        REPORTED_LATE,
        CORRECTED,
        WITHDRAWN,
        /** Accepted, or no longer so: moves the reviewed figures only. */
        REVIEWED,
        /** Counts in another region or type below. */
        MOVED,
        /** Counts elsewhere. */
        MOVED_AWAY,
        /** Had been handed in before, and did not count here then: it was withdrawn, or its unit has come. */
        CAME_BACK
    }

    /** A revision as it counts. */
    public record Content(
            long version,
            Status status,
            String countsInRegion,
            InstitutionType countsInType,
            Map<String, BigDecimal> quantities,
            BigDecimal headcount,
            BigDecimal floorArea) {
        boolean saysTheSameAs(Content other) {
            return headcount.compareTo(other.headcount) == 0
                    && floorArea.compareTo(other.floorArea) == 0
                    && quantities.keySet().equals(other.quantities.keySet())
                    && quantities.entrySet().stream()
                            .allMatch(q -> q.getValue().compareTo(other.quantities.get(q.getKey())) == 0);
        }

        boolean countsAs(Content other) {
            return countsInRegion.equals(other.countsInRegion) && countsInType == other.countsInType;
        }
    }

    /** Who did what, when and why. */
    public record Revision(Instant at, String who, String action, String reason) {}
}
