package org.jielian.supervision.scoring;

import java.math.BigDecimal;

/**
 * What was found of one item, in the terms of its scoring function.
 *
 * @param value TARGET: share of the target reached, per cent; TIER: the figure; BAND: the unit's own figure; COVER: what is covered;
 *     COUNT: how many; BOOL: the figure where the item has a threshold, otherwise 1 for yes and 0 for no; SAMPLE: how many samples
 *     failed; DOC: 0, 50 or 100
 * @param of BAND: the average of comparable units; COVER: of how much; SAMPLE: of how many samples; {@code null} for the others
 */
public record Found(BigDecimal value, BigDecimal of) {
    public static Found of(long value) {
        return new Found(BigDecimal.valueOf(value), null);
    }

    public static Found of(long value, long of) {
        return new Found(BigDecimal.valueOf(value), BigDecimal.valueOf(of));
    }
}
