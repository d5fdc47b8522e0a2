package org.jielian.supervision.inspections;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;

/** What is asked of the list of problems. */
public class RectificationQuery {
    /** The region or unit at or below which the units or the issuing authority stand; everything one sees without it. */
    @QueryParam("region")
    String region;

    /** {@link Column} of the board. */
    @QueryParam("column")
    String column;

    @QueryParam("term")
    String term;

    /** Only overdue ones. */
    @QueryParam("overdue")
    @DefaultValue("false")
    boolean overdue;

    /** Only what the caller's node has to do something about. */
    @QueryParam("waiting")
    @DefaultValue("false")
    boolean waiting;

    /** Part of a unit's name, of a clause, or of a notice's number, or the beginning of a unit's code. */
    @QueryParam("q")
    String q;

    /** {@code deadline}, {@code served} or {@code unit}. */
    @QueryParam("sort")
    @DefaultValue("deadline")
    String sort;

    @QueryParam("order")
    @DefaultValue("asc")
    String order;

    @QueryParam("cursor")
    String cursor;

    @QueryParam("limit")
    Integer limit;

    String column() {
        String asked = Asking.among("column", column, Column.values());
        return overdue ? Column.OVERDUE.name() : asked;
    }

    String term() {
        return Asking.among("term", term, Term.values());
    }

    boolean descending() {
        return "desc".equals(Asking.among("order", order, "asc", "desc"));
    }

    /** What rows are sorted by, as text. */
    String place() {
        String by = Asking.among("sort", sort, "deadline", "served", "unit");
        if ("unit".equals(by)) return "r.unit_code";
        if ("served".equals(by)) return "cast(r.served_on as text)";
        return "cast(p.deadline as text)";
    }
}
