package org.jielian.portal.inspections;

import jakarta.ws.rs.QueryParam;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.List;

/** What is asked of the calendar and of the list of inspections. */
public class InspectionParams {
    static final List<String> KINDS = List.of("PLANNED", "SPOT", "DOUBLE_RANDOM", "CROSS_CITY");
    static final List<String> STATUSES =
            List.of("PLANNED", "CHECKING", "CONCLUDED", "CONFIRMED", "CLOSED", "NOTIFIED", "RECTIFIED", "CANCELLED");

    @QueryParam("month")
    String month;

    @QueryParam("kind")
    String kind;

    @QueryParam("status")
    String status;

    @QueryParam("q")
    String q;

    @QueryParam("sort")
    String sort;

    @QueryParam("cursor")
    String cursor;

    /** The month asked for; that one for none, and for what is no month. */
    YearMonth month(YearMonth otherwise) {
        if (blank(month)) return otherwise;
        try {
            return YearMonth.parse(month);
        } catch (DateTimeException notAMonth) {
            return otherwise;
        }
    }

    String kind() {
        return kind != null && KINDS.contains(kind) ? kind : null;
    }

    String status() {
        return status != null && STATUSES.contains(status) ? status : null;
    }

    String q() {
        return blank(q) ? null : q.strip();
    }

    /** What narrows the list, to be handed on in addresses after the month. */
    String narrowed() {
        return (kind() == null ? "" : "&kind=" + kind())
                + (status() == null ? "" : "&status=" + status())
                + (q() == null ? "" : "&q=" + URLEncoder.encode(q(), StandardCharsets.UTF_8));
    }

    String sortKey() {
        String plain = sort == null ? "day" : sort.replaceFirst("^-", "");
        return List.of("day", "unit").contains(plain) ? plain : "day";
    }

    String order() {
        return sort != null && sort.startsWith("-") ? "desc" : "asc";
    }

    private static boolean blank(String text) {
        return text == null || text.isBlank();
    }
}
