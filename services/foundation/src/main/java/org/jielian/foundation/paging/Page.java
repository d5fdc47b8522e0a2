package org.jielian.foundation.paging;

import java.util.List;

/**
 * One page of a list.
 *
 * @param items what is on it
 * @param next cursor of the following page; {@code null} on the last one
 * @param total how many there are on all pages
 */
public record Page<T>(List<T> items, String next, long total) {
    /** The most a caller may ask for at once. */
    public static final int MAX_LIMIT = 1000;

    /** A page size within bounds; 50 unless asked for otherwise. */
    public static int limit(Integer asked) {
        return asked == null ? 50 : Math.max(1, Math.min(asked, MAX_LIMIT));
    }
}
