package org.jielian.portal.clients;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import org.jielian.contracts.InstitutionType;
import org.jielian.contracts.Tier;

/** The figures of a region for a period; what nobody reported is {@code null}. */
public record Rollup(
        String regionCode,
        String name,
        Tier tier,
        InstitutionType type,
        String period,
        Map<String, BigDecimal> quantities,
        BigDecimal headcount,
        BigDecimal floorArea,
        BigDecimal energyKgce,
        BigDecimal co2Kg,
        BigDecimal perCapita,
        BigDecimal perArea,
        BigDecimal waterPerCapita,
        Coverage units,
        Map<String, Long> reportedOf,
        Instant asOf) {
    public Rollup {
        quantities = quantities == null ? Map.of() : quantities;
        reportedOf = reportedOf == null ? Map.of() : reportedOf;
        units = units == null ? new Coverage(0, 0, 0) : units;
    }

    /** Unit-months that should be there, that are, and that were accepted. */
    public record Coverage(long expected, long reported, long reviewed) {
        public long missing() {
            return Math.max(0, expected - reported);
        }
    }

    public boolean hasReports() {
        return units.reported() > 0;
    }
}
