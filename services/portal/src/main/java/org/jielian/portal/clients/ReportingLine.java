package org.jielian.portal.clients;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import org.jielian.contracts.InstitutionType;

/** One unit's year: which months were reported. */
public record ReportingLine(
        String unitCode, String name, InstitutionType type, String regionCode, String regionName, List<Month> months) {
    public ReportingLine {
        months = months == null ? List.of() : List.copyOf(months);
    }

    /** How a month stands. */
    public enum MonthStatus {
        NOT_EXPECTED,
        NOT_DUE,
        MISSING,
        SUBMITTED,
        RETURNED,
        ACCEPTED,
        WITHDRAWN
    }

    /** One month of it. */
    public record Month(
            YearMonth period, MonthStatus status, Long version, BigDecimal energyKgce, BigDecimal electricityKwh) {}
}
