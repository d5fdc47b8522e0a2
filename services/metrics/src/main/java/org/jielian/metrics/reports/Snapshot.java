package org.jielian.metrics.reports;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jielian.contracts.ReportState;
import org.jielian.metrics.validation.Finding;

/** All of a report that a revision replaces, as the audit trail keeps it; whoever undoes an import goes back to it. */
@JsonIgnoreProperties(ignoreUnknown = true)
record Snapshot(
        ReportState.Status status,
        Map<String, BigDecimal> quantities,
        BigDecimal headcount,
        BigDecimal floorArea,
        Remarks remarks,
        List<Finding> findings,
        Return returned,
        Instant submittedAt,
        UUID importJob) {}
