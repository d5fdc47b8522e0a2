package org.jielian.portal.standards;

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
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jielian.contracts.ReleaseState;
import org.jielian.contracts.ReleaseState.Edit;
import org.jielian.contracts.StandardPackage;
import org.jielian.portal.access.Gate;
import org.jielian.portal.access.Visitor;
import org.jielian.portal.clients.Region;
import org.jielian.portal.clients.UpstreamProblem;
import org.jielian.portal.i18n.CurrentLanguage;
import org.jielian.portal.i18n.Words;
import org.jielian.portal.tables.Table;

/** One release from above: what it changes here, and the answer: confirm it, or make it stricter. */
@Path("")
@Produces(MediaType.TEXT_HTML)
public class IncomingResource {
    static final String AT = "{tier:province|city|county}/{code}/standards/incoming/{issuer}/{standard}/{number}";

    @RestClient
    SupervisionClient supervision;

    @Inject
    Gate gate;

    @Inject
    Visitor visitor;

    @Inject
    IncomingPage page;

    @Inject
    CurrentLanguage language;

    @Inject
    Clock clock;

    @CheckedTemplate(basePath = "standards")
    static class Templates {
        static native TemplateInstance effects(String year, Table effects);
    }

    /** Opening it is reading it, for somebody of the region itself. */
    @GET
    @Path(AT)
    public TemplateInstance look(
            @RestPath String code,
            @RestPath String issuer,
            @RestPath String standard,
            @RestPath int number,
            @RestQuery String part) {
        Region region = gate.region(code);
        Told.Arrival arrival = supervision.arrival(code, issuer, standard, number);
        if (visitor.isAt(code)
                && visitor.has("administrator")
                && arrival.adoption().readAt() == null) {
            supervision.read(code, issuer, standard, number);
        }
        return page.of(region, arrival, part, null, null, null);
    }

    /** Who would newly be above a limit, tried on the last year that is over; asked for by the page once it stands. */
    @GET
    @Path(AT + "/effects")
    public TemplateInstance effects(
            @RestPath String code, @RestPath String issuer, @RestPath String standard, @RestPath int number) {
        gate.region(code);
        int year = LocalDate.now(clock).getYear() - 1;
        Words words = language.words();
        List<Told.BandChange> failing =
                supervision.effects(code, issuer, standard, number, year).items();
        return Templates.effects(words.get("whoWillFailHow", year), new ResultTables(words).newlyAbove(failing));
    }

    @POST
    @Path(AT + "/confirmation")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response confirm(
            @RestPath String code,
            @RestPath String issuer,
            @RestPath String standard,
            @RestPath int number,
            MultivaluedMap<String, String> form) {
        Region region = gate.region(code);
        try {
            supervision.confirm(code, issuer, standard, number, dates(form));
            return back(region, issuer, standard, number, null);
        } catch (UpstreamProblem refused) {
            return page.refused(region, supervision.arrival(code, issuer, standard, number), null, null, null, refused);
        }
    }

    @POST
    @Path(AT + "/localisation")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response localise(
            @RestPath String code,
            @RestPath String issuer,
            @RestPath String standard,
            @RestPath int number,
            MultivaluedMap<String, String> form) {
        Region region = gate.region(code);
        Told.Arrival arrival = supervision.arrival(code, issuer, standard, number);
        String part = form.getFirst("part");
        StandardPackage above = arrival.release().content();
        Map<String, String> entered = EditForm.entered(form, Fields::of, above, part == null ? Fields.MAIN : part);
        try {
            Map<String, Object> body = new LinkedHashMap<>();
            body.put("edits", edits(arrival, entered, part == null ? Fields.MAIN : part));
            body.put("items", arrival.items());
            dates(form).forEach(body::put);
            supervision.localise(code, issuer, standard, number, body);
            return back(region, issuer, standard, number, part);
        } catch (UpstreamProblem refused) {
            return page.refused(region, arrival, part, entered, null, refused);
        }
    }

    /** What was stricter in other parts before stays; in this part, what differs from above. */
    private static List<Edit> edits(Told.Arrival arrival, Map<String, String> entered, String part) {
        Map<String, Fields.Value> above = Fields.of(arrival.release().content(), part);
        List<Edit> edits = new ArrayList<>();
        Set<String> here = above.keySet();
        arrival.kept().stream().filter(edit -> !here.contains(edit.place())).forEach(edits::add);
        entered.forEach((place, value) -> {
            if (!value.equals(above.get(place).value())) edits.add(new Edit(place, value));
        });
        return edits;
    }

    /** The days that were stated; what is left empty is as above. */
    static Map<String, Object> dates(MultivaluedMap<String, String> form) {
        Map<String, Object> dates = new LinkedHashMap<>();
        for (String name : List.of("effectiveFrom", "adoptBy")) {
            String day = form.getFirst(name);
            if (day != null && !day.isBlank()) dates.put(name, day.strip());
        }
        return dates;
    }

    private static Response back(Region region, String issuer, String standard, int number, String part) {
        String at = StandardsResource.home(region) + "/incoming/" + ReleaseState.key(issuer, standard, number);
        return Response.seeOther(URI.create(part == null ? at : at + "?part=" + part))
                .build();
    }
}
