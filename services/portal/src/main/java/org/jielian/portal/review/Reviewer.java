package org.jielian.portal.review;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import org.jielian.portal.access.Gate;
import org.jielian.portal.access.Visitor;

/** What the services would let this person do with reports: accept those of the own region's units, send back any below. */
@RequestScoped
class Reviewer {
    private static final String ROLE = "reviewer";

    @Inject
    Visitor visitor;

    boolean accepts(String regionCode) {
        return visitor.has(ROLE) && visitor.isAt(regionCode);
    }

    boolean reviews() {
        return visitor.has(ROLE) && visitor.node() != null && !Gate.isUnit(visitor.node());
    }
}
