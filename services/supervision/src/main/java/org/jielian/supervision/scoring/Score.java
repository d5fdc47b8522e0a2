package org.jielian.supervision.scoring;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * One tier's score of one item; it stands beside those of the tiers before.
 *
 * @param applicable whether the item is about this unit at all
 * @param found what was found; {@code null} where points were computed from figures, changed by hand, or the item is not applicable
 * @param points {@code null} if not applicable
 * @param source what it was computed from; {@code null} for what somebody declared
 * @param reason why it is not applicable, or why it differs from the score before; {@code null} where nobody had to say
 * @param evidence ids of files kept as evidence
 */
public record Score(
        boolean applicable,
        Found found,
        BigDecimal points,
        String source,
        String reason,
        List<UUID> evidence,
        String by,
        Instant at) {
    public Score {
        evidence = evidence == null ? List.of() : List.copyOf(evidence);
    }
}
