package org.jielian.metrics.closings;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;

/**
 * A region's month, closed, whether the closing still holds or was taken back.
 *
 * @param number how often the region has closed that month, this time included
 * @param digest over the frozen sums
 * @param children how many regions stood directly below in that month
 * @param openChildren those that had not closed it when it was closed above them
 * @param reopenedAt {@code null} while the closing holds, {@code reopenedBy} and {@code reopeningReason} with it
 */
record Closing(
        long id,
        String regionCode,
        YearMonth period,
        int number,
        Instant closedAt,
        String closedBy,
        String note,
        String coefficientSet,
        String digest,
        int children,
        List<Child> openChildren,
        Instant reopenedAt,
        String reopenedBy,
        String reopeningReason) {
    /** A region directly below. */
    record Child(String regionCode, String name, String tier) {}

    boolean holds() {
        return reopenedAt == null;
    }

    Closing reopened(Instant at, String by, String reason) {
        return new Closing(
                id,
                regionCode,
                period,
                number,
                closedAt,
                closedBy,
                note,
                coefficientSet,
                digest,
                children,
                openChildren,
                at,
                by,
                reason);
    }
}
