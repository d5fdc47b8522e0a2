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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jielian.portal.access.Gate;
import org.jielian.portal.access.Visitor;
import org.jielian.portal.clients.Closing;
import org.jielian.portal.clients.ClosingClient;
import org.jielian.portal.clients.Region;
import org.jielian.portal.clients.Unit;
import org.jielian.portal.clients.UpstreamProblem;
import org.jielian.portal.frame.Addresses;
import org.jielian.portal.frame.Frames;
import org.jielian.portal.frame.Frames.Section;
import org.jielian.portal.frame.Page;
import org.jielian.portal.i18n.CurrentLanguage;
import org.jielian.portal.i18n.Words;
import org.jielian.portal.tables.Downloads;
import org.jielian.portal.tables.Table;

/** By when months are due: a region's calendar and its settings, and the line a unit's page shows. */
@Path("")
@Produces(MediaType.TEXT_HTML)
public class CalendarsResource {
    private static final int UNPROCESSABLE = 422;

    @RestClient
    ClosingClient closings;

    @Inject
    ClosingsResource closingPages;

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
    Clock clock;

    @CheckedTemplate(basePath = "closing")
    static class Templates {
        static native TemplateInstance calendar(
                Page page,
                String name,
                String address,
                int year,
                CalendarForm form,
                boolean acts,
                boolean done,
                List<String> notices,
                Table dates);

        static native TemplateInstance standing(String grade, String text);
    }

    @GET
    @Path("{tier:province|city|county}/{code}/calendar")
    public TemplateInstance calendar(@RestPath String code, @RestQuery Integer year, @RestQuery String done) {
        return page(gate.region(code), year, Map.of(), null, done != null);
    }

    @POST
    @Path("{tier:province|city|county}/{code}/calendar")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response set(@RestPath String code, MultivaluedMap<String, String> form) {
        Region region = gate.region(code);
        Map<String, String> typed = new LinkedHashMap<>();
        form.forEach((name, values) -> typed.put(name, values.get(0).strip()));
        try {
            closings.set(code, '"' + typed.getOrDefault("version", "") + '"', CalendarForm.body(typed));
            String page = Addresses.region(region.tier(), code) + "/calendar?done=Set";
            return Response.seeOther(URI.create(page)).build();
        } catch (UpstreamProblem refused) {
            if (refused.status() == 401 || refused.status() == 403 || refused.status() >= 500) throw refused;
            return Response.status(UNPROCESSABLE)
                    .entity(page(region, null, typed, refused, false))
                    .build();
        }
    }

    @GET
    @Path("{tier:province|city|county}/{code}/calendar.xlsx")
    @Produces(Downloads.XLSX)
    public Response download(@RestPath String code, @RestQuery int year) {
        Region region = gate.region(code);
        Table dates = new ClosingTables(region, language.words()).dates(closings.calendar(code, year));
        String asOf = language.words().get("asOf", language.words().time(clock.instant()));
        return downloads.xlsx(region.name(), dates, List.of(region.name(), asOf));
    }

    @GET
    @Path("{tier:province|city|county}/{code}/closings.xlsx")
    @Produces(Downloads.XLSX)
    public Response downloadClosings(@RestPath String code, @RestQuery int year) {
        return closingPages.download(gate.region(code), year);
    }

    /** By when a unit's month is due, or why it can't be reported, in a line its page includes. */
    @GET
    @Path("calendar/{code}")
    public TemplateInstance standing(@RestPath String code, @RestQuery String month) {
        Unit unit = gate.unit(code);
        var standing = closings.standing(unit.code(), month(month).toString());
        String grade = standing.locked() || standing.reasonRequired() ? "fair" : standing.grade();
        return Templates.standing(grade, standing.explanation().in(language.get()));
    }

    private TemplateInstance page(
            Region region, Integer year, Map<String, String> typed, UpstreamProblem refused, boolean done) {
        Words words = language.words();
        Closing.Calendar calendar = closings.calendar(region.code(), year);
        return Templates.calendar(
                frames.region(region, Section.CLOSINGS, ""),
                region.name(),
                Addresses.region(region.tier(), region.code()),
                calendar.year(),
                CalendarForm.of(calendar, typed, refused, YearMonth.now(clock), words),
                visitor.administers(region.code()),
                done,
                calendar.notices().stream()
                        .map(n -> n.notice() == null
                                ? words.get("noNotice", String.valueOf(n.year()))
                                : words.get("holidayNotice", String.valueOf(n.year()), n.notice()))
                        .toList(),
                new ClosingTables(region, words).dates(calendar));
    }

    private static YearMonth month(String text) {
        try {
            return YearMonth.parse(text == null ? "" : text);
        } catch (DateTimeException e) {
            throw UpstreamProblem.of(404, text);
        }
    }
}
