package org.jielian.supervision.honours;

import jakarta.ws.rs.QueryParam;
import org.jielian.contracts.InstitutionType;
import org.jielian.foundation.paging.ListQuery;
import org.jielian.foundation.paging.Order;
import org.jielian.foundation.problems.Parameters;

/** What is asked of the lines of selections, which are sorted by {@code rank}, {@code value} or {@code code}. */
public class HonourQuery extends ListQuery {
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

    String region() {
        return Parameters.blankToNull(region);
    }

    String outcome() {
        return Parameters.among("outcome", outcome, Placed.Outcome.values());
    }

    String type() {
        return Parameters.among("type", type, InstitutionType.values());
    }

    String why() {
        return Parameters.among("why", why, Why.values());
    }

    Order sorting() {
        String key = "l.type || '/' || l.unit_code";
        return switch (sortedBy("rank", "value", "code")) {
            case "rank" -> Order.byNumber("l.rank", key, descending());
            case "value" -> Order.byNumber("l.value", key, descending());
            default -> Order.byKey(key, descending());
        };
    }
}
