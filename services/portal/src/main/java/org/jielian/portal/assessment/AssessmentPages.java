package org.jielian.portal.assessment;

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
import jakarta.ws.rs.core.UriBuilder;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jielian.contracts.Tier;
import org.jielian.portal.access.Gate;
import org.jielian.portal.access.Visitor;
import org.jielian.portal.clients.Listing;
import org.jielian.portal.clients.Region;
import org.jielian.portal.clients.UpstreamProblem;
import org.jielian.portal.figures.FilterForm.Option;
import org.jielian.portal.frame.Addresses;
import org.jielian.portal.frame.Frames;
import org.jielian.portal.frame.Frames.Section;
import org.jielian.portal.frame.Page;
import org.jielian.portal.i18n.CurrentLanguage;
import org.jielian.portal.tables.Downloads;
import org.jielian.portal.tables.Table;

/** The annual assessment as a region sees it: those it assesses, and what it is assessed to be itself. */
@Path("")
@Produces(MediaType.TEXT_HTML)
public class AssessmentPages {
    private static final String AT = "{tier:province|city|county}/{code}/assessments";
    private static final int PAGE = 50;
    private static final int MOST = 1000;

    @RestClient
    AssessmentClient assessments;

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

    /** What the list is narrowed to, as the form shows it. */
    public record Asked(int year, List<Option> states, List<Option> grades, List<Option> kinds, String q) {}

    @CheckedTemplate(basePath = "assessment")
    static class Templates {
        static native TemplateInstance assessments(
                Page page,
                String name,
                String address,
                String programme,
                Asked asked,
                Table list,
                Table own,
                boolean assesses,
                List<Option> standards,
                String done,
                String error);
    }

    static String home(Region region) {
        return Addresses.region(region.tier(), region.code()) + "/assessments";
    }

    @GET
    @Path(AT)
    public TemplateInstance list(
            @RestPath String code,
            @RestQuery Integer year,
            @RestQuery String state,
            @RestQuery String grade,
            @RestQuery String kind,
            @RestQuery String q,
            @RestQuery String sort,
            @RestQuery String cursor) {
        return show(gate.region(code), asked(year), state, grade, kind, q, sort, cursor, null, null);
    }

    private int asked(Integer year) {
        return year == null ? LocalDate.now(clock).getYear() - 1 : year;
    }

    private TemplateInstance show(
            Region region,
            int year,
            String state,
            String grade,
            String kind,
            String q,
            String sort,
            String cursor,
            String done,
            String error) {
        String home = home(region);
        String by = sort == null || sort.isBlank() ? "code" : sort;
        boolean down = by.startsWith("-");
        String query = UriBuilder.fromPath(home)
                .queryParam("year", year)
                .queryParam("state", text(state))
                .queryParam("grade", text(grade))
                .queryParam("kind", text(kind))
                .queryParam("q", text(q))
                .build()
                .toString();
        var found = assessments.list(
                region.code(),
                region.code(),
                year,
                state,
                grade,
                kind,
                q,
                down ? by.substring(1) : by,
                down ? "desc" : "asc",
                cursor,
                PAGE);
        var own = assessments.list(
                region.code(), null, null, null, null, null, region.code(), "changed", "desc", null, PAGE);
        AssessmentTables tables = new AssessmentTables(language);
        Table list = tables.list(
                        language.words().get("assessedByUs"), found.items(), l -> home + "/" + l.id(), this::below)
                .sortedThere(by, query, List.of("code", "score"))
                .xlsx(home + ".xlsx" + query.substring(home.length()))
                .first(cursor == null ? null : query + "&sort=" + by)
                .next(found.next() == null ? null : query + "&sort=" + by + "&cursor=" + found.next())
                .make();
        boolean assesses = visitor.isAt(region.code()) && (visitor.has("administrator") || visitor.has("supervisor"));
        return Templates.assessments(
                frames.region(region, Section.ASSESSMENTS),
                region.name(),
                home,
                Addresses.region(region.tier(), region.code()) + "/programme?year=" + year,
                new Asked(
                        year,
                        options("assessmentState", AssessmentTables.STATES, state, "allStates"),
                        options("grade", AssessmentTables.GRADES, grade, "allGrades"),
                        options("assessedKind", List.of("REGION", "UNIT"), kind, "allKinds"),
                        text(q)),
                list,
                own.items().isEmpty()
                        ? null
                        : tables.list(
                                        language.words().get("assessedOurselves"),
                                        own.items(),
                                        l -> home + "/" + l.id(),
                                        l -> null)
                                .make(),
                assesses,
                assesses ? standards(region) : List.of(),
                done,
                error);
    }

