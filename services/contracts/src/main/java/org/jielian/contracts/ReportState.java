package org.jielian.contracts;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;

/**
 * The current revision of one unit's report for one month, on {@value #TOPIC}, keyed by {@link #key()}; a newer version replaces the
 * older one entirely.
 *
 * @param unitCode the reporting unit
 * @param period the month reported
 * @param version grows with every revision and with every change of where the report counts
 * @param status how far it has come
 * @param countsIn the cell it adds to; {@code null} when it counts nowhere, as when its unit did not exist in that month
 * @param quantities by quantity code ({@code electricityKwh}); a quantity that was not reported is absent, never zero
 * @param headcount people using energy in that month
 * @param floorArea building area in that month, square metres
 * @param changedAt when this revision was made
 * @param submittedAt when the report was first handed in, whatever was corrected since; {@code null} in facts from before this was told
 * @param refusal what a reviewer did not accept as an explanation; {@code null} unless the report stands RETURNED because of one
 */
public record ReportState(
        String unitCode,
        YearMonth period,
        long version,
        Status status,
        CountsIn countsIn,
        Map<String, BigDecimal> quantities,
        BigDecimal headcount,
        BigDecimal floorArea,
        Instant changedAt,
        Instant submittedAt,
        Refusal refusal) {
    public static final String TOPIC = "metrics.report.v1";

    /** How far a report has come. */
    public enum Status {
        /** Handed in: counts in the live layer. */
        SUBMITTED,
        /** Sent back by a tier above with what is to be corrected: still counts in the live layer, since it is what the unit says. */
        RETURNED,
        /** Accepted by the tier that administers the unit: counts in both layers. */
        ACCEPTED,
        /** Taken back: counts nowhere, its history stays. */
        WITHDRAWN
    }

    /**
     * The cell a report adds to.
     *
     * @param regionCode the region that administered the unit in the report's month
     * @param type the unit's type in that month
     */
    public record CountsIn(String regionCode, InstitutionType type) {}

    /**
     * The explanation of something unusual was not accepted.
     *
     * @param fields what had been explained, as in JSON: {@code quantities.waterM3}; {@code *} for the report as a whole
     * @param comment what the reviewer says; {@code null} for nothing but the fields
     * @param by the region in whose name
     */
    public record Refusal(List<String> fields, String comment, String by) {
        public Refusal {
            fields = List.copyOf(fields);
        }
    }

    /** One that stands as it was first handed in. */
    public ReportState(
            String unitCode,
            YearMonth period,
            long version,
            Status status,
            CountsIn countsIn,
            Map<String, BigDecimal> quantities,
            BigDecimal headcount,
            BigDecimal floorArea,
            Instant changedAt) {
        this(unitCode, period, version, status, countsIn, quantities, headcount, floorArea, changedAt, changedAt, null);
    }

    /** The fact's key: unit code, slash, period. */
    public String key() {
        return unitCode + "/" + period;
    }
}
