package org.jielian.metrics.review;

import java.util.Map;
import java.util.Optional;
import org.jielian.foundation.paging.Cursor;

/**
 * An order of the inbox: by something, among equals by influence, and at last by code, so that every line has its place.
 *
 * @param by SQL of the first key; from a fixed list, never from the caller's text
 * @param type SQL type it compares in
 */
record InboxOrder(String by, String type, boolean descending) {
    private record Key(String by, String type) {}

    private static final String ENERGY = "coalesce(energy, -1)";
    private static final Map<String, Key> KEYS = Map.of(
            "risk", new Key("risk", "numeric"),
            "influence", new Key(ENERGY, "numeric"),
            "name", new Key("name collate \"zh-x-icu\"", "text"),
            "submitted", new Key("submitted_at", "timestamptz"));

    static Optional<InboxOrder> of(String sort) {
        boolean descending = sort.startsWith("-");
        return Optional.ofNullable(KEYS.get(descending ? sort.substring(1) : sort))
                .map(key -> new InboxOrder(key.by(), key.type(), descending));
    }

    String keys() {
        return "cast(%s as text) as first_key, cast(%s as text) as second_key".formatted(by, ENERGY);
    }

    /** What comes after the line of a cursor, whose keys are {@code :first}, {@code :second} and {@code :code}. */
    String after() {
        return "(%s, %s, code) %s (cast(:first as %s), cast(:second as numeric), cast(:code as text))"
                .formatted(by, ENERGY, descending ? "<" : ">", type);
    }

    String clause() {
        String direction = descending ? " desc" : "";
        return "%2$s%1$s, %3$s%1$s, code%1$s".formatted(direction, by, ENERGY);
    }

    static Cursor cursor(String first, String second, String code) {
        return new Cursor(first + "|" + second, code);
    }
}
