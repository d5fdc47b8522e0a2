package org.jielian.supervision.recognition;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.util.Arrays;
import org.jielian.foundation.problems.CommonProblem;

/** What is asked of the list of titles. */
public class TitleQuery {
    /** The region at or below which the units stand, or a unit. */
    @QueryParam("region")
    String region;

    /** Only those in this state; {@code TITLED} for all that hold the title. */
    @QueryParam("state")
    String state;

    /** Only those that wait for this region or unit. */
    @QueryParam("holder")
    String holder;

    @QueryParam("year")
    Integer year;

    /** Part of a unit's name or the beginning of its code. */
    @QueryParam("q")
    String q;

    /** {@code code}, {@code score}, {@code due} or {@code changed}. */
    @QueryParam("sort")
    @DefaultValue("code")
    String sort;

    @QueryParam("order")
    @DefaultValue("asc")
    String order;

    @QueryParam("cursor")
    String cursor;

    @QueryParam("limit")
    Integer limit;

    String region() {
        return required("region", region);
    }

    String[] states() {
        if (state == null || state.isBlank()) return null;
        if (state.equals("TITLED")) {
            return Arrays.stream(State.values())
                    .filter(State::holdsTitle)
                    .map(Enum::name)
                    .toArray(String[]::new);
        }
        if (Arrays.stream(State.values()).noneMatch(s -> s.name().equals(state))) throw invalid("state", state);
        return new String[] {state};
    }

    /** What rows are sorted by, as a number; rows without one come last. */
    String rank() {
        String by =
                switch (sort) {
                    case "code" -> null;
                    case "score" -> "t.score";
                    case "due" -> "(t.due - date '2000-01-01')";
                    case "changed" -> "extract(epoch from t.changed_at)";
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

    String q() {
        return q == null || q.isBlank() ? null : q.strip();
    }

    String holder() {
        return holder == null || holder.isBlank() ? null : holder;
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
