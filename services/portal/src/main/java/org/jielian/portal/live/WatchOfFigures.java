package org.jielian.portal.live;

import java.util.Set;
import org.jielian.contracts.RollupState;
import org.jielian.portal.figures.Span;

/** A page with the figures of some regions and months. */
final class WatchOfFigures extends Watch {
    private final Set<String> regions;
    private final Span span;

    WatchOfFigures(Set<String> regions, Span span) {
        this.span = span;
        this.regions = Set.copyOf(regions);
    }

    @Override
    void heard(RollupState rollup) {
        if (!regions.contains(rollup.regionCode())) return;
        if (rollup.period().isBefore(span.from()) || rollup.period().isAfter(span.to())) return;
        remember(rollup.asOf());
    }
}
