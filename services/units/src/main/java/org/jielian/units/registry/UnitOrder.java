package org.jielian.units.registry;

import java.math.BigDecimal;
import java.util.Map;
import org.jielian.foundation.paging.Cursor;
import org.jielian.foundation.problems.CommonProblem;

/**
 * An order of the list; the code comes second everywhere, so that no two institutions share a place.
 *
 * @param sql what is sorted by
 * @param collation what follows it in comparisons of text
 */
record UnitOrder(String sql, String collation, boolean numeric, boolean descending) {
    private record By(String sql, String collation, boolean numeric) {
        static By text(String sql) {
            return new By(sql, "", false);
        }

        static By number(String sql) {
            return new By(sql, "", true);
        }
    }

    private static final Map<String, By> KEYS = Map.of(
            // Chinese names in the order of their pinyin
            "name", new By("u.name", " collate \"zh-x-icu\"", false),
            "code", By.text("u.code"),
            "type", By.text("u.type"),
            "regionCode", By.text("u.region_code"),
            "floorArea", By.number("u.floor_area"),
            "headcount", By.number("u.headcount"));

    static UnitOrder of(String sort) {
        boolean descending = sort.startsWith("-");
        By by = KEYS.get(descending ? sort.substring(1) : sort);
        if (by == null) throw CommonProblem.INVALID.because("不能按 %s 排序", "the list cannot be sorted by %s", sort);
        return new UnitOrder(by.sql, by.collation, by.numeric, descending);
    }

    String orderBy() {
        String direction = descending ? " desc" : "";
        return " order by " + sql + collation + direction + ", u.code" + direction;
    }

    /** Only what comes after the cursor. */
    String afterCursor() {
        String type = numeric ? "numeric" : "text";
        return " and (%s%s, u.code) %s (cast(:after as %s)%s, cast(:afterCode as text))"
                .formatted(sql, collation, descending ? "<" : ">", type, collation);
    }

    /** The cursor's value as something to compare with. */
    Object after(Cursor cursor) {
        if (!numeric) return cursor.after();
        try {
            return new BigDecimal(cursor.after());
        } catch (NumberFormatException e) {
            throw CommonProblem.INVALID.because("cursor 与排序不符", "the cursor belongs to another order");
        }
    }
}
