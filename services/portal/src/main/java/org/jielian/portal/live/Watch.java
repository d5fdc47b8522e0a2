package org.jielian.portal.live;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.jielian.contracts.AdoptionState;
import org.jielian.contracts.RollupState;

/** One open page: remembers the newest change of what it shows until it is told. However much happens, that is one thing to tell. */
abstract class Watch {
    private final AtomicReference<Instant> news = new AtomicReference<>();

    /** A cell of the roll-up moved; a page that shows none is not interested. */
    void heard(RollupState rollup) {}

    /** A release came further in a region; a page that shows no releases is not interested. */
    void heard(AdoptionState adoption) {}

    /** There is something to tell. */
    final void remember(Instant asOf) {
        if (asOf != null) news.accumulateAndGet(asOf, (a, b) -> a == null || b.isAfter(a) ? b : a);
    }

    /** What happened since the last time; {@code null} if nothing did. */
    final Instant take() {
        return news.getAndSet(null);
    }
}
