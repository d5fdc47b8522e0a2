package org.jielian.metrics.reports;

import org.jielian.contracts.ReportState.CountsIn;

/**
 * Where a report belongs.
 *
 * @param unitPath where its unit stands now
 * @param countsIn the cell of its month; {@code null} when the unit was not to report in that month
 * @param countedPath where that cell's region stood in that month; {@code null} with it
 * @param hosted whether a host reports, or reported, some carrier for its unit
 */
record Whereabouts(String unitPath, CountsIn countsIn, String countedPath, boolean hosted) {}
