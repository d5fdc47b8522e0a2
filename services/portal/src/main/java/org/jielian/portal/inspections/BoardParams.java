package org.jielian.portal.inspections;

import jakarta.ws.rs.QueryParam;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What is asked of a board. */
public class BoardParams {
    static final List<String> TERMS = List.of("SHORT", "LONG");

    @QueryParam("term")
    String term;

    @QueryParam("column")
    String column;

    @QueryParam("q")
    String q;

    @QueryParam("sort")
    String sort;

    @QueryParam("cursor")
    String cursor;

    String term() {
        return term != null && TERMS.contains(term) ? term : null;
    }

    String column() {
        return column != null && BoardView.COLUMNS.contains(column) ? column : null;
    }

    String q() {
        return q == null || q.isBlank() ? null : q.strip();
    }

    /** What narrows the cards, to be handed on in addresses. */
    String narrowed() {
        return "?term=" + (term() == null ? "" : term())
                + (q() == null ? "" : "&q=" + URLEncoder.encode(q(), StandardCharsets.UTF_8));
    }

    String sortKey() {
        String plain = sort == null ? "deadline" : sort.replaceFirst("^-", "");
        return List.of("deadline", "unit").contains(plain) ? plain : "deadline";
    }

    String order() {
        return sort != null && sort.startsWith("-") ? "desc" : "asc";
    }
}
