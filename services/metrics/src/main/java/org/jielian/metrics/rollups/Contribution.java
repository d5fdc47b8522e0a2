package org.jielian.metrics.rollups;

import java.time.Instant;
import org.jielian.contracts.ReportState;
import org.jielian.contracts.RollupState;
import org.jielian.contracts.RollupState.Sums;

/**
 * What a report or a region's total adds to a cell, or the difference between two such.
 *
 * @param live counted as soon as it is submitted
 * @param reviewed the accepted part of it
 * @param asOf the latest change that is included
 */
record Contribution(Sums live, Sums reviewed, Instant asOf) {
    static final Contribution NONE = new Contribution(Adding.NOTHING, Adding.NOTHING, Instant.EPOCH);

    static Contribution of(ReportState report) {
        Sums sums = Adding.oneReport(report);
        boolean accepted = report.status() == ReportState.Status.ACCEPTED;
        return new Contribution(sums, accepted ? sums : Adding.NOTHING, report.changedAt());
    }

    static Contribution of(RollupState total) {
        return new Contribution(total.live(), total.reviewed(), total.asOf());
    }

    /** What has to be added to {@code before} so that it becomes this. */
    Contribution since(Contribution before) {
        return new Contribution(
                Adding.minus(live, before.live), Adding.minus(reviewed, before.reviewed), later(asOf, before.asOf));
    }

    /** Whether it leaves every figure as it is. */
    boolean addsNothing() {
        return Adding.isNothing(live) && Adding.isNothing(reviewed);
    }

    static Instant later(Instant a, Instant b) {
        return a.isBefore(b) ? b : a;
    }
}
