package org.jielian.supervision.evaluation;

import java.util.List;
import org.jielian.contracts.ReportState;

/** Reports were learnt, perhaps not for the first time; fired in the transaction that keeps them. */
public record ReportsKept(List<ReportState> reports) {}
