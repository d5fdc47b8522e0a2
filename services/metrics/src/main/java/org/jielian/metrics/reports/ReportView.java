package org.jielian.metrics.reports;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Map;
import org.jielian.contracts.ReportState;

/** A report as it is answered. Quantities that were not reported are absent. */
record ReportView(
        String unitCode,
        YearMonth period,
        long version,
        ReportState.Status status,
        Map<String, BigDecimal> quantities,
        BigDecimal headcount,
        BigDecimal floorArea,
        ReportState.CountsIn countsIn,
        Instant changedAt,
        String changedBy) {
    static ReportView of(Report report) {
        ReportState state = report.state();
        return new ReportView(
                state.unitCode(),
                state.period(),
                state.version(),
                state.status(),
                state.quantities(),
                state.headcount(),
                state.floorArea(),
                state.countsIn(),
                state.changedAt(),
                report.changedBy());
    }
}
