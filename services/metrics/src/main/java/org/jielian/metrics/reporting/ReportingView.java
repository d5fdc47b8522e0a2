package org.jielian.metrics.reporting;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;

/**
 * Which months of a year a unit has reported.
 *
 * @param regionCode the region that administers it now
 * @param months January to December
 */
public record ReportingView(
        String unitCode, String name, String type, String regionCode, String regionName, List<Month> months) {
    /** How a unit's month stands. */
    public enum Status {
        /** Not registered yet, or closed already. */
        NOT_EXPECTED,
        /** Still to come: the month has not ended. */
        NOT_DUE,
        MISSING,
        SUBMITTED,
        RETURNED,
        ACCEPTED,
        WITHDRAWN
    }

    /**
     * One month of a unit.
     *
     * @param version of its report; {@code null} without one
     * @param energyKgce coal equivalent by the set of the national survey; {@code null} without a report that counts
     * @param electricityKwh {@code null} where it was not reported
     */
    public record Month(
            YearMonth period, Status status, Long version, BigDecimal energyKgce, BigDecimal electricityKwh) {}
}
