package org.jielian.portal.reporting;

import jakarta.ws.rs.QueryParam;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.List;
import org.jielian.portal.clients.UpstreamProblem;

/** Which outstanding reports are looked at, and what a reminder has just come to. */
public class OutstandingParams {
    static final List<String> STATES = List.of("MISSING", "LATE", "RETURNED");

    @QueryParam("period")
    String period;

    @QueryParam("state")
    String state;

    @QueryParam("search")
    String search;

    @QueryParam("type")
    String type;

    @QueryParam("direct")
    String direct;

    @QueryParam("sort")
    String sort;

    @QueryParam("cursor")
    String cursor;

    @QueryParam("reminded")
    Integer reminded;

    @QueryParam("already")
    Integer already;

    @QueryParam("done")
    Integer done;

    /** The month asked for; a page of a whole year hands its year on, and of that nothing is outstanding as such. */
    YearMonth period(YearMonth usual) {
        return period == null || !period.contains("-") ? usual : month(period);
    }

    static YearMonth month(String text) {
        try {
            return YearMonth.parse(text);
        } catch (DateTimeException e) {
            throw UpstreamProblem.of(404, text);
        }
    }

    String state() {
        return state != null && STATES.contains(state) ? state : STATES.get(0);
    }

    String search() {
        return search == null || search.isBlank() ? null : search.strip();
    }

    String type() {
        return type == null || type.isBlank() ? null : type;
    }

    Boolean direct() {
        return "true".equals(direct) ? Boolean.TRUE : null;
    }

    /** The query of an address with the same choices, in the order and in the state given. */
    String query(YearMonth month, String inState, String order) {
        StringBuilder query =
                new StringBuilder("?period=").append(month).append("&state=").append(inState);
        if (search() != null) query.append("&search=").append(ReportingParams.encode(search()));
        if (type() != null) query.append("&type=").append(ReportingParams.encode(type()));
        if (direct() != null) query.append("&direct=true");
        if (order != null && !order.isBlank()) query.append("&sort=").append(ReportingParams.encode(order));
        return query.toString();
    }
}
