package org.jielian.metrics.reporting;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.time.DateTimeException;
import java.time.Year;
import java.time.YearMonth;
import java.util.Map;
import org.jielian.contracts.InstitutionType;
import org.jielian.foundation.problems.Parameters;

/** What is asked of the reporting list. */
public class ReportingQuery {
    /** Chinese names come in the order of their pinyin; codes make every place unique. */
    private static final Map<String, String> ORDERS = Map.of(
            "name", "u.name collate \"zh-x-icu\"",
            "code", "u.code collate \"C\"",
            "type", "u.type collate \"C\"",
            "regionCode", "u.region_code collate \"C\"");

    @QueryParam("year")
    String year;

    /** Only units from which this month is still missing. */
    @QueryParam("missing")
    String missing;

    /** The month of which what is outstanding is asked for. */
    @QueryParam("period")
    String period;

    /** {@code MISSING}, {@code RETURNED} or {@code LATE}: only what is outstanding in this way; all of it without. */
    @QueryParam("state")
    String state;

    /** Only units that hang directly on the region. */
    @QueryParam("direct")
    @DefaultValue("false")
    boolean direct;

    /** Part of the name, or the beginning of the code. */
    @QueryParam("search")
    String search;

    /** Only units of that institution type. */
    @QueryParam("type")
    String type;

    @QueryParam("sort")
    @DefaultValue("name")
    String sort;

    @QueryParam("cursor")
    String cursor;

    @QueryParam("limit")
    Integer limit;

    Year year() {
        try {
            if (year != null && year.matches("\\d{4}")) return Year.parse(year);
        } catch (DateTimeException outOfRange) {
            throw Parameters.invalid("year", year);
        }
        throw Parameters.invalid("year", year);
    }

    /** {@code null} when missing ones are not asked for. */
    YearMonth missing() {
        if (missing == null || missing.isBlank()) return null;
        try {
            return YearMonth.parse(missing);
        } catch (DateTimeException e) {
            throw Parameters.invalid("missing", missing);
        }
    }

    YearMonth period() {
        try {
            if (period != null) return YearMonth.parse(period);
        } catch (DateTimeException e) {
            throw Parameters.invalid("period", period);
        }
        throw Parameters.invalid("period", period);
    }

    /** {@code null} when anything outstanding is asked for. */
    Outstanding.State state() {
        try {
            return state == null || state.isBlank() ? null : Outstanding.State.valueOf(state);
        } catch (IllegalArgumentException e) {
            throw Parameters.invalid("state", state);
        }
    }

    /** {@code null} for all types. */
    InstitutionType type() {
        if (type == null || type.isBlank()) return null;
        try {
            return InstitutionType.valueOf(type);
        } catch (IllegalArgumentException e) {
            throw Parameters.invalid("type", type);
        }
    }

    boolean descending() {
        return sort.startsWith("-");
    }

    /** SQL of the order; from a fixed list, never from the caller's text. */
    String order() {
        String by = ORDERS.get(descending() ? sort.substring(1) : sort);
        if (by == null) throw Parameters.invalid("sort", sort);
        return by;
    }
}
