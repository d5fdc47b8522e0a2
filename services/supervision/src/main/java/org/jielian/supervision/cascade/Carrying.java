package org.jielian.supervision.cascade;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.jielian.contracts.ReleaseState;
import org.jielian.contracts.ReleaseState.Status;
import org.jielian.contracts.StandardPackage;
import org.jielian.contracts.StandardPackage.Item;
import org.jielian.supervision.standards.CarryingOver;
import org.jielian.supervision.standards.CarryingOver.Carried;
import org.jielian.supervision.standards.Localising;
import org.jielian.supervision.standards.Releases;
import org.jielian.supervision.standards.Releases.Head;

/** What a region made stricter before, carried over to a release of the tier above. */
@Singleton
public class Carrying {
    @Inject
    Releases releases;

    /** What the region's standard becomes upon a release if it adds nothing new. */
    Carried to(ReleaseState release, String region) {
        return to(release.content(), release.standardCode(), region);
    }

    /** The same for content that nobody has released yet. */
    public Carried to(StandardPackage above, String standard, String region) {
        Optional<ReleaseState> last = lastWord(region, standard);
        if (last.isEmpty()) return unchanged(above);
        ReleaseState own = last.get();
        List<Item> items = Localising.itemsOf(own.content(), region);
        // most regions add nothing: what they were given before need not be looked at again
        if (own.edits().isEmpty() && items.isEmpty()) return unchanged(above);
        return CarryingOver.over(releases.require(own.basis()).content(), above, own.edits(), items);
    }

    private static Carried unchanged(StandardPackage above) {
        return new Carried(above, List.of(), List.of(), List.of());
    }

    /**
     * The last release in which the region said what it wants stricter. One that was superseded together with its basis still says so;
     * one whose basis was withdrawn does not.
     */
    private Optional<ReleaseState> lastWord(String region, String standard) {
        List<Head> own = releases.headsOf(region, standard);
        for (int i = own.size() - 1; i >= 0; i--) {
            Head head = own.get(i);
            if (head.status() != Status.WITHDRAWN && head.basis() != null) return releases.find(head.key());
        }
        return Optional.empty();
    }
}