    private String below(Told.Line line) {
        if (line.kind().equals("UNIT")) return null;
        Tier tier = line.assessed().endsWith("00") ? Tier.CITY : Tier.COUNTY;
        return Addresses.region(tier, line.assessed()) + "/assessments?year=" + line.year();
    }

    private List<Option> standards(Region region) {
        return assessments.standards(region.code()).items().stream()
                .map(s -> new Option(s.standardCode(), s.name(), false))
                .toList();
    }

    private List<Option> options(String word, List<String> values, String chosen, String all) {
        List<Option> options = new ArrayList<>();
        options.add(new Option("", language.words().get(all), chosen == null || chosen.isBlank()));
        values.forEach(v -> options.add(new Option(v, language.words().get(word + v), v.equals(chosen))));
        return options;
    }

    @GET
    @Path(AT + ".xlsx")
    public Response download(
            @RestPath String code,
            @RestQuery Integer year,
            @RestQuery String state,
            @RestQuery String grade,
            @RestQuery String kind,
            @RestQuery String q) {
        Region region = gate.region(code);
        List<Told.Line> all = Listing.all(cursor ->
                assessments.list(code, code, asked(year), state, grade, kind, q, "code", "asc", cursor, MOST));
        Table table = new AssessmentTables(language)
                .list(language.words().get("assessedByUs"), all, l -> "", l -> null)
                .make();
        return downloads.xlsx(
                region.name(),
                table,
                List.of(language.words().get("asOf", language.words().time(clock.instant()))));
    }

    @POST
    @Path(AT)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response compute(@RestPath String code, MultivaluedMap<String, String> form) {
        Region region = gate.region(code);
        int year = asked(null);
        try {
            year = Integer.parseInt(String.valueOf(form.getFirst("year")));
            Map<String, Object> compute = new LinkedHashMap<>();
            compute.put("assessor", code);
            compute.put("standardCode", form.getFirst("standard"));
            compute.put("year", year);
            Told.Computed computed = assessments.compute(compute);
            String done = language.words().get("assessmentsComputed", computed.computed(), computed.kept());
            return Response.ok(show(region, year, null, null, null, null, null, null, done, null))
                    .build();
        } catch (NumberFormatException e) {
            throw UpstreamProblem.of(400, language.words().get("notANumber", form.getFirst("year")));
        } catch (UpstreamProblem refused) {
            if (refused.status() == 401 || refused.status() >= 500) throw refused;
            return Response.status(422)
                    .entity(show(region, year, null, null, null, null, null, null, null, refused.message()))
                    .build();
        }
    }

    static String results(Told.Sheet sheet) {
        if (sheet.unit())
            return Addresses.unit(sheet.assessed()) + "/standard?standard=" + sheet.standardCode() + "&year="
                    + sheet.year();
        Tier tier = sheet.assessed().endsWith("00") ? Tier.CITY : Tier.COUNTY;
        return Addresses.region(tier, sheet.assessed()) + "/standards/results?standard=" + sheet.standardCode()
                + "&year=" + sheet.year();
    }

    private static String text(String text) {
        return text == null ? "" : text;
    }
}
