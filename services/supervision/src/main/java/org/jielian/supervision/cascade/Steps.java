package org.jielian.supervision.cascade;

import java.time.Instant;
import java.time.LocalDate;
import org.jielian.contracts.AdoptionState;
import org.jielian.contracts.AdoptionState.Answer;
import org.jielian.contracts.ReleaseState;

/** The steps a release takes in one region, each the whole state after it. */
final class Steps {
    static AdoptionState delivered(String region, ReleaseState release, LocalDate due, int conflicts, Instant now) {
        return new AdoptionState(
                region,
                release.key(),
                release.origin(),
                1,
                Answer.OPEN,
                due,
                null,
                conflicts,
                now,
                null,
                null,
                null,
                null,
                null);
    }

    static AdoptionState read(AdoptionState a, Instant now, String who) {
        return new AdoptionState(
                a.regionCode(),
                a.release(),
                a.origin(),
                a.version() + 1,
                a.answer(),
                a.due(),
                a.own(),
                a.conflicts(),
                a.deliveredAt(),
                now,
                who,
                a.answeredAt(),
                a.answeredBy(),
                a.appliedAt());
    }

    /** Answering is reading, too, unless it is silence. */
    static AdoptionState answered(AdoptionState a, Answer answer, String own, int conflicts, Instant now, String who) {
        boolean firstRead = a.readAt() == null && who != null;
        return new AdoptionState(
                a.regionCode(),
                a.release(),
                a.origin(),
                a.version() + 1,
                answer,
                a.due(),
                own,
                conflicts,
                a.deliveredAt(),
                firstRead ? now : a.readAt(),
                firstRead ? who : a.readBy(),
                now,
                who,
                // another release of the region upon the same one has yet to come into force
                own != null && own.equals(a.own()) ? a.appliedAt() : null);
    }

    static AdoptionState applied(AdoptionState a, Instant now) {
        return new AdoptionState(
                a.regionCode(),
                a.release(),
                a.origin(),
                a.version() + 1,
                a.answer(),
                a.due(),
                a.own(),
                a.conflicts(),
                a.deliveredAt(),
                a.readAt(),
                a.readBy(),
                a.answeredAt(),
                a.answeredBy(),
                now);
    }

    /** The release above does not count any more. */
    static AdoptionState voided(AdoptionState a) {
        return new AdoptionState(
                a.regionCode(),
                a.release(),
                a.origin(),
                a.version() + 1,
                Answer.VOID,
                a.due(),
                a.own(),
                0,
                a.deliveredAt(),
                a.readAt(),
                a.readBy(),
                a.answeredAt(),
                a.answeredBy(),
                a.appliedAt());
    }

    private Steps() {}
}
