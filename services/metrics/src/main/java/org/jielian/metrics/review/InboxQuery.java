package org.jielian.metrics.review;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.Set;
import org.jielian.contracts.ReportState.Status;
import org.jielian.foundation.problems.Parameters;

/** What is asked of an inbox. */
public class InboxQuery {
    private static final String ALL = "ALL";
    private static final Set<String> LEVELS = Set.of("NONE", "LOW", "MEDIUM", "HIGH");

    @QueryParam("period")
    String period;

    /** One state, or ALL; what is waiting unless said otherwise. */
    @QueryParam("state")
    @DefaultValue("SUBMITTED")
    String state;

    /** One level of risk. */
    @QueryParam("risk")
    String risk;

    /** Units of the regions below as well: to look at and to send back, not to accept. */
    @QueryParam("below")
    @DefaultValue("false")
    boolean below;

    /** Part of the name, or the beginning of the code. */
    @QueryParam("search")
    String search;

    @QueryParam("sort")
    @DefaultValue("-risk")
    String sort;

    @QueryParam("cursor")
    String cursor;

    @QueryParam("limit")
    Integer limit;

    YearMonth period() {
        return month(period);
    }

    static YearMonth month(String text) {
        try {
            if (text != null && text.matches("\\d{4}-\\d{2}")) return YearMonth.parse(text);
        } catch (DateTimeException noSuchMonth) {
            throw Parameters.invalid("period", text);
        }
        throw Parameters.invalid("period", text);
    }

    /** {@code null} for all. */
    Status state() {
        if (ALL.equals(state)) return null;
        try {
            return Status.valueOf(state);
        } catch (IllegalArgumentException noSuchState) {
            throw Parameters.invalid("state", state);
        }
    }

    /** {@code null} for all. */
    String risk() {
        if (risk == null || risk.isBlank()) return null;
        if (!LEVELS.contains(risk)) throw Parameters.invalid("risk", risk);
        return risk;
    }

    InboxOrder order() {
        return InboxOrder.of(sort).orElseThrow(() -> Parameters.invalid("sort", sort));
    }
}
