package org.jielian.supervision.cascade;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import org.jielian.contracts.AdoptionState;
import org.jielian.contracts.ReleaseState;
import org.jielian.contracts.StandardPackage;
import org.jielian.supervision.standards.CarryingOver;
import org.jielian.supervision.standards.CarryingOver.Carried;
import org.jielian.supervision.standards.Difference;
import org.jielian.supervision.standards.Issuing;
import org.jielian.supervision.standards.Localising;
import org.jielian.supervision.standards.Releases;

/** What a release of the tier above means for a region. */
@Singleton
class Incoming {
    @Inject
    Answering answering;

    @Inject
    Releases releases;

    @Inject
    Carrying carrying;

    @Inject
    Issuing issuing;

    /**
     * A release as it presents itself to the region.
     *
     * @param adoption how far it has come
     * @param release what was released above
     * @param present key of the region's release that is in force today; {@code null} if there is none
     * @param changes what is different from that for the region, its own stricter values included
     * @param kept what the region made stricter before and is carried over
     * @param raised what gave way to a stricter value from above
     * @param conflicts what a person has to decide about
     * @param items what the region added itself and is carried over
     */
    record Arrival(
            AdoptionState adoption,
            ReleaseState release,
            String present,
            List<Difference.Change> changes,
            List<ReleaseState.Edit> kept,
            List<CarryingOver.Raised> raised,
            List<CarryingOver.Conflict> conflicts,
            List<StandardPackage.Item> items) {}

    @Transactional
    Arrival look(String region, String key) {
        AdoptionState adoption = answering.look(region, key);
        ReleaseState release = releases.require(key);
        Optional<ReleaseState> present = releases.inForce(region, release.standardCode(), issuing.today());
        Optional<ReleaseState> own = Optional.ofNullable(adoption.own()).flatMap(releases::find);
        Carried carried = own.isPresent()
                ? new Carried(own.get().content(), own.get().edits(), List.of(), List.of())
                : carrying.to(release, region);
        return new Arrival(
                adoption,
                release,
                present.map(ReleaseState::key).orElse(null),
                changes(present.map(ReleaseState::content), carried.content()),
                carried.kept(),
                carried.raised(),
                carried.conflicts(),
                Localising.itemsOf(carried.content(), region));
    }

    /** Without a standard before, everything is new and listing it would say nothing. */
    private static List<Difference.Change> changes(Optional<StandardPackage> before, StandardPackage after) {
        return before.map(content -> Difference.between(content, after)).orElse(List.of());
    }
}
