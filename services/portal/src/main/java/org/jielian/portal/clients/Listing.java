package org.jielian.portal.clients;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** One page of a list; {@code next} is {@code null} on the last one. */
public record Listing<T>(List<T> items, String next, long total) {
    public Listing {
        items = items == null ? List.of() : List.copyOf(items);
    }

    /** All there is on all pages; a page is asked for by its cursor, the first one by {@code null}. */
    public static <T> List<T> all(Function<String, Listing<T>> pages) {
        List<T> all = new ArrayList<>();
        String cursor = null;
        do {
            Listing<T> page = pages.apply(cursor);
            all.addAll(page.items());
            cursor = page.next();
        } while (cursor != null);
        return all;
    }
}
