package org.jielian.portal.clients;

import java.util.List;

/** A short list that comes as a whole. */
public record Items<T>(List<T> items) {
    public Items {
        items = items == null ? List.of() : List.copyOf(items);
    }
}
