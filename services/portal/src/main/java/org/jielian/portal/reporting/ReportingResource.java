package org.jielian.portal.reporting;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestPath;
import org.jielian.contracts.InstitutionType;
import org.jielian.portal.access.Gate;
import org.jielian.portal.clients.AtOnce;
import org.jielian.portal.clients.Listing;
import org.jielian.portal.clients.MetricsClient;
import org.jielian.portal.clients.Region;
import org.jielian.portal.clients.ReportingLine;
import org.jielian.portal.figures.Figures;
import org.jielian.portal.figures.FilterForm.Option;
import org.jielian.portal.figures.Span;
import org.jielian.portal.frame.Addresses;
import org.jielian.portal.frame.Frames;
import org.jielian.portal.frame.Frames.Section;
import org.jielian.portal.frame.Page;
import org.jielian.portal.frame.TravellingFilters;
import org.jielian.portal.i18n.CurrentLanguage;
import org.jielian.portal.i18n.Words;
import org.jielian.portal.tables.Downloads;

/** Who reported and who did not, in any region. */
@Path("")
public class ReportingResource {
    private static final int PAGE = 50;
    private static final int MOST = 1000;

    @RestClient
    MetricsClient metrics;

    @Inject
    Gate gate;

    @Inject
    AtOnce atOnce;

    @Inject
    TravellingFilters filters;

    @Inject
    Figures figures;

    @Inject
    Frames frames;

    @Inject
    CurrentLanguage language;

    @Inject
    Downloads downloads;

    @Inject
    Clock clock;

    @CheckedTemplate(basePath = "reporting")
    static class Templates {
        static native TemplateInstance reporting(
                Page page,
                String name,
                String outstanding,
                List<Option> years,
                List<Option> months,
                List<Option> types,
                List<TravellingFilters.Field> kept,
                String search,
                boolean direct,
                HeatTable heat);
    }

    @GET
    @Path("{tier:province|city|county}/{code}/reporting")
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance reporting(@RestPath String code, @BeanParam ReportingParams params) {
        Supplier<Found> asked = atOnce.ask(() -> found(code, params));
        Region region = gate.region(code);
        Found found = asked.get();
        Words words = language.words();
        Map<String, String> chosen = period(found.year(), params);
        String further = filters.further(chosen);
        String address = Addresses.region(region.tier(), code) + "/reporting";
        String query = params.query(found.year(), further);
        String next = found.lines().next();
        HeatTable heat = HeatTable.of(
                found.lines().items(),
                found.year(),
                found.lines().total(),
                next == null ? null : address + query + "&cursor=" + ReportingParams.encode(next),
                address + ".xlsx" + query,
                new Sorting(params.sort, address + params.choices(found.year(), further)),
                further,
                words);
        return Templates.reporting(
                frames.region(region, Section.REPORTING, filters.query(chosen)),
                region.name(),
                address + "/outstanding" + (params.missing() == null ? "" : "?period=" + params.missing()),
                years(found.year(), words),
                months(found.year(), params, words),
                types(params, words),
                filters.fields("type"),
                params.search() == null ? "" : params.search(),
                params.direct() != null,
                params.cursor == null ? heat : heat.after(address + query));
    }

    /** The units asked for, with the months of the year that is meant. */
    private record Found(int year, Listing<ReportingLine> lines) {}

    private Found found(String code, ReportingParams params) {
        int year = year(code, params);
        return new Found(year, lines(code, year, params, params.cursor, PAGE));
    }

    @GET
    @Path("{tier:province|city|county}/{code}/reporting.xlsx")
    public Response download(@RestPath String code, @BeanParam ReportingParams params) {
        Region region = gate.region(code);
        Words words = language.words();
        int year = year(code, params);
        List<ReportingLine> all = Listing.all(cursor -> lines(code, year, params, cursor, MOST));
        return downloads.xlsx(
                region.name(),
                HeatTable.table(all, year, words),
                List.of(region.name(), words.get("asOf", words.time(clock.instant()))));
    }

    private Listing<ReportingLine> lines(String code, int year, ReportingParams p, String cursor, int limit) {
        return metrics.reporting(code, year, p.missing(), p.search(), p.type(), p.direct(), p.sort, cursor, limit);
    }

    private int year(String region, ReportingParams params) {
        if (params.year != null) return params.year;
        if (params.missing() != null) return params.missingMonth().getYear();
        String period = filters.value("period");
        return period == null
                ? figures.latest(region).year()
                : Span.parse(period).year();
    }

    /** Whoever chose another year here goes on with that one. */
    private Map<String, String> period(int year, ReportingParams params) {
        String period = filters.value("period");
        boolean another =
                period == null ? params.year != null : Span.parse(period).year() != year;
        return another ? Map.of("period", String.valueOf(year)) : Map.of();
    }

    private List<Option> years(int chosen, Words words) {
        List<Option> years = new ArrayList<>();
        for (int y = Math.max(YearMonth.now(clock).getYear(), chosen); y >= chosen - 2; y--) {
            years.add(new Option(String.valueOf(y), words.get("spanYear", String.valueOf(y)), y == chosen));
        }
        return years;
    }

    private static List<Option> months(int year, ReportingParams params, Words words) {
        List<Option> months = new ArrayList<>();
        months.add(new Option("", words.get("allUnits"), params.missing() == null));
        for (int m = 1; m <= 12; m++) {
            String month = YearMonth.of(year, m).toString();
            String text = words.get("missingIn", words.month(YearMonth.of(year, m)));
            months.add(new Option(month, text, month.equals(params.missing())));
        }
        return months;
    }

    private static List<Option> types(ReportingParams params, Words words) {
        List<Option> types = new ArrayList<>();
        types.add(new Option("", words.get("allTypes"), params.type() == null));
        for (InstitutionType type : InstitutionType.values()) {
            types.add(new Option(
                    type.name(), words.get("type" + type), type.name().equals(params.type())));
        }
        return types;
    }
}
