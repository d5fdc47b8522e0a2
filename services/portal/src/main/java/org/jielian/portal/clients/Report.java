package org.jielian.portal.clients;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Map;
import org.jielian.contracts.ReportState.CountsIn;
import org.jielian.contracts.ReportState.Status;

/** One unit's report for one month. */
public record Report(
        String unitCode,
        YearMonth period,
        long version,
        Status status,
        Map<String, BigDecimal> quantities,
        BigDecimal headcount,
        BigDecimal floorArea,
        CountsIn countsIn,
        BigDecimal energyKgce,
        Instant changedAt,
        String changedBy) {
    public Report {
        quantities = quantities == null ? Map.of() : quantities;
    }

    public boolean stands() {
        return status != Status.WITHDRAWN;
    }

    /** What is sent to report or correct a month, as the person wrote it: the service says what is wrong with it. */
    public record Draft(Map<String, String> quantities, String headcount, String floorArea, String reason) {}

    /** Why something is done. */
    public record Reason(String reason) {}
}
