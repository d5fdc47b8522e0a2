package org.jielian.contracts;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Map;

/**
 * The current sums of one cell of the roll-up, on {@value #TOPIC}, keyed by {@link #key()}; a newer version replaces the older one
 * entirely. A cell holds everything below its region: the units that hang directly on it and all regions under it.
 *
 * <p>Only sums are told, never ratios and never energy: those are computed from sums when read.
 *
 * @param regionCode the region
 * @param period the month
 * @param type the institution type
 * @param version grows with every change of the cell
 * @param live all submitted reports
 * @param reviewed the accepted ones among them
 * @param asOf time of the latest change below that is included
 */
public record RollupState(
        String regionCode,
        YearMonth period,
        InstitutionType type,
        long version,
        Sums live,
        Sums reviewed,
        Instant asOf) {
    public static final String TOPIC = "metrics.rollup.v1";

    /**
     * Exact sums over reports.
     *
     * @param quantities by quantity code; a quantity nobody reported is absent
     * @param reportedOf by quantity code: how many of the reports carry it
     * @param reports number of reports
     * @param headcount people, summed over the reports of the month
     * @param floorArea square metres, summed over the reports of the month
     */
    public record Sums(
            Map<String, BigDecimal> quantities,
            Map<String, Long> reportedOf,
            long reports,
            BigDecimal headcount,
            BigDecimal floorArea) {}

    /** The fact's key: region code, slash, period, slash, type. */
    public String key() {
        return regionCode + "/" + period + "/" + type;
    }
}
