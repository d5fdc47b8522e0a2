package org.jielian.metrics.review;

import java.time.YearMonth;

/**
 * How far a region's month has come.
 *
 * @param expected units that are to report
 * @param reported those whose report stands, whatever its state
 * @param waiting those whose report waits to be reviewed
 * @param clean those of them with nothing to look at
 * @param returned those whose report was sent back
 * @param reviewed those whose report was accepted
 * @param missing those without a report that stands
 */
public record Progress(
        String regionCode,
        YearMonth period,
        boolean below,
        long expected,
        long reported,
        long waiting,
        long clean,
        long returned,
        long reviewed,
        long missing) {}
