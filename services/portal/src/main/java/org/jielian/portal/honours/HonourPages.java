package org.jielian.portal.honours;

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
import java.net.URI;
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

/** Leaders and demonstration units: the selections of a region, who was chosen, ranked or excluded and why. */
@Path("")
@Produces(MediaType.TEXT_HTML)
public class HonourPages {
    private static final String AT = "{tier:province|city|county}/{code}/honours";
    private static final String ONE = AT + "/{id:[0-9a-f-]{36}}";
    private static final int PAGE = 50;
    private static final int MOST = 1000;

    @RestClient
    HonoursClient honours;

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

    /** What the page of a selection says beside its table. */
    public record View(
            Honour.Selection selection,
            String kind,
            String state,
            String rule,
            String excluding,
            String basis,
            String published,
            List<Option> outcomes,
            String q) {
        public boolean may(String action) {
            return selection.may(action);
        }
    }

    @CheckedTemplate(basePath = "honours")
    static class Templates {
        static native TemplateInstance honours(
                Page page, String name, String address, Table selections, HonourForm form, String error);

        static native TemplateInstance selection(Page page, View view, String address, Table lines, String error);
    }

    private static String home(Region region) {
        return Addresses.region(region.tier(), region.code()) + "/honours";
    }

    @GET
    @Path(AT)
    public TemplateInstance list(@RestPath String code) {
        return show(gate.region(code), null);
    }

    private TemplateInstance show(Region region, String error) {
        boolean selects = visitor.isAt(region.code())
                && region.tier() != Tier.COUNTY
                && (visitor.has("administrator") || visitor.has("supervisor"));
        return Templates.honours(
                frames.region(region, Section.HONOURS),
                region.name(),
                home(region),
                new HonourTables(language)
                        .selections(honours.list(region.code()).items(), h -> home(region) + "/" + h.id()),
                selects
                        ? HonourForm.of(
                                LocalDate.now(clock).getYear() - 1,
                                honours.standards(region.code()).items(),
                                language.words())
                        : null,
                error);
    }

    @POST
    @Path(AT)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response begin(@RestPath String code, MultivaluedMap<String, String> form) {
        Region region = gate.region(code);
        Map<String, Object> asked = new LinkedHashMap<>();
        String kind = form.getFirst("kind");
        asked.put("kind", kind);
        asked.put("region", code);
        asked.put("year", HonourForm.number(form.getFirst("year"), language.words()));
        asked.put("standardCode", form.getFirst("standard"));
        asked.put("rule", HonourForm.rule(kind, form, language.words()));
        try {
            return to(home(region) + "/" + honours.begin(asked).id());
        } catch (UpstreamProblem refused) {
            if (refused.status() == 401 || refused.status() >= 500) throw refused;
            return Response.status(422).entity(show(region, refused.message())).build();
        }
    }

    @GET
    @Path(ONE)
    public TemplateInstance look(
            @RestPath String code,
            @RestPath String id,
            @RestQuery String outcome,
            @RestQuery String q,
            @RestQuery String sort,
            @RestQuery String cursor) {
        return show(gate.region(code), id, outcome, q, sort, cursor, null);
    }

    private TemplateInstance show(
            Region region, String id, String outcome, String q, String sort, String cursor, UpstreamProblem refused) {
        Honour.Selection s = honours.selection(id);
        String home = home(region) + "/" + id;
        String by = sort == null || sort.isBlank() ? "rank" : sort;
        boolean down = by.startsWith("-");
        String query = UriBuilder.fromPath(home)
                .queryParam("outcome", outcome == null ? "" : outcome)
                .queryParam("q", q == null ? "" : q)
                .build()
                .toString();
        var found = honours.lines(
                id, region.code(), outcome, null, q, down ? by.substring(1) : by, down ? "desc" : "asc", cursor, PAGE);
        HonourTables tables = new HonourTables(language);
        Table table = tables.lines(found.items(), s)
                .sortedThere(by, query, List.of("rank", "value", "code"))
                .xlsx(home + ".xlsx" + query.substring(home.length()))
                .first(cursor == null ? null : query + "&sort=" + by)
                .next(found.next() == null ? null : query + "&sort=" + by + "&cursor=" + found.next())
                .make();
        return Templates.selection(
                frames.region(region, Section.HONOURS),
                view(s, tables, outcome, q),
                home,
                table,
                refused == null ? null : refused.message());
    }

    private View view(Honour.Selection s, HonourTables tables, String outcome, String q) {
        var words = language.words();
        List<Option> outcomes = new ArrayList<>();
        outcomes.add(new Option("", words.get("honourAll"), outcome == null || outcome.isBlank()));
        List.of("CHOSEN", "RANKED", "EXCLUDED")
                .forEach(o -> outcomes.add(new Option(o, words.get("honour" + o), o.equals(outcome))));
        return new View(
                s,
                words.get("honourKind" + s.kind()),
                words.get("honourState" + s.state()),
                tables.rule(s.rule()),
                tables.excluding(s.rule()),
                words.basis(s.release(), s.coefficientSet(), s.coefficientVersion()),
                s.publishedAt() == null ? null : words.time(s.publishedAt()) + " " + s.publishedBy(),
                outcomes,
                q == null ? "" : q);
    }

    @GET
    @Path(ONE + ".xlsx")
    public Response download(
            @RestPath String code, @RestPath String id, @RestQuery String outcome, @RestQuery String q) {
        Region region = gate.region(code);
        Honour.Selection s = honours.selection(id);
        List<Honour.Line> all =
                Listing.all(cursor -> honours.lines(id, code, outcome, null, q, "rank", "asc", cursor, MOST));
        HonourTables tables = new HonourTables(language);
        View view = view(s, tables, outcome, q);
        return downloads.xlsx(
                region.name(), tables.lines(all, s).make(), List.of(view.rule(), view.excluding(), view.basis()));
    }

    @POST
    @Path(ONE + "/steps")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response step(@RestPath String code, @RestPath String id, MultivaluedMap<String, String> form) {
        Region region = gate.region(code);
        Map<String, Object> step = new LinkedHashMap<>();
        step.put("action", form.getFirst("action"));
        step.put("reason", form.getFirst("reason"));
        try {
            Honour.Selection s = honours.step(id, step);
            return to(s.state().equals("DISCARDED") ? home(region) : home(region) + "/" + id);
        } catch (UpstreamProblem refused) {
            if (refused.status() == 401 || refused.status() >= 500) throw refused;
            return Response.status(422)
                    .entity(show(region, id, null, null, null, null, refused))
                    .build();
        }
    }

    /** Where notices lead. */
    @GET
    @Path("honours/{unit:[0-9A-Z]{18}}")
    public Response go(@RestPath String unit) {
        return to(Addresses.unit(gate.unit(unit).code()) + "/honours");
    }

    private static Response to(String address) {
        return Response.seeOther(URI.create(address)).build();
    }
}
