package org.jielian.portal.recognition;

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
import org.jielian.portal.papers.Papers;
import org.jielian.portal.tables.Downloads;
import org.jielian.portal.tables.Table;

/** Recognition as a region sees it: what waits for it, how many are where, who lacks what, and the sheet it reviews. */
@Path("")
@Produces(MediaType.TEXT_HTML)
public class RegionTitlesResource {
    private static final String AT = "{tier:province|city|county}/{code}/titles";
    private static final int PAGE = 50;
    private static final int MOST = 1000;

    @RestClient
    TitlesClient titles;

    @Inject
    Gate gate;

    @Inject
    Visitor visitor;

    @Inject
    Frames frames;

    @Inject
    TitlePage page;

    @Inject
    CurrentLanguage language;

    @Inject
    Downloads downloads;

    @Inject
    Papers papers;

    @Inject
    Clock clock;

    @CheckedTemplate(basePath = "recognition")
    static class Templates {
        static native TemplateInstance titles(
                Page page,
                String name,
                String address,
                Table waiting,
                Table pipeline,
                Table list,
                List<Option> states,
                String q,
                boolean draws,
                int percent,
                boolean published,
                boolean pdf,
                Sampled sampled,
                String refused);

        static native TemplateInstance whyNotYet(
                Page page, String name, List<Option> standards, int year, Table lacking);
    }

    /** What was drawn just now. */
    public record Sampled(int among, int drawn, String seed) {}

    private static String home(Region region) {
        return Addresses.region(region.tier(), region.code()) + "/titles";
    }

    @GET
    @Path(AT)
    public TemplateInstance look(
            @RestPath String code,
            @RestQuery String state,
            @RestQuery String q,
            @RestQuery String sort,
            @RestQuery String cursor) {
        return list(gate.region(code), state, q, sort, cursor, null, null);
    }

    private TemplateInstance list(
            Region region,
            String state,
            String q,
            String sort,
            String cursor,
            Sampled sampled,
            UpstreamProblem refused) {
        TitleTables tables = new TitleTables(language.words());
        String home = home(region);
        String query = UriBuilder.fromPath(home)
                .queryParam("state", state == null ? "" : state)
                .queryParam("q", q == null ? "" : q)
                .build()
                .toString();
        String by = sort == null || sort.isBlank() ? "code" : sort;
        boolean down = by.startsWith("-");
        String key = down ? by.substring(1) : by;
        var found = titles.list(region.code(), state, null, q, key, down ? "desc" : "asc", cursor, PAGE);
        var waiting = titles.list(region.code(), null, region.code(), null, "due", "asc", null, MOST);
        return Templates.titles(
                frames.region(region, Section.TITLES),
                region.name(),
                home,
                tables.applications(waiting.items(), l -> home),
                tables.pipeline(titles.pipeline(region.code()).items(), home + "/pipeline.xlsx", p -> below(region, p)),
                tables.applications(
                        found.items(),
                        l -> home,
                        by,
                        query,
                        home + "/titles.xlsx" + query.substring(home.length()),
                        cursor == null ? null : query + "&sort=" + by,
                        found.next() == null ? null : query + "&sort=" + by + "&cursor=" + found.next()),
                states(state),
                q == null ? "" : q,
                visitor.isAt(region.code()) && region.tier() != Tier.COUNTY,
                region.tier() == Tier.PROVINCE ? 10 : 30,
                titles.list(region.code(), "PUBLIC_NOTICE", null, null, "code", "asc", null, 1)
                                .total()
                        > 0,
                papers.printsPdf(),
                sampled,
                refused == null ? null : refused.message());
    }

    private static String below(Region region, Seen.Pipeline part) {
        if (part.regionCode().equals(region.code())) return home(region);
        return Addresses.region(Tier.valueOf(part.tier()), part.regionCode()) + "/titles";
    }

    private List<Option> states(String chosen) {
        List<Option> options = new ArrayList<>();
        options.add(new Option("", language.words().get("allStates"), chosen == null || chosen.isBlank()));
        options.add(new Option("TITLED", language.words().get("titledAgencies"), "TITLED".equals(chosen)));
        TitleTables.STATES.forEach(
                s -> options.add(new Option(s, language.words().get("title" + s), s.equals(chosen))));
        return options;
    }

    @GET
    @Path(AT + "/titles.xlsx")
    public Response download(@RestPath String code, @RestQuery String state, @RestQuery String q) {
        Region region = gate.region(code);
        List<Seen.Line> all = Listing.all(cursor -> titles.list(code, state, null, q, "code", "asc", cursor, MOST));
        return downloads.xlsx(
                region.name(), new TitleTables(language.words()).applications(all, l -> ""), List.of(asOf()));
    }

    @GET
    @Path(AT + "/pipeline.xlsx")
    public Response downloadPipeline(@RestPath String code) {
        Region region = gate.region(code);
        return downloads.xlsx(
                region.name(),
                new TitleTables(language.words()).pipeline(titles.pipeline(code).items(), null, p -> ""),
                List.of(asOf()));
    }

