package org.jielian.portal.figures;

import jakarta.ws.rs.QueryParam;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.Arrays;
import org.jielian.contracts.InstitutionType;
import org.jielian.portal.clients.UpstreamProblem;

/** The filters as they come in: as {@code period} in links, as year, month and "up to" from the form. */
public class FilterParams {
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

    public String notBefore() {
        return notBefore;
    }

    public Measure rank() {
        return Measure.of(rank, Measure.PER_CAPITA);
    }

    /** Whether all counties below are listed instead of the next tier. */
    public boolean countiesOnly() {
        return "COUNTY".equals(level);
    }
}
