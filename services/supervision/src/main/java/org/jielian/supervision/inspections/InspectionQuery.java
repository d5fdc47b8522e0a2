package org.jielian.supervision.inspections;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.UUID;

/** What is asked of the list of inspections. */
public class InspectionQuery {
    /** The region or unit at or below which the units or the inspecting authority stand; everything one sees without it. */
    @QueryParam("region")
    String region;

    @QueryParam("status")
    String status;

    @QueryParam("kind")
    String kind;

    @QueryParam("plan")
    UUID plan;

    /** First and last day they are planned for. */
    @QueryParam("from")
    LocalDate from;

    @QueryParam("to")
    LocalDate to;

    /** Only what the caller's node has to do something about. */
    @QueryParam("waiting")
    @DefaultValue("false")
    boolean waiting;

    /** Part of a unit's name or the beginning of its code. */
    @QueryParam("q")
    String q;

    /** {@code day}, {@code unit} or {@code changed}. */
    @QueryParam("sort")
    @DefaultValue("day")
    String sort;

    @QueryParam("order")
    @DefaultValue("asc")
    String order;

    @QueryParam("cursor")
    String cursor;

    @QueryParam("limit")
    Integer limit;

    String status() {
        return Asking.among("status", status, InspectionStatus.values());
    }

    String kind() {
        return Asking.among("kind", kind, InspectionKind.values());
    }

    boolean descending() {
        return "desc".equals(Asking.among("order", order, "asc", "desc"));
    }

    /** What rows are sorted by, as text. */
    String place() {
        String by = Asking.among("sort", sort, "day", "unit", "changed");
        if ("unit".equals(by)) return "i.unit_code";
        if ("changed".equals(by)) return "to_char(i.changed_at at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US')";
        return "cast(i.day as text)";
    }
}
