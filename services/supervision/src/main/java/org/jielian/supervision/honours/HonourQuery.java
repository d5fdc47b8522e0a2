package org.jielian.supervision.honours;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.util.Arrays;
import org.jielian.contracts.InstitutionType;
import org.jielian.foundation.problems.CommonProblem;

/** What is asked of the lines of selections. */
public class HonourQuery {
    /** Only units at or below this region, or this unit. */
    @QueryParam("region")
    String region;

    @QueryParam("outcome")
    String outcome;

    @QueryParam("type")
    String type;

    /** Only those excluded for this reason. */
    @QueryParam("why")
    String why;

    /** Part of a unit's name or the beginning of its code. */
    @QueryParam("q")
    String q;

    /** {@code rank}, {@code value} or {@code code}. */
    @QueryParam("sort")
    @DefaultValue("rank")
    String sort;

    @QueryParam("order")
    @DefaultValue("asc")
    String order;

    @QueryParam("cursor")
    String cursor;

    @QueryParam("limit")
    Integer limit;

    String outcome() {
        return one("outcome", outcome, names(Placed.Outcome.values()));
    }

    String type() {
        return one("type", type, names(InstitutionType.values()));
    }

    String why() {
        return one("why", why, names(Why.values()));
    }

    String q() {
        return q == null || q.isBlank() ? null : q.strip();
    }

    /** What lines are sorted by, as a number; lines without one come last. */
    String rank() {
        String by =
                switch (sort) {
                    case "code" -> null;
                    case "rank" -> "l.rank";
                    case "value" -> "l.value";
                    default -> throw invalid("sort", sort);
                };
        if (by == null) return "cast(0 as numeric)";
        return "coalesce(" + (descending() ? "-" : "") + "cast(" + by + " as numeric), cast('Infinity' as numeric))";
    }

    boolean codesDescend() {
        return descending() && sort.equals("code");
    }

    private boolean descending() {
        if (!order.equals("asc") && !order.equals("desc")) throw invalid("order", order);
        return order.equals("desc");
    }

    private static String[] names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).toArray(String[]::new);
    }

    private static String one(String name, String value, String... of) {
        if (value == null || value.isBlank()) return null;
        if (!Arrays.asList(of).contains(value)) throw invalid(name, value);
        return value;
    }

    static String required(String name, String value) {
        if (value == null || value.isBlank()) {
            throw CommonProblem.INVALID.because("请给出参数 %s", "the parameter %s is missing", name);
        }
        return value;
    }

    static int year(Integer year) {
        if (year == null || year < 2000 || year > 2100) throw invalid("year", String.valueOf(year));
        return year;
    }

    private static RuntimeException invalid(String name, String value) {
        return CommonProblem.INVALID.because("参数 %s 无效：%s", "the parameter %s is not valid: %s", name, value);
    }
}
