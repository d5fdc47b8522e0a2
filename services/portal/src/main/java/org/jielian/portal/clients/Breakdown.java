package org.jielian.portal.clients;

import java.util.List;

/** A region's figures with those of the units right on it and of every region below. */
public record Breakdown(Rollup region, Rollup own, List<Rollup> children) {
    public Breakdown {
        children = children == null ? List.of() : List.copyOf(children);
    }
}
