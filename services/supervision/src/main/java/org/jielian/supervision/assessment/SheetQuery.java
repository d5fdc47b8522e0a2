package org.jielian.supervision.assessment;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.util.Arrays;
import org.jielian.foundation.problems.CommonProblem;

/** What is asked of the list of assessments. */
public class SheetQuery {
    /** The region at or below which the assessed stand, or one of them. */
    @QueryParam("region")
    String region;

    /** Only those this region assesses. */
    @QueryParam("assessor")
    String assessor;

    @QueryParam("year")
    Integer year;

    @QueryParam("state")
    String state;

    @QueryParam("grade")
    String grade;

    /** {@code REGION} or {@code UNIT}. */
    @QueryParam("kind")
    String kind;

    /** Part of a name or the beginning of a code. */
    @QueryParam("q")
    String q;

    /** {@code code}, {@code score} or {@code changed}. */
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

    String assessor() {
        return blank(assessor) ? null : assessor;
    }

    String state() {
        return one("state", state, Arrays.stream(Stage.values()).map(Enum::name).toArray(String[]::new));
    }

    String grade() {
        return one("grade", grade, Arrays.stream(Grade.values()).map(Enum::name).toArray(String[]::new));
    }

    String kind() {
        return one("kind", kind, "REGION", "UNIT");
    }

    String q() {
        return blank(q) ? null : q.strip();
    }

    /** What rows are sorted by, as a number; rows without one come last. */
    String rank() {
        String by =
                switch (sort) {
                    case "code" -> null;
                    case "score" -> "a.score";
                    case "changed" -> "extract(epoch from a.changed_at)";
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

    private static String one(String name, String value, String... of) {
        if (blank(value)) return null;
        if (!Arrays.asList(of).contains(value)) throw invalid(name, value);
        return value;
    }

    static String required(String name, String value) {
        if (blank(value)) throw CommonProblem.INVALID.because("请给出参数 %s", "the parameter %s is missing", name);
        return value;
    }

    static int year(Integer year) {
        if (year == null || year < 2000 || year > 2100) throw invalid("year", String.valueOf(year));
        return year;
    }

    private static boolean blank(String text) {
        return text == null || text.isBlank();
    }

    private static RuntimeException invalid(String name, String value) {
        return CommonProblem.INVALID.because("参数 %s 无效：%s", "the parameter %s is not valid: %s", name, value);
    }
}
