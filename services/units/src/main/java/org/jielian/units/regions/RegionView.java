package org.jielian.units.regions;

import java.time.YearMonth;
import java.util.List;
import org.jielian.contracts.Tier;

/**
 * A region as callers see it.
 *
 * @param path from the top of the chain down to the region itself, for the way back up
 * @param closedFrom first month in which it no longer exists; {@code null} while it does
 */
public record RegionView(
        String code, String name, Tier tier, String parentCode, List<Step> path, YearMonth closedFrom, long version) {
    /** One region on the way down. */
    public record Step(String code, String name, Tier tier) {
        static Step of(Region region) {
            return new Step(region.code(), region.name(), region.tier());
        }
    }

    static RegionView of(Region region, List<Step> path) {
        return new RegionView(
                region.code(),
                region.name(),
                region.tier(),
                region.parentCode().orElse(null),
                path,
                region.closedFrom(),
                region.state().version());
    }
}
