package org.jielian.supervision.standards;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.jielian.foundation.access.Access;
import org.jielian.foundation.access.NodePaths;

/** Who may read a standard: whoever it is made for, and whoever supervises the one who made it. */
@Singleton
public class Standards {
    @Inject
    Access access;

    @Inject
    NodePaths paths;

    /**
     * The caller may read what a region issued.
     *
     * @throws org.jielian.foundation.problems.ProblemException FORBIDDEN for what belongs to another branch of the chain
     */
    public void requireReads(String region) {
        boolean fromAbove = paths.pathOf(region)
                .filter(path -> access.scopePath().startsWith(path))
                .isPresent();
        if (!fromAbove) access.requireSees(region);
    }
}
