package org.jielian.portal.reporting;

import jakarta.ws.rs.QueryParam;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** What of the reporting is looked at. */
public class ReportingParams {
    @QueryParam("year")
    Integer year;

    @QueryParam("missing")
    String missing;

    @QueryParam("search")
    String search;

    @QueryParam("direct")
    String direct;

    @QueryParam("sort")
    String sort;

    @QueryParam("cursor")
    String cursor;

    String missing() {
        return blank(missing) ? null : missing;
    }

    String search() {
        return blank(search) ? null : search.strip();
    }

    Boolean direct() {
        return "true".equals(direct) ? Boolean.TRUE : null;
    }

    /** The query of an address with the same choices and order, without the page. */
    String query(int chosenYear) {
        return blank(sort) ? choices(chosenYear) : choices(chosenYear) + "&sort=" + encode(sort);
    }

    /** The same without the order. */
    String choices(int chosenYear) {
        StringBuilder query = new StringBuilder("?year=").append(chosenYear);
        if (missing() != null) query.append("&missing=").append(encode(missing));
        if (search() != null) query.append("&search=").append(encode(search()));
        if (direct() != null) query.append("&direct=true");
        return query.toString();
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static boolean blank(String text) {
        return text == null || text.isBlank();
    }
}
