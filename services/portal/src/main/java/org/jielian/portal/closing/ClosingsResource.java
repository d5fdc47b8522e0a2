package org.jielian.portal.closing;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jielian.portal.access.Gate;
import org.jielian.portal.access.Visitor;
import org.jielian.portal.clients.Closing;
import org.jielian.portal.clients.ClosingClient;
import org.jielian.portal.clients.Listing;
import org.jielian.portal.clients.MetricsClient;
import org.jielian.portal.clients.Region;
import org.jielian.portal.clients.Report;
import org.jielian.portal.clients.UpstreamProblem;
import org.jielian.portal.figures.FilterForm.Option;
import org.jielian.portal.frame.Addresses;
import org.jielian.portal.frame.Frames;
import org.jielian.portal.frame.Frames.Section;
import org.jielian.portal.frame.Page;
import org.jielian.portal.i18n.CurrentLanguage;
import org.jielian.portal.i18n.Words;
import org.jielian.portal.papers.Papers;
import org.jielian.portal.tables.Downloads;
import org.jielian.portal.tables.Table;

/** Closing a region's months: which are closed, what is missing before one is, what changed after it was. */
@Path("{tier:province|city|county}/{code}/closings")
@Produces(MediaType.TEXT_HTML)
public class ClosingsResource {
    private static final int UNPROCESSABLE = 422;
    private static final int PAGE = 50;
    private static final int MOST = 1000;
    private static final int YEARS_BACK = 3;

    @RestClient
    ClosingClient closings;

    @RestClient
    MetricsClient metrics;

    @Inject
    Gate gate;

    @Inject
    Visitor visitor;

    @Inject
    Frames frames;

    @Inject
    CurrentLanguage language;

    @Inject
    Downloads downloads;

    @Inject
    Papers papers;

    @Inject
    Clock clock;

    @CheckedTemplate(basePath = "closing")
    static class Templates {
        static native TemplateInstance closings(
                Page page, String name, String address, List<Option> years, Table months, YearSum sum);

        static native TemplateInstance month(Page page, String name, MonthPage month);

        static native TemplateInstance line(ClosingLine line);
    }

    @GET
    public TemplateInstance year(@RestPath String code, @RestQuery Integer year) {
        Region region = gate.region(code);
        Words words = language.words();
        Closing.Year found = closings.year(code, year == null ? due().getYear() : year);
        return Templates.closings(
                frames.region(region, Section.CLOSINGS, ""),
                region.name(),
                Addresses.region(region.tier(), code),
                years(found.year(), words),
                new ClosingTables(region, words).year(found),
                YearSum.of(found, words));
    }

    /** One line about the month that is to be closed now, for the tier's home. */
    @GET
    @Path("line")
    public TemplateInstance line(@RestPath String code) {
        Region region = gate.region(code);
        Closing.Year year = closings.year(code, due().getYear());
        return Templates.line(ClosingLine.of(region, year, due(), language.words()));
    }

    @GET
    @Path("{month:\\d\\d\\d\\d-\\d\\d}")
    public TemplateInstance month(
            @RestPath String code,
            @RestPath String month,
            @RestQuery Integer number,
            @RestQuery String cursor,
            @RestQuery String done) {
        return page(gate.region(code), month(month), number, cursor, done, null, "");
    }

    @POST
    @Path("{month:\\d\\d\\d\\d-\\d\\d}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response close(@RestPath String code, @RestPath String month, MultivaluedMap<String, String> form) {
        Region region = gate.region(code);
        YearMonth period = month(month);
        String note = text(form, "note");
        try {
            closings.close(code, period.toString(), new Closing.Note(note.isEmpty() ? null : note));
            return done(region, period, "Closed");
        } catch (UpstreamProblem refused) {
            return again(refused, page(region, period, null, null, null, refused.message(), note));
        }
    }

    @POST
    @Path("{month:\\d\\d\\d\\d-\\d\\d}/reopening")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response reopen(@RestPath String code, @RestPath String month, MultivaluedMap<String, String> form) {
        Region region = gate.region(code);
        YearMonth period = month(month);
        String reason = text(form, "reason");
        try {
            closings.reopen(code, period.toString(), new Report.Reason(reason));
            return done(region, period, "Reopened");
        } catch (UpstreamProblem refused) {
            return again(refused, page(region, period, null, null, null, refused.message(), reason));
        }
    }

