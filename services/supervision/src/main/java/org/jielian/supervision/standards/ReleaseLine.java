package org.jielian.supervision.standards;

import java.time.Instant;
import java.time.LocalDate;
import org.jielian.contracts.ReleaseState;

/** A release in a list. */
public record ReleaseLine(
        String key,
        String regionCode,
        String standardCode,
        int number,
        String name,
        ReleaseState.Status status,
        ReleaseState.Adoption adoption,
        String basis,
        String origin,
        LocalDate effectiveFrom,
        LocalDate adoptBy,
        ReleaseState.Transition transition,
        int edits,
        Instant publishedAt,
        String publishedBy) {
    static ReleaseLine of(ReleaseState r) {
        return new ReleaseLine(
                r.key(),
                r.regionCode(),
                r.standardCode(),
                r.number(),
                r.name().zh(),
                r.status(),
                r.adoption(),
                r.basis(),
                r.origin(),
                r.effectiveFrom(),
                r.adoptBy(),
                r.transition(),
                r.edits().size(),
                r.publishedAt(),
                r.publishedBy());
    }
}
