package org.jielian.contracts;

import java.time.Instant;
import java.time.LocalDate;

/**
 * How far a release of the tier above has come in one region, on {@value #TOPIC}, keyed by {@link #key()}; a newer version replaces the
 * older one entirely. Before there is such a fact the release has not been delivered.
 *
 * @param regionCode the region it is addressed to
 * @param release key of the release, which the tier above issued
 * @param origin key of the release at the top of the chain, by which the tiers above follow it
 * @param version grows with every step
 * @param answer what the region made of it
 * @param due the day after which silence counts as inheriting; {@code null} when it was inherited at once
 * @param own key of the release the region issued upon it; {@code null} before
 * @param conflicts how many of the region's own values can't be carried over and wait for a person
 * @param deliveredAt when it arrived
 * @param readAt when somebody of the region first opened it; {@code null} before
 * @param readBy who did
 * @param answeredAt when the region confirmed, localised or inherited; {@code null} before
 * @param answeredBy who did; {@code null} for silence
 * @param appliedAt when the region's own release upon it came into force; {@code null} before
 */
public record AdoptionState(
        String regionCode,
        String release,
        String origin,
        long version,
        Answer answer,
        LocalDate due,
        String own,
        int conflicts,
        Instant deliveredAt,
        Instant readAt,
        String readBy,
        Instant answeredAt,
        String answeredBy,
        Instant appliedAt) {
    public static final String TOPIC = "supervision.adoption.v1";

    /** What a region made of a release. */
    public enum Answer {
        /** Not answered yet. */
        OPEN,
        CONFIRMED,
        LOCALISED,
        /** Nobody answered in time. */
        INHERITED,
        /** The release was superseded or withdrawn. */
        VOID
    }

    /** The fact's key: the region, then the release. */
    public String key() {
        return regionCode + "/" + release;
    }
}
