package org.jielian.portal.clients;

import java.util.List;
import org.jielian.contracts.Tier;

/** A region with its way down from the root. */
public record Region(String code, String name, Tier tier, String parentCode, List<Step> path) {
    public Region {
        path = path == null ? List.of() : List.copyOf(path);
    }

    /** One region on the way. */
    public record Step(String code, String name, Tier tier) {}
}
