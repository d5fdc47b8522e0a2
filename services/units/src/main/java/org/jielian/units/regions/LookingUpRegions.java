package org.jielian.units.regions;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jielian.foundation.access.Access;

/** Reads regions for people: their own subtree, and of the regions above it only the names on the way up. */
@ApplicationScoped
public class LookingUpRegions {
    @Inject
    Access access;

    @Inject
    Regions regions;

    @Inject
    Clock clock;

    @Transactional
    RegionView find(String code) {
        access.requireSees(code);
        Region region = regions.require(code);
        return RegionView.of(region, steps(region.path()));
    }

    /** What stands directly below in a month, by code; in the present month unless another one is asked for. */
    @Transactional
    List<RegionView> children(String code, YearMonth month) {
        access.requireSees(code);
        YearMonth at = month == null ? YearMonth.now(clock) : month;
        List<RegionView.Step> above = steps(regions.require(code).path());
        return regions.childrenIn(code, at).stream()
                .map(child -> RegionView.of(child, steps(above, child)))
                .toList();
    }

    /** The regions on a path, from the top down; codes on it that are no regions are left out. */
    public List<RegionView.Step> steps(String path) {
        List<String> codes =
                Arrays.stream(path.split("/")).filter(c -> !c.isEmpty()).toList();
        Map<String, Region> named = regions.named(codes);
        return codes.stream()
                .filter(named::containsKey)
                .map(named::get)
                .map(RegionView.Step::of)
                .toList();
    }

    private static List<RegionView.Step> steps(List<RegionView.Step> above, Region child) {
        return java.util.stream.Stream.concat(above.stream(), java.util.stream.Stream.of(RegionView.Step.of(child)))
                .toList();
    }
}
