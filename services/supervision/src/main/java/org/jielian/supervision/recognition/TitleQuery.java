package org.jielian.supervision.recognition;

import jakarta.ws.rs.QueryParam;
import java.util.Arrays;
import org.jielian.foundation.paging.ListQuery;
import org.jielian.foundation.paging.Order;
import org.jielian.foundation.problems.Parameters;

/** What is asked of the list of titles, which is sorted by {@code code}, {@code score}, {@code due} or {@code changed}. */
public class TitleQuery extends ListQuery {
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

    String region() {
        return Parameters.required("region", region);
    }

    String[] states() {
        if ("TITLED".equals(state)) {
            return Arrays.stream(State.values())
                    .filter(State::holdsTitle)
                    .map(Enum::name)
                    .toArray(String[]::new);
        }
        String asked = Parameters.among("state", state, State.values());
        return asked == null ? null : new String[] {asked};
    }

    String holder() {
        return Parameters.blankToNull(holder);
    }

    Order sorting() {
        String key = "t.unit_code || '/' || t.id";
        return switch (sortedBy("code", "score", "due", "changed")) {
            case "score" -> Order.byNumber("t.score", key, descending());
            case "due" -> Order.byNumber("t.due - date '2000-01-01'", key, descending());
            case "changed" -> Order.byNumber("extract(epoch from t.changed_at)", key, descending());
            default -> Order.byKey(key, descending());
        };
    }
}
