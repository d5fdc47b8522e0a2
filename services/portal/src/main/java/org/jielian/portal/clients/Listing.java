package org.jielian.portal.clients;

import java.util.List;

/** One page of a list; {@code next} is {@code null} on the last one. */
public record Listing<T>(List<T> items, String next, long total) {
    public Listing {
        items = items == null ? List.of() : List.copyOf(items);
    }
}
