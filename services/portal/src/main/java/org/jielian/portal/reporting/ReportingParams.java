package org.jielian.portal.reporting;

import jakarta.ws.rs.QueryParam;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.YearMonth;
import org.jielian.portal.clients.UpstreamProblem;

/** What of the reporting is looked at. */
public class ReportingParams {
    @QueryParam("year")
    Integer year;

    @QueryParam("type")
    String type;

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

    /** Of the year that is chosen beside it, if one is. */
    String missing() {
        return blank(missing) ? null : missingMonth().toString();
    }

    YearMonth missingMonth() {
        try {
            YearMonth month = YearMonth.parse(missing);
            return year == null ? month : month.withYear(year);
        } catch (DateTimeException e) {
            throw UpstreamProblem.of(400, missing);
        }
    }

    String search() {
        return blank(search) ? null : search.strip();
    }

    String type() {
        return blank(type) ? null : type;
    }

    Boolean direct() {
        return "true".equals(direct) ? Boolean.TRUE : null;
    }

    /** The query of an address with the same choices and order, without the page. */
    String query(int chosenYear, String filters) {
        return blank(sort) ? choices(chosenYear, filters) : choices(chosenYear, filters) + "&sort=" + encode(sort);
    }

    /**
     * The same without the order.
     *
     * @param filters handed on, the type among them
     */
    String choices(int chosenYear, String filters) {
        StringBuilder query = new StringBuilder("?year=").append(chosenYear);
        if (missing() != null) query.append("&missing=").append(encode(missing()));
        if (search() != null) query.append("&search=").append(encode(search()));
        if (direct() != null) query.append("&direct=true");
        return query.append(filters).toString();
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static boolean blank(String text) {
        return text == null || text.isBlank();
    }
}
