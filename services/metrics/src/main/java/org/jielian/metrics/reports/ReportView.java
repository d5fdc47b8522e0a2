package org.jielian.metrics.reports;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jielian.contracts.ReportState;
import org.jielian.metrics.validation.Finding;

/**
 * A report as it is answered. Quantities that were not reported are absent.
 *
 * @param findings what the checks found in it
 * @param returned why it was sent back; {@code null} unless it is RETURNED
 * @param submittedAt when it was first handed in
 * @param importJob the import that made the present revision; {@code null} when a form or a call did
 */
record ReportView(
        String unitCode,
        YearMonth period,
        long version,
        ReportState.Status status,
        Map<String, BigDecimal> quantities,
        BigDecimal headcount,
        BigDecimal floorArea,
        Remarks remarks,
        List<Finding> findings,
        Return returned,
        ReportState.CountsIn countsIn,
        Instant submittedAt,
        Instant changedAt,
        String changedBy,
        UUID importJob) {
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
                report.figures().remarks(),
                report.findings(),
                report.returned(),
                state.countsIn(),
                report.submittedAt(),
                state.changedAt(),
                report.changedBy(),
                report.importJob());
    }
}
