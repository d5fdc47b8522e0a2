package org.jielian.supervision.assessment;

import jakarta.ws.rs.QueryParam;
import org.jielian.foundation.paging.ListQuery;
import org.jielian.foundation.paging.Order;
import org.jielian.foundation.problems.Parameters;

/** What is asked of the list of assessments, which is sorted by {@code code}, {@code score} or {@code changed}. */
public class SheetQuery extends ListQuery {
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

    String region() {
        return Parameters.required("region", region);
    }

    String assessor() {
        return Parameters.blankToNull(assessor);
    }

    String state() {
        return Parameters.among("state", state, Stage.values());
    }

    String grade() {
        return Parameters.among("grade", grade, Grade.values());
    }

    String kind() {
        return Parameters.among("kind", kind, "REGION", "UNIT");
    }

    /** Regions before units. */
    Order sorting() {
        String key = "a.kind || '/' || a.assessed || '/' || a.id";
        return switch (sortedBy("code", "score", "changed")) {
            case "score" -> Order.byNumber("a.score", key, descending());
            case "changed" -> Order.byNumber("extract(epoch from a.changed_at)", key, descending());
            default -> Order.byKey(key, descending());
        };
    }
}
