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
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jielian.portal.access.Gate;
import org.jielian.portal.access.Visitor;
import org.jielian.portal.clients.Region;
import org.jielian.portal.clients.UpstreamProblem;
import org.jielian.portal.figures.FilterForm.Option;
import org.jielian.portal.frame.Frames;
import org.jielian.portal.frame.Frames.Section;
import org.jielian.portal.frame.Page;
import org.jielian.portal.i18n.CurrentLanguage;
import org.jielian.portal.i18n.Words;
import org.jielian.portal.tables.Downloads;
import org.jielian.portal.tables.Table;

/** How far a release has come in the regions below, with reminders for those who have not answered. */
@Path("")
public class StandingResource {
    private static final String AT = "{tier:province|city|county}/{code}/standards";
    private static final int PAGE = 100;
    private static final int MOST = 1000;
    private static final List<String> STATES =
            List.of("UNDELIVERED", "OPEN", "CONFIRMED", "LOCALISED", "INHERITED", "VOID");

    @RestClient
    SupervisionClient supervision;

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

    /** One number above the matrix. */
    public record Count(String label, long value) {}

    @CheckedTemplate(basePath = "standards")
    static class Templates {
        static native TemplateInstance standing(
                Page page,
                String name,
                String origin,
                String address,
                boolean all,
                List<Option> states,
                List<Count> counts,
                Table standing,
                String watch,
                String follows,
                Long reminded,
                boolean acts);
    }

    @GET
    @Path(AT + "/standing")
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance look(
            @RestPath String code,
            @RestQuery String origin,
            @RestQuery boolean all,
            @RestQuery String state,
            @RestQuery String cursor,
            @RestQuery Long reminded) {
        Region region = gate.region(code);
        Words words = language.words();
        String chosen = state == null || state.isBlank() ? null : state;
        Told.Standing standing = supervision.standing(code, origin, all, chosen, cursor, PAGE);
        String query = "?origin=" + standing.origin();
        String narrowed = query + "&all=" + all + (chosen == null ? "" : "&state=" + chosen);
        String home = StandardsResource.home(region);
        Table table = new StandardTables(words)
                .standing(
                        standing,
                        query,
                        home + "/standing.xlsx" + narrowed,
                        standing.next() == null ? null : home + "/standing" + narrowed + "&cursor=" + standing.next());
        return Templates.standing(
                frames.region(region, Section.STANDARDS),
                region.name(),
                standing.origin(),
                home,
                all,
                states(chosen, words),
                counts(standing.counts(), words),
                table,
                isMoving(standing.counts())
                        ? home + "/standing" + narrowed + (cursor == null ? "" : "&cursor=" + cursor)
                        : null,
                "/live/" + code + "/standing" + query,
                reminded,
                visitor.administers(code));
    }

    /** Whether it is still on its way somewhere: then the page follows it. */
    private static boolean isMoving(Told.Counts counts) {
        return counts.applied() < counts.regions();
    }

    private static List<Option> states(String chosen, Words words) {
        List<Option> options = new ArrayList<>();
        options.add(new Option("", words.get("allStates"), chosen == null));
        STATES.forEach(s -> options.add(new Option(s, words.get("adoption" + s), s.equals(chosen))));
        return options;
    }

    private static List<Count> counts(Told.Counts c, Words words) {
        return List.of(
                new Count(words.get("regionsBelow"), c.regions()),
                new Count(words.get("countDelivered"), c.delivered()),
                new Count(words.get("countRead"), c.read()),
                new Count(words.get("adoptionCONFIRMED"), c.confirmed()),
                new Count(words.get("adoptionLOCALISED"), c.localised()),
                new Count(words.get("adoptionINHERITED"), c.inherited()),
                new Count(words.get("countApplied"), c.applied()),
                new Count(words.get("conflicts"), c.conflicts()));
    }

    @GET
    @Path(AT + "/standing.xlsx")
    public Response download(
            @RestPath String code, @RestQuery String origin, @RestQuery boolean all, @RestQuery String state) {
        Region region = gate.region(code);
        Words words = language.words();
        List<Told.StandingRow> rows = new ArrayList<>();
        Told.Standing page = null;
        String cursor = null;
        do {
            page = supervision.standing(code, origin, all, state, cursor, MOST);
            rows.addAll(page.items());
            cursor = page.next();
        } while (cursor != null);
        Told.Standing whole = new Told.Standing(page.origin(), page.counts(), rows, null, page.total());
        String asOf = words.get("asOf", words.time(clock.instant()));
        return downloads.xlsx(
                region.name(), new StandardTables(words).standing(whole, "", null, null), List.of(page.origin(), asOf));
    }

    @POST
    @Path(AT + "/reminders")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response remind(@RestPath String code, MultivaluedMap<String, String> form) {
        Region region = gate.region(code);
        if (!visitor.administers(code)) throw UpstreamProblem.of(403, code);
        String origin = form.getFirst("origin");
        Told.Reminded reminded = supervision.remind(code, origin);
        return Response.seeOther(URI.create(StandardsResource.home(region) + "/standing?origin=" + origin + "&reminded="
                        + reminded.regions().size()))
                .build();
    }
}
