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
import java.util.Map;
import java.util.function.Supplier;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jielian.contracts.AdoptionState.Answer;
import org.jielian.contracts.Tier;
import org.jielian.portal.access.Gate;
import org.jielian.portal.access.Visitor;
import org.jielian.portal.clients.AtOnce;
import org.jielian.portal.clients.Items;
import org.jielian.portal.clients.Listing;
import org.jielian.portal.clients.Region;
import org.jielian.portal.frame.Addresses;
import org.jielian.portal.frame.Frames;
import org.jielian.portal.frame.Frames.Section;
import org.jielian.portal.frame.Page;
import org.jielian.portal.i18n.CurrentLanguage;
import org.jielian.portal.i18n.Words;
import org.jielian.portal.tables.Table;

/** A region's standards: what came from above and waits for an answer, what it issued, what it drafts. */
@Path("")
@Produces(MediaType.TEXT_HTML)
public class StandardsResource {
    private static final int PAGE = 50;

    @RestClient
    SupervisionClient supervision;

    @Inject
    Gate gate;

    @Inject
    AtOnce atOnce;

    @Inject
    Visitor visitor;

    @Inject
    Frames frames;

    @Inject
    CurrentLanguage language;

    @CheckedTemplate(basePath = "standards")
    static class Templates {
        static native TemplateInstance standards(
                Page page,
                String name,
                String home,
                boolean below,
                long open,
                Table incoming,
                Table releases,
                Table drafts,
                boolean acts);
    }

    /** Where a region's pages about standards are; what other services link to, without knowing the tier. */
    @GET
    @Path("standards/{code}")
    public Response find(@RestPath String code) {
        if (Gate.isUnit(code)) {
            gate.unit(code);
            return Response.seeOther(URI.create(Addresses.unit(code) + "/standard"))
                    .build();
        }
        return Response.seeOther(URI.create(home(gate.region(code)))).build();
    }

    static String home(Region region) {
        return Addresses.region(region.tier(), region.code()) + "/standards";
    }

    @GET
    @Path("{tier:province|city|county}/{code}/standards")
    public TemplateInstance list(@RestPath String code, @RestQuery String incoming, @RestQuery String released) {
        Supplier<Listing<Told.AdoptionLine>> arrived = atOnce.ask(() -> supervision.adoptions(code, incoming, PAGE));
        Supplier<Listing<Told.ReleaseLine>> own = atOnce.ask(() -> supervision.releases(code, released, PAGE));
        Supplier<Items<Told.DraftLine>> drafted = atOnce.ask(() -> supervision.drafts(code));
        Region region = gate.region(code);
        Words words = language.words();
        StandardTables tables = new StandardTables(words);
        String home = home(region);
        Listing<Told.AdoptionLine> lines = arrived.get();
        Listing<Told.ReleaseLine> releases = own.get();
        long open = lines.items().stream()
                .filter(l -> l.adoption().answer() == Answer.OPEN)
                .count();
        return Templates.standards(
                frames.region(region, Section.STANDARDS),
                region.name(),
                home,
                region.tier() != Tier.PROVINCE,
                open,
                tables.incoming(lines.items(), home, next(home, "incoming", lines.next())),
                tables.releases(releases.items(), home, next(home, "released", releases.next())),
                tables.drafts(drafted.get().items(), home),
                visitor.administers(code));
    }

    private static String next(String home, String parameter, String cursor) {
        return cursor == null ? null : home + "?" + parameter + "=" + cursor;
    }

    /** Begins a draft with the latest release, or else with the standard that comes with the software. */
    @POST
    @Path("{tier:province|city|county}/{code}/standards/drafts")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response begin(@RestPath String code, MultivaluedMap<String, String> form) {
        Region region = gate.region(code);
        String standard = form.getFirst("standardCode");
        Told.Draft draft = supervision.begin(code, Map.of("standardCode", standard == null ? "" : standard.strip()));
        return Response.seeOther(URI.create(home(region) + "/drafts/" + draft.id()))
                .build();
    }
}
