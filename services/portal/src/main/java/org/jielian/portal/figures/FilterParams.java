package org.jielian.portal.figures;

import jakarta.ws.rs.QueryParam;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jielian.contracts.InstitutionType;
import org.jielian.portal.clients.UpstreamProblem;

/** The filters as they come in: as {@code period} in links, as year, month and "up to" from the form. */
public class FilterParams {
    private static final Measure USUAL_RANK = Measure.PER_CAPITA;

    @QueryParam("period")
    String period;

    @QueryParam("year")
    Integer year;

    @QueryParam("month")
    String month;

    @QueryParam("upto")
    String upTo;

    @QueryParam("layer")
    String layer;

    @QueryParam("set")
    String set;

    @QueryParam("type")
    String type;

    @QueryParam("sort")
    String sort;

    @QueryParam("rank")
    String rank;

    @QueryParam("level")
    String level;

    /** The page was moved by a report: figures must be at least as new as this. */
    @QueryParam("notBefore")
    String notBefore;

    public boolean namesPeriod() {
        return period != null && !period.isBlank() || year != null;
    }

    public Filters filters(Span otherwise) {
        return new Filters(
                namesPeriod() ? span() : otherwise,
                Filters.REVIEWED.equals(layer) ? Filters.REVIEWED : Filters.LIVE,
                Filters.QUOTA.equals(set) ? Filters.QUOTA : Filters.STAT,
                Arrays.stream(InstitutionType.values())
                        .filter(t -> t.name().equals(type))
                        .findFirst()
                        .orElse(null));
    }

    private Span span() {
        if (year == null) return Span.parse(period);
        try {
            if (month == null || month.isBlank()) return Span.year(year);
            YearMonth chosen = YearMonth.of(year, Integer.parseInt(month));
            return upTo == null ? Span.month(chosen) : Span.yearToDate(chosen);
        } catch (DateTimeException | NumberFormatException e) {
            throw UpstreamProblem.of(400, year + "-" + month);
        }
    }

    public String sort() {
        return sort;
    }

    /** How the page is laid out, apart from what it shows: it stays when something else of the page is chosen. */
    Map<String, String> view() {
        Map<String, String> view = new LinkedHashMap<>();
        if (countiesOnly()) view.put("level", level);
        if (rank != null && rank() != USUAL_RANK) view.put("rank", rank().code());
        if (sort != null && !sort.isBlank()) view.put("sort", sort);
        return view;
    }

    /** The same, to be added to the query of an address that chooses {@code anew}. */
    String view(String anew) {
        StringBuilder query = new StringBuilder();
        view().forEach((name, value) -> {
            if (!name.equals(anew))
                query.append('&').append(name).append('=').append(URLEncoder.encode(value, StandardCharsets.UTF_8));
        });
        return query.toString();
    }

    public String notBefore() {
        return notBefore;
    }

    public Measure rank() {
        return Measure.of(rank, USUAL_RANK);
    }

    /** Whether all counties below are listed instead of the next tier. */
    public boolean countiesOnly() {
        return "COUNTY".equals(level);
    }
}
