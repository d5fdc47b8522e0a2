package org.jielian.supervision.tasks;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.util.Arrays;
import org.jielian.contracts.TaskState.Rung;
import org.jielian.foundation.problems.CommonProblem;

/** What is asked of the list of tasks. */
public class TaskQuery {
    /** {@code todo}, {@code waiting}, {@code climbed} or {@code all}. */
    @QueryParam("tab")
    @DefaultValue("all")
    String tab;

    @QueryParam("status")
    String status;

    @QueryParam("kind")
    String kind;

    @QueryParam("rung")
    String rung;

    /** The region at or below which the targets stand. */
    @QueryParam("region")
    String region;

    /** Part of a title or the beginning of a target's code. */
    @QueryParam("q")
    String q;

    /** {@code due} or {@code opened}. */
    @QueryParam("sort")
    @DefaultValue("due")
    String sort;

    @QueryParam("order")
    @DefaultValue("asc")
    String order;

    @QueryParam("cursor")
    String cursor;

    @QueryParam("limit")
    Integer limit;

    String tab() {
        String asked = among("tab", tab, "todo", "waiting", "climbed", "all");
        return asked == null ? "all" : asked;
    }

    String status() {
        return among("status", status, names(TaskStatus.values()));
    }

    String kind() {
        return among("kind", kind, names(TaskKind.values()));
    }

    String rung() {
        return among("rung", rung, names(Rung.values()));
    }

    String q() {
        return blankToNull(q);
    }

    String region() {
        return blankToNull(region);
    }

    boolean byOpening() {
        return "opened".equals(among("sort", sort, "due", "opened"));
    }

    boolean descending() {
        return "desc".equals(among("order", order, "asc", "desc"));
    }

    private static String[] names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).toArray(String[]::new);
    }

    private static String among(String name, String value, String... known) {
        String asked = blankToNull(value);
        if (asked == null || Arrays.asList(known).contains(asked)) return asked;
        throw CommonProblem.INVALID.because("参数 %s 无效：%s", "the parameter %s is not valid: %s", name, value);
    }

    private static String blankToNull(String value) {
        return value == null || value.isBlank() ? null : value.strip();
    }
}
