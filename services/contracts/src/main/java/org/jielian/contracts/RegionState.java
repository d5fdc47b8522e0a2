package org.jielian.contracts;

import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What is true of a region now, on {@value #TOPIC}, keyed by region code; a newer version replaces the older one entirely.
 *
 * @param regionCode six digits after GB/T 2260, or a locally given code; never to be taken apart, the tree is in {@code parents}
 * @param version grows with every change of this region
 * @param name official full name
 * @param tier where in the chain it stands
 * @param parents under whom it stands from which month on, oldest first, never empty
 * @param closedFrom first month in which the region no longer exists; {@code null} while it does
 */
public record RegionState(
        String regionCode, long version, String name, Tier tier, List<Parentage> parents, YearMonth closedFrom) {
    public static final String TOPIC = "units.region.v1";

    /**
     * From this month on the region's figures count in this parent; earlier months keep the parentage before.
     *
     * @param parentCode the region above; {@code null} for the top of the chain
     * @param from first month it holds
     */
    public record Parentage(String parentCode, YearMonth from) {}

    /** The region above in a month; empty for the top of the chain and for months before the region existed. */
    public Optional<String> parentIn(YearMonth month) {
        return parents.stream()
                .filter(p -> !p.from().isAfter(month))
                .max(Comparator.comparing(Parentage::from))
                .map(Parentage::parentCode);
    }
}
