package org.jielian.units.registry;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.YearMonth;
import java.util.Optional;
import org.jielian.contracts.UnitState.Belonging;
import org.jielian.foundation.problems.ProblemException;
import org.jielian.units.regions.Region;
import org.jielian.units.regions.Regions;

/** Where an institution may belong: to a region that exists from the month on, and stays. */
@ApplicationScoped
class Homes {
    /** A belonging may be known in advance, but a month further ahead than this is a slip of the pen. */
    private static final int MONTHS_AHEAD = 24;

    @Inject
    Regions regions;

    @Inject
    Clock clock;

    /** No region moves or closes until the transaction ends. */
    void holdStill() {
        regions.holdStill();
    }

    void requireOpen(Belonging belonging) {
        holdStill();
        refusal(belonging, regions.require(belonging.regionCode())).ifPresent(refusal -> {
            throw refusal;
        });
    }

    /** Why the institution can't belong there; empty if it can. */
    Optional<ProblemException> refusal(Belonging belonging, Region region) {
        YearMonth from = belonging.from();
        if (from.isAfter(YearMonth.now(clock).plusMonths(MONTHS_AHEAD))) {
            return Optional.of(UnitProblem.UNIT_REGION_NOT_OPEN.because("%s 太远", "%s is too far ahead", from));
        }
        if (!region.isOpenFrom(from)) {
            return Optional.of(UnitProblem.UNIT_REGION_NOT_OPEN.because(
                    "区划 %s 自 %s 起不存在或将撤销",
                    "region %s does not exist from %s on, or closes later", region.code(), from));
        }
        return Optional.empty();
    }
}
