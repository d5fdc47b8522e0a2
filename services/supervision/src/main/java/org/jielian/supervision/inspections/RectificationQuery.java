package org.jielian.supervision.inspections;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import org.jielian.foundation.paging.ListQuery;
import org.jielian.foundation.paging.Order;
import org.jielian.foundation.problems.Parameters;

/**
 * What is asked of the list of problems, which is sorted by {@code deadline}, {@code served} or {@code unit}; {@code q} also finds part
 * of a clause or of a notice's number.
 */
public class RectificationQuery extends ListQuery {
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

    String region() {
        return Parameters.blankToNull(region);
    }

    String column() {
        String asked = Parameters.among("column", column, Column.values());
        return overdue ? Column.OVERDUE.name() : asked;
    }

    String term() {
        return Parameters.among("term", term, Term.values());
    }

    Order sorting() {
        String place =
                switch (sortedBy("deadline", "served", "unit")) {
                    case "unit" -> "r.unit_code";
                    case "served" -> "cast(r.served_on as text)";
                    default -> "cast(p.deadline as text)";
                };
        return Order.byText(place, "p.notice_id || '/' || lpad(cast(p.no as text), 4, '0')", descending());
    }
}
