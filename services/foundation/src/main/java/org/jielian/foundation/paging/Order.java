package org.jielian.foundation.paging;

import java.math.BigDecimal;
import org.jielian.foundation.problems.CommonProblem;

/**
 * In which order a list is read: by a place, and where two rows share it, by a key that no two rows share. All SQL in it comes from the
 * program, never from a caller.
 */
public final class Order {
    private static final String LAST = "Infinity";

    private final String place;
    private final String key;
    private final String type;
    private final boolean descending;

    private Order(String place, String key, String type, boolean descending) {
        this.place = place;
        this.key = key;
        this.type = type;
        this.descending = descending;
    }

    /**
     * By a text that every row has.
     *
     * @param key SQL of the text that tells rows apart
     */
    public static Order byText(String place, String key, boolean descending) {
        return new Order(place, key, "text", descending);
    }

    /** By a number; rows without one come last, whichever way the others are read, and those with the same by key. */
    public static Order byNumber(String number, String key, boolean descending) {
        String place = "coalesce(" + (descending ? "-" : "") + "cast(" + number + " as numeric), cast('" + LAST
                + "' as numeric))";
        return new Order(place, key, "numeric", false);
    }

    /** By the key alone. */
    public static Order byKey(String key, boolean descending) {
        return byText("cast('' as text)", key, descending);
    }

    String columns() {
        return "cast(" + place + " as text) as list_place, cast(" + key + " as text) as list_key";
    }

    /** Only what comes after the cursor, whose parts are the parameters {@code after} and {@code afterKey}. */
    String beyond() {
        return "(%s, %s) %s (cast(:after as %s), cast(:afterKey as text))"
                .formatted(place, key, descending ? "<" : ">", type);
    }

    String clause() {
        String direction = descending ? " desc" : "";
        return " order by " + place + direction + ", " + key + direction;
    }

    /** A cursor of this order, or of another one that looks like it. */
    Cursor decode(String cursor) {
        Cursor at = Cursor.decode(cursor);
        if (at == null || type.equals("text") || at.after().equals(LAST)) return at;
        try {
            return new Cursor(new BigDecimal(at.after()).toPlainString(), at.code());
        } catch (NumberFormatException e) {
            throw CommonProblem.INVALID.because("cursor 与排序不符", "the cursor belongs to another order");
        }
    }
}
