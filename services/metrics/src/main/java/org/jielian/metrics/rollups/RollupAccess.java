package org.jielian.metrics.rollups;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.jielian.foundation.access.Access;
import org.jielian.foundation.access.NodePaths;
import org.jielian.foundation.access.Person;
import org.jielian.foundation.problems.CommonProblem;
import org.jielian.metrics.rollups.Rollup.About;

/**
 * Who may see a region's figures: whoever has it below now; and whoever had it below, for the months that were counted there. Those
 * months are part of that tier's own totals, and it must be able to explain them.
 */
@Singleton
class RollupAccess {
    @Inject
    Access access;

    @Inject
    NodePaths paths;

    @Inject
    Person person;

    @Inject
    RegionDirectory regions;

    /** The region, if the caller may see its figures of the period. */
    About require(String code, Period period) {
        boolean sees = paths.pathOf(code).filter(access::sees).isPresent();
        if (!sees && !sawThen(code, period)) access.requireSees(code);
        return regions.find(code)
                .orElseThrow(() -> CommonProblem.NOT_FOUND.because("没有地区 %s", "there is no region %s", code));
    }

    private boolean sawThen(String code, Period period) {
        return person.node() != null && regions.wasBelowThroughout(code, person.node(), period);
    }
}
