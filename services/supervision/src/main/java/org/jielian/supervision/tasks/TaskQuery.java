package org.jielian.supervision.tasks;

import jakarta.ws.rs.QueryParam;
import org.jielian.contracts.TaskState.Rung;
import org.jielian.foundation.paging.ListQuery;
import org.jielian.foundation.paging.Order;
import org.jielian.foundation.problems.Parameters;

/** What is asked of the list of tasks, which is sorted by {@code due} or {@code opened}; {@code q} also finds part of a title. */
public class TaskQuery extends ListQuery {
    /** {@code todo}, {@code waiting}, {@code climbed} or {@code all}. */
    @QueryParam("tab")
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

    String tab() {
        String asked = Parameters.among("tab", tab, "todo", "waiting", "climbed", "all");
        return asked == null ? "all" : asked;
    }

    String status() {
        return Parameters.among("status", status, TaskStatus.values());
    }

    String kind() {
        return Parameters.among("kind", kind, TaskKind.values());
    }

    String rung() {
        return Parameters.among("rung", rung, Rung.values());
    }

    String region() {
        return Parameters.blankToNull(region);
    }

    Order sorting() {
        String place = sortedBy("due", "opened").equals("opened")
                ? "to_char(t.opened_at at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US')"
                : "cast(t.due as text)";
        return Order.byText(place, "cast(t.id as text)", descending());
    }
}
