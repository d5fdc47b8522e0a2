package org.jielian.supervision.inspections;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.UUID;
import org.jielian.foundation.paging.ListQuery;
import org.jielian.foundation.paging.Order;
import org.jielian.foundation.problems.Parameters;

/** What is asked of the list of inspections, which is sorted by {@code day}, {@code unit} or {@code changed}. */
public class InspectionQuery extends ListQuery {
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

    String region() {
        return Parameters.blankToNull(region);
    }

    String status() {
        return Parameters.among("status", status, InspectionStatus.values());
    }

    String kind() {
        return Parameters.among("kind", kind, InspectionKind.values());
    }

    Order sorting() {
        String place =
                switch (sortedBy("day", "unit", "changed")) {
                    case "unit" -> "i.unit_code";
                    case "changed" -> "to_char(i.changed_at at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US')";
                    default -> "cast(i.day as text)";
                };
        return Order.byText(place, "cast(i.id as text)", descending());
    }
}
