package org.jielian.portal.tasks;

import jakarta.ws.rs.QueryParam;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** What is asked of a list of tasks. */
public class TaskParams {
    @QueryParam("tab")
    String tab;

    @QueryParam("status")
    String status;

    @QueryParam("kind")
    String kind;

    @QueryParam("q")
    String q;

    @QueryParam("sort")
    String sort;

    @QueryParam("cursor")
    String cursor;

    String status() {
        return blankToNull(status);
    }

    String kind() {
        return blankToNull(kind);
    }

    String q() {
        return blankToNull(q);
    }

    /** What narrows the list, to be handed on in addresses. */
    String narrowed() {
        return (status() == null ? "" : "&status=" + encoded(status()))
                + (kind() == null ? "" : "&kind=" + encoded(kind()))
                + (q() == null ? "" : "&q=" + encoded(q()));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String blankToNull(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
