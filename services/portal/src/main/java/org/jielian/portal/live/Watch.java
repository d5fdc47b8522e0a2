package org.jielian.portal.live;

import java.time.Instant;
import java.time.YearMonth;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jielian.portal.figures.Span;

/** One open page: remembers the newest change of what it shows until it is told. However much happens, that is one thing to tell. */
final class Watch {
    private final Set<String> regions;
    private final Span span;
    private final AtomicReference<Instant> news = new AtomicReference<>();

    Watch(Set<String> regions, Span span) {
        this.span = span;
        this.regions = Set.copyOf(regions);
    }

    void heard(String region, YearMonth period, Instant asOf) {
        if (asOf == null || !regions.contains(region)) return;
        if (period.isBefore(span.from()) || period.isAfter(span.to())) return;
        news.accumulateAndGet(asOf, (a, b) -> a == null || b.isAfter(a) ? b : a);
    }

    /** What happened since the last time; {@code null} if nothing did. */
    Instant take() {
        return news.getAndSet(null);
    }
}