    private String asOf() {
        return language.words().get("asOf", language.words().time(clock.instant()));
    }

    @GET
    @Path(AT + "/why-not-yet")
    public TemplateInstance whyNotYet(
            @RestPath String code, @RestQuery String standard, @RestQuery Integer year, @RestQuery String cursor) {
        Region region = gate.region(code);
        List<TitlesClient.StandardLine> standards = titles.standards(code).items();
        int asked = year == null ? LocalDate.now(clock).getYear() - 1 : year;
        String chosen = chosen(standards, standard);
        List<Option> options = standards.stream()
                .map(s ->
                        new Option(s.standardCode(), s.name(), s.standardCode().equals(chosen)))
                .toList();
        TitleTables tables = new TitleTables(language.words());
        if (chosen == null) {
            return Templates.whyNotYet(
                    frames.region(region, Section.TITLES),
                    region.name(),
                    options,
                    asked,
                    tables.lacking(List.of(), null, null, l -> ""));
        }
        String query = "?standard=" + chosen + "&year=" + asked;
        var found = titles.whyNotYet(code, chosen, asked, cursor, PAGE);
        return Templates.whyNotYet(
                frames.region(region, Section.TITLES),
                region.name(),
                options,
                asked,
                tables.lacking(
                        found.items(),
                        home(region) + "/why-not-yet.xlsx" + query,
                        found.next() == null ? null : home(region) + "/why-not-yet" + query + "&cursor=" + found.next(),
                        l -> Addresses.unit(l.unitCode()) + "/titles"));
    }

    private static String chosen(List<TitlesClient.StandardLine> standards, String asked) {
        return standards.stream()
                .map(TitlesClient.StandardLine::standardCode)
                .filter(s -> s.equals(asked))
                .findFirst()
                .orElse(standards.isEmpty() ? null : standards.get(0).standardCode());
    }

    @GET
    @Path(AT + "/why-not-yet.xlsx")
    public Response downloadWhyNotYet(@RestPath String code, @RestQuery String standard, @RestQuery int year) {
        Region region = gate.region(code);
        List<Seen.Lacking> all = Listing.all(cursor -> titles.whyNotYet(code, standard, year, cursor, MOST));
        return downloads.xlsx(
                region.name(),
                new TitleTables(language.words()).lacking(all, null, null, l -> ""),
                List.of(standard + " " + year, asOf()));
    }

    @POST
    @Path(AT + "/samples")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response draw(@RestPath String code, MultivaluedMap<String, String> form) {
        Region region = gate.region(code);
        Map<String, Object> draw = new LinkedHashMap<>();
        draw.put("region", code);
        draw.put("seed", form.getFirst("seed"));
        try {
            draw.put("percent", Integer.valueOf(String.valueOf(form.getFirst("percent"))));
            Seen.Sample sample = titles.draw(draw);
            Sampled sampled = new Sampled(sample.among().size(), sample.drawn().size(), sample.seed());
            return Response.ok(list(region, null, null, null, null, sampled, null))
                    .build();
        } catch (NumberFormatException e) {
            throw UpstreamProblem.of(400, language.words().get("notANumber", form.getFirst("percent")));
        } catch (UpstreamProblem refused) {
            return Response.status(422)
                    .entity(list(region, null, null, null, null, null, refused))
                    .build();
        }
    }

    @GET
    @Path(AT + "/{id:[0-9a-f-]{36}}")
    public TemplateInstance title(@RestPath String code, @RestPath String id) {
        return sheet(gate.region(code), id, null);
    }

    private TemplateInstance sheet(Region region, String id, UpstreamProblem refused) {
        return page.of(frames.region(region, Section.TITLES), titles.title(id), home(region) + "/" + id, refused);
    }

    @POST
    @Path(AT + "/{id:[0-9a-f-]{36}}/items/{item}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response score(
            @RestPath String code, @RestPath String id, @RestPath String item, MultivaluedMap<String, String> form) {
        return changed(gate.region(code), id, "#item-" + item, () -> page.score(id, item, form));
    }

    @POST
    @Path(AT + "/{id:[0-9a-f-]{36}}/steps")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response step(@RestPath String code, @RestPath String id, MultivaluedMap<String, String> form) {
        return changed(gate.region(code), id, "", () -> page.step(id, form));
    }

    @POST
    @Path(AT + "/{id:[0-9a-f-]{36}}/visits")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response visited(@RestPath String code, @RestPath String id, MultivaluedMap<String, String> form) {
        Map<String, Object> visit = new LinkedHashMap<>();
        String on = form.getFirst("on");
        visit.put("on", on == null || on.isBlank() ? null : on);
        visit.put("found", form.getFirst("found"));
        return changed(gate.region(code), id, "", () -> titles.visited(id, visit));
    }

    private Response changed(Region region, String id, String place, Runnable change) {
        try {
            change.run();
            return UnitTitleResource.to(home(region) + "/" + id + place);
        } catch (UpstreamProblem refused) {
            return Response.status(422).entity(sheet(region, id, refused)).build();
        }
    }
}
