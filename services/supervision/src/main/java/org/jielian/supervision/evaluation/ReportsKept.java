package org.jielian.supervision.evaluation;

import java.util.List;
import org.jielian.contracts.ReportState;

/** Newer reports than those known were learnt; fired in the transaction that keeps them. */
public record ReportsKept(List<ReportState> reports) {}
