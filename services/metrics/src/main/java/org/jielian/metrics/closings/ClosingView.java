package org.jielian.metrics.closings;

import java.time.Instant;
import java.util.List;

/**
 * A closing as it is answered.
 *
 * @param holds whether it is the present one and was not taken back
 * @param children how many regions stood directly below
 * @param openChildren those that were open when it was closed above them
 */
record ClosingView(
        int number,
        boolean holds,
        Instant closedAt,
        String closedBy,
        String note,
        String coefficientSet,
        String digest,
        int children,
        List<Closing.Child> openChildren,
        Instant reopenedAt,
        String reopenedBy,
        String reopeningReason) {
    static ClosingView of(Closing c) {
        return c == null
                ? null
                : new ClosingView(
                        c.number(),
                        c.holds(),
                        c.closedAt(),
                        c.closedBy(),
                        c.note(),
                        c.coefficientSet(),
                        c.digest(),
                        c.children(),
                        c.openChildren(),
                        c.reopenedAt(),
                        c.reopenedBy(),
                        c.reopeningReason());
    }
}