    @GET
    @Path("{month:\\d\\d\\d\\d-\\d\\d}/{table:[a-z]+\\.xlsx}")
    @Produces(Downloads.XLSX)
    public Response download(
            @RestPath String code, @RestPath String month, @RestPath String table, @RestQuery Integer number) {
        Region region = gate.region(code);
        Closing.Month found = closings.month(code, month(month).toString(), number);
        ClosingTables tables = new ClosingTables(region, language.words());
        return switch (table) {
            case "comparison.xlsx" -> xlsx(region, tables.comparison(found, metrics.quantities()));
            case "types.xlsx" -> xlsx(region, tables.types(requireClosed(found)));
            case "children.xlsx" -> xlsx(region, tables.children(found));
            case "reopened.xlsx" -> xlsx(region, tables.reopenedBelow(found));
            case "history.xlsx" -> xlsx(region, tables.history(found));
            case "differences.xlsx" ->
                xlsx(region, tables.differences(requireClosed(found), all(code, found), metrics.quantities(), null));
            default -> throw UpstreamProblem.of(404, table);
        };
    }

    private static Closing.Month requireClosed(Closing.Month month) {
        if (month.frozen() == null) throw UpstreamProblem.of(404, month.period().toString());
        return month;
    }

    private List<Closing.Difference> all(String code, Closing.Month month) {
        return Listing.all(cursor -> closings.differences(
                code, month.period().toString(), month.shown().number(), cursor, MOST));
    }

    private TemplateInstance page(
            Region region, YearMonth period, Integer number, String cursor, String done, String error, String typed) {
        Words words = language.words();
        Closing.Month found = closings.month(region.code(), period.toString(), number);
        Listing<Closing.Difference> differences = found.differences() == 0
                ? new Listing<>(List.of(), null, 0)
                : closings.differences(
                        region.code(), period.toString(), found.shown().number(), cursor, PAGE);
        boolean acts = visitor.isAt(region.code()) && (visitor.has("reviewer") || visitor.has("administrator"));
        return Templates.month(
                frames.region(region, Section.CLOSINGS, ""),
                region.name(),
                MonthPage.of(
                        region,
                        found,
                        differences,
                        metrics.quantities(),
                        acts,
                        done,
                        error,
                        typed,
                        papers.printsPdf(),
                        words));
    }

    /** The months of a year, as a spreadsheet; its address ends where the page's begins. */
    Response download(Region region, int year) {
        return xlsx(region, new ClosingTables(region, language.words()).year(closings.year(region.code(), year)));
    }

    private Response xlsx(Region region, Table table) {
        String asOf = language.words().get("asOf", language.words().time(clock.instant()));
        return downloads.xlsx(region.name(), table, List.of(region.name(), asOf));
    }

    /** The last month that is over. */
    private YearMonth due() {
        return YearMonth.now(clock).minusMonths(1);
    }

    private List<Option> years(int chosen, Words words) {
        List<Option> years = new ArrayList<>();
        int now = YearMonth.now(clock).getYear();
        for (int y = Math.max(now, chosen); y >= Math.min(now - YEARS_BACK, chosen); y--)
            years.add(new Option(String.valueOf(y), words.get("spanYear", String.valueOf(y)), y == chosen));
        return years;
    }

    private static Response done(Region region, YearMonth period, String what) {
        String page = Addresses.region(region.tier(), region.code()) + "/closings/" + period;
        return Response.seeOther(URI.create(page + "?done=" + what)).build();
    }

    private static Response again(UpstreamProblem refused, TemplateInstance page) {
        if (refused.status() == 401 || refused.status() == 403 || refused.status() >= 500) throw refused;
        return Response.status(UNPROCESSABLE).entity(page).build();
    }

    private static String text(MultivaluedMap<String, String> form, String name) {
        String value = form.getFirst(name);
        return value == null ? "" : value.strip();
    }

    private static YearMonth month(String text) {
        try {
            return YearMonth.parse(text);
        } catch (DateTimeException e) {
            throw UpstreamProblem.of(404, text);
        }
    }
}
