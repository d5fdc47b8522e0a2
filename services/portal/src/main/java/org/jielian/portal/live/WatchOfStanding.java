package org.jielian.portal.live;

import java.util.Comparator;
import java.util.Objects;
import java.util.stream.Stream;
import org.jielian.contracts.AdoptionState;

/** A page that shows how far a release has come; which regions it may show is decided where it fetches them. */
final class WatchOfStanding extends Watch {
    private final String origin;

    WatchOfStanding(String origin) {
        this.origin = origin;
    }

    @Override
    void heard(AdoptionState adoption) {
        if (!adoption.origin().equals(origin)) return;
        Stream.of(adoption.deliveredAt(), adoption.readAt(), adoption.answeredAt(), adoption.appliedAt())
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .ifPresent(this::remember);
    }
}
