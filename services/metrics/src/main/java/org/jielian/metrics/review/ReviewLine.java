package org.jielian.metrics.review;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.jielian.contracts.InstitutionType;
import org.jielian.contracts.ReportState.Status;
import org.jielian.metrics.calendar.Due;
import org.jielian.metrics.reports.Remarks;
import org.jielian.metrics.reports.Return;
import org.jielian.metrics.validation.Finding;

/**
 * A report as whoever reviews it needs to see it.
 *
 * @param regionCode the region that administers the unit now and accepts
 * @param submittedAt when it was first handed in
 * @param timeliness how that stands to the day it was due; {@code null} when the unit was not to report
 * @param quantities by quantity code; what was not reported is absent
 * @param returned why it was sent back; {@code null} unless it is RETURNED
 * @param lastMonth what stood a month before; {@code null} when nothing did
 * @param lastYear what stood in the same month of the year before; {@code null} when nothing did
 */
public record ReviewLine(
        String unitCode,
        String name,
        InstitutionType type,
        String regionCode,
        String regionName,
        YearMonth period,
        long version,
        Status status,
        Instant submittedAt,
        Due.Timeliness timeliness,
        Instant changedAt,
        String changedBy,
        Map<String, BigDecimal> quantities,
        BigDecimal headcount,
        BigDecimal floorArea,
        Remarks remarks,
        List<Finding> findings,
        Return returned,
        Risk risk,
        Influence influence,
        Before lastMonth,
        Before lastYear) {

    /**
     * How much there is to look at in a report: the sum of what its findings weigh, by the table of weights.
     *
     * @param level NONE, LOW, MEDIUM or HIGH
     * @param clean whether there is nothing to look at: no finding above information
     * @param parts what each finding adds
     */
    public record Risk(int points, String level, boolean clean, List<Part> parts) {
        /** What one finding adds. */
        public record Part(String rule, String field, boolean explained, int points) {}
    }

    /**
     * How much of the region's month this report is, by the set of the national survey.
     *
     * @param energyKgce of the report, exact; {@code null} when it has no energy
     * @param ofKgce of all that was reported in the region in that month, exact; {@code null} while it has not risen
     * @param share the first divided by the second, to six decimals; {@code null} when the report counts elsewhere
     */
    public record Influence(BigDecimal energyKgce, BigDecimal ofKgce, BigDecimal share) {}

    /**
     * An earlier report of the unit that stands.
     *
     * @param energyChange of the present report's energy against it, as a share to four decimals; {@code null} where it can't be said
     */
    public record Before(
            YearMonth period,
            Status status,
            Map<String, BigDecimal> quantities,
            BigDecimal headcount,
            BigDecimal floorArea,
            BigDecimal energyKgce,
            BigDecimal energyChange) {}
}
