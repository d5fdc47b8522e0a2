package org.jielian.portal.review;

import jakarta.ws.rs.QueryParam;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import org.jielian.portal.i18n.Numbers;
import org.jielian.portal.i18n.Words;

/** What of the reports to review is looked at. */
public class ReviewParams {
    static final String WAITING = "SUBMITTED";

    @QueryParam("period")
    String period;

    @QueryParam("state")
    String state;

    @QueryParam("risk")
    String risk;

    @QueryParam("below")
    String below;

    @QueryParam("search")
    String search;

    @QueryParam("sort")
    String sort;

    @QueryParam("cursor")
    String cursor;

    /** How many were just accepted at once, and how many were not. */
    @QueryParam("accepted")
    Integer accepted;

    @QueryParam("skipped")
    Integer skipped;

    /** Whether the month was just closed. */
    @QueryParam("closed")
    boolean closed;

    /** What has just been done; {@code null} if nothing. */
    String done(YearMonth month, Words words) {
        if (closed) return words.get("closingClosed", words.month(month));
        if (accepted == null) return null;
        int left = skipped == null ? 0 : skipped;
        return words.get(
                left == 0 ? "doneAccepting" : "doneAcceptingSome", Numbers.format(accepted), Numbers.format(left));
    }

    String state() {
        return blank(state) ? WAITING : state;
    }

    String risk() {
        return blank(risk) ? null : risk;
    }

    Boolean below() {
        return "true".equals(below) ? Boolean.TRUE : null;
    }

    String search() {
        return blank(search) ? null : search.strip();
    }

    String sort() {
        return blank(sort) ? "-risk" : sort;
    }

    /** The query of an address with the same choices and order, without the page. */
    String query(YearMonth month) {
        return choices(month) + (blank(sort) ? "" : "&sort=" + encode(sort));
    }

    /** The same without the order. */
    String choices(YearMonth month) {
        StringBuilder query = new StringBuilder("?period=").append(month);
        if (!blank(state)) query.append("&state=").append(encode(state));
        if (risk() != null) query.append("&risk=").append(encode(risk));
        if (below() != null) query.append("&below=true");
        if (search() != null) query.append("&search=").append(encode(search()));
        return query.toString();
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static boolean blank(String text) {
        return text == null || text.isBlank();
    }
}
