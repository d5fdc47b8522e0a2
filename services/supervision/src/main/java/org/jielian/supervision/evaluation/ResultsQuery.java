package org.jielian.supervision.evaluation;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.util.Arrays;
import org.jielian.contracts.StandardPackage.Indicator;
import org.jielian.foundation.paging.ListQuery;
import org.jielian.foundation.paging.Order;
import org.jielian.foundation.problems.Parameters;

/** What is asked of the list of units' results, which is sorted by {@code code} or {@code value}. */
public class ResultsQuery extends ListQuery {
    private static final String NO_BAND = "NONE";

    /** The region at or below which the units stand. */
    @QueryParam("region")
    String region;

    @QueryParam("standard")
    String standard;

    @QueryParam("year")
    Integer year;

    /** The figure that is listed. */
    @QueryParam("indicator")
    @DefaultValue("E_CAP")
    String indicator;

    /** Only units in this band; {@code NONE} for those without one. */
    @QueryParam("band")
    String band;

    String region() {
        return Parameters.required("region", region);
    }

    String standard() {
        return Parameters.required("standard", standard);
    }

    int year() {
        return Parameters.year(year);
    }

    Indicator indicator() {
        return Arrays.stream(Indicator.values())
                .filter(i -> i.name().equals(indicator))
                .findFirst()
                .orElseThrow(() -> Parameters.invalid("indicator", indicator));
    }

    String band() {
        return NO_BAND.equals(band) ? band : Parameters.among("band", band, Band.values());
    }

    Order sorting() {
        return sortedBy("code", "value").equals("value")
                ? Order.byNumber("r.amounts ->> :indicator", "r.node", descending())
                : Order.byKey("r.node", descending());
    }
}
