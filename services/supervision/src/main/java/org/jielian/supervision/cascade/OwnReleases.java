package org.jielian.supervision.cascade;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jielian.contracts.ReleaseState;
import org.jielian.contracts.ReleaseState.Adoption;
import org.jielian.contracts.ReleaseState.Edit;
import org.jielian.contracts.ReleaseState.Status;
import org.jielian.contracts.StandardPackage;
import org.jielian.supervision.standards.Issuing;
import org.jielian.supervision.standards.Localising;
import org.jielian.supervision.standards.Releases;
import org.jielian.supervision.standards.Releases.Head;

/** A region's own release upon one of the tier above. */
@Singleton
class OwnReleases {
    @Inject
    Releases releases;

    @Inject
    Issuing issuing;

    @Inject
    Clock clock;

    /**
     * Issues it.
     *
     * @param from the day it takes effect; {@code null} for the day the tier above set
     * @param adoptBy the day by which the regions below answer; {@code null} to give them as many days as the tier above gave
     */
    ReleaseState issue(
            String region,
            ReleaseState basis,
            Adoption adoption,
            StandardPackage content,
            List<Edit> edits,
            LocalDate from,
            LocalDate adoptBy) {
        List<Head> own = releases.headsOf(region, basis.standardCode());
        List<Head> sameBasis = own.stream()
                .filter(r -> r.status() == Status.ISSUED && basis.key().equals(r.basis()))
                .toList();
        Head follows = sameBasis.isEmpty() ? last(own) : last(sameBasis);
        LocalDate effective = from == null ? basis.effectiveFrom() : from;
        return issuing.issue(new Issuing.Terms(
                region,
                basis.standardCode(),
                basis.name(),
                basis.legalBasis(),
                basis.key(),
                basis.origin(),
                follows == null ? null : follows.number(),
                !sameBasis.isEmpty(),
                effective,
                adoptBy != null ? adoptBy : daysToAnswer(basis, effective),
                basis.transition(),
                adoption,
                edits,
                setBy(region, basis, content, edits),
                content));
    }

    private static Head last(List<Head> own) {
        return own.isEmpty() ? null : own.get(own.size() - 1);
    }

    /**
     * As many days as the tier above gave, but not beyond the day it takes effect: by then the whole chain has to stand. One that is dated
     * back has no such day.
     */
    private LocalDate daysToAnswer(ReleaseState basis, LocalDate effective) {
        if (basis.adoptBy() == null) return null;
        LocalDate issued = LocalDate.ofInstant(basis.publishedAt(), clock.getZone());
        LocalDate due = issuing.today().plusDays(Math.max(0, ChronoUnit.DAYS.between(issued, basis.adoptBy())));
        return issuing.isDayToAnswer(due, effective) ? due : effective;
    }

    private static Map<String, String> setBy(
            String region, ReleaseState basis, StandardPackage content, List<Edit> edits) {
        Map<String, String> setBy = new HashMap<>(basis.setBy());
        edits.forEach(edit -> setBy.put(edit.place(), region));
        Localising.itemsOf(content, region).forEach(item -> setBy.put("items/" + item.code(), region));
        return setBy;
    }

    /** Whatever the region issued upon a release that does not count any more does not count any more either. */
    void endUpon(String region, ReleaseState basis) {
        for (ReleaseState own : releases.upon(region, basis.key())) {
            if (own.status() == Status.ISSUED) issuing.end(own, basis.status(), basis.key() + " " + basis.status());
        }
    }
}
