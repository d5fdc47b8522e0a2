package org.jielian.portal.registry;

import jakarta.ws.rs.QueryParam;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Which units are listed. */
public class UnitParams {
    @QueryParam("search")
    String search;

    @QueryParam("type")
    String type;

    @QueryParam("status")
    String status;

    @QueryParam("direct")
    String direct;

    @QueryParam("sort")
    String sort;

    @QueryParam("cursor")
    String cursor;

    String search() {
        return blank(search) ? null : search.strip();
    }

    String type() {
        return blank(type) ? null : type;
    }

    String status() {
        return blank(status) ? null : status;
    }

    Boolean direct() {
        return "true".equals(direct) ? Boolean.TRUE : null;
    }

    String sort() {
        return blank(sort) ? "name" : sort;
    }

    /**
     * The query of an address with the same choices, without order and page.
     *
     * @param filters handed on, the type among them
     */
    String query(String filters) {
        StringBuilder query = new StringBuilder("?direct=").append(direct() != null);
        if (search() != null) query.append("&search=").append(encode(search()));
        if (status() != null) query.append("&status=").append(encode(status()));
        return query.append(filters).toString();
    }

    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static boolean blank(String text) {
        return text == null || text.isBlank();
    }
}
