package org.jielian.portal.standards;

import com.fasterxml.jackson.databind.node.ObjectNode;
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
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestPath;
import org.jielian.contracts.ReleaseState;
import org.jielian.contracts.ReleaseState.Adoption;
import org.jielian.contracts.ReleaseState.Status;
import org.jielian.portal.access.Gate;
import org.jielian.portal.access.Visitor;
import org.jielian.portal.clients.Region;
import org.jielian.portal.clients.UpstreamProblem;
import org.jielian.portal.frame.Frames;
import org.jielian.portal.frame.Frames.Section;
import org.jielian.portal.frame.Page;
import org.jielian.portal.i18n.CurrentLanguage;
import org.jielian.portal.i18n.Language;
import org.jielian.portal.i18n.Words;
import org.jielian.portal.tables.Table;

/** One release a region issued: what it changed, its files, and before it takes effect the ways to take it back or replace it. */
@Path("")
@Produces(MediaType.TEXT_HTML)
public class ReleasePages {
    private static final String AT = "{tier:province|city|county}/{code}/standards/releases/{standard}/{number}";
    private static final int UNPROCESSABLE = 422;

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
    Clock clock;

    /**
     * What the page says of a release.
     *
     * @param mayEnd whether this person may still take it back or replace it
     * @param first whether nothing came before, so that everything is new
     */
    public record View(
            String title,
            String address,
            String standing,
            String status,
            String adoption,
            String effectiveFrom,
            String adoptBy,
            String transition,
            String legalBasis,
            String publishedAt,
            String publishedBy,
            boolean first,
            boolean mayEnd) {}

    @CheckedTemplate(basePath = "standards")
    static class Templates {
        static native TemplateInstance release(Page page, String name, View view, Table changes, String refused);
    }

    @GET
    @Path(AT)
    public TemplateInstance look(@RestPath String code, @RestPath String standard, @RestPath int number) {
        Region region = gate.region(code);
        return page(region, supervision.releaseOf(code, standard, number), null);
    }

    @GET
    @Path(AT + "/content.{format:json|xlsx}")
    @Produces(MediaType.WILDCARD)
    public Response download(
            @RestPath String code, @RestPath String standard, @RestPath int number, @RestPath String format) {
        gate.region(code);
        return HandedOn.of(supervision.contentOf(code, standard, number, format));
    }

    /** Takes it back, with a reason, before it takes effect. */
    @POST
    @Path(AT + "/withdrawal")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response withdraw(
            @RestPath String code,
            @RestPath String standard,
            @RestPath int number,
            MultivaluedMap<String, String> form) {
        Region region = gate.region(code);
        String reason = form.getFirst("reason");
        try {
            supervision.withdraw(code, standard, number, Map.of("reason", reason == null ? "" : reason.strip()));
            return Response.seeOther(URI.create(address(region, standard, number)))
                    .build();
        } catch (UpstreamProblem refused) {
            if (refused.status() == 401 || refused.status() == 403 || refused.status() >= 500) throw refused;
            return Response.status(UNPROCESSABLE)
                    .entity(page(region, supervision.releaseOf(code, standard, number), refused.message()))
                    .build();
        }
    }

    /** Begins a draft with the same dates that takes its place once it is released. */
    @POST
    @Path(AT + "/successor")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response replace(@RestPath String code, @RestPath String standard, @RestPath int number) {
        Region region = gate.region(code);
        ReleaseState release = supervision.releaseOf(code, standard, number);
        Told.Draft draft = supervision.begin(code, Map.of("standardCode", standard));
        ObjectNode body = draft.body().deepCopy();
        body.put("replaces", number);
        body.put("effectiveFrom", release.effectiveFrom().toString());
        body.put("adoptBy", release.adoptBy() == null ? null : release.adoptBy().toString());
        body.put("transition", release.transition().name());
        supervision.change(draft.id(), '"' + Long.toString(draft.version()) + '"', body);
        return Response.seeOther(URI.create(StandardsResource.home(region) + "/drafts/" + draft.id()))
                .build();
    }

    private TemplateInstance page(Region region, ReleaseState release, String refused) {
        Words words = language.words();
        Labels labels = new Labels(release.content(), words, language.get() == Language.EN);
        boolean first = release.replaces() == null;
        List<Told.Change> changes = first
                ? List.of()
                : supervision
                        .differenceOf(release.regionCode(), release.standardCode(), release.number())
                        .items();
        return Templates.release(
                frames.region(region, Section.STANDARDS),
                region.name(),
                view(region, release, labels, words),
                new StandardTables(words).changes(changes, labels),
                refused);
    }

    private View view(Region region, ReleaseState r, Labels labels, Words words) {
        boolean ahead = r.status() == Status.ISSUED && r.effectiveFrom().isAfter(LocalDate.now(clock));
        return new View(
                labels.text(r.name()) + " " + r.key(),
                address(region, r.standardCode(), r.number()),
                StandardsResource.home(region) + "/standing?origin=" + r.origin(),
                words.get("adoption" + r.status()),
                words.get("adoption" + r.adoption()),
                r.effectiveFrom().toString(),
                r.adoptBy() == null ? words.get("none") : r.adoptBy().toString(),
                words.get("transition" + r.transition()),
                r.legalBasis(),
                words.time(r.publishedAt()),
                r.publishedBy(),
                r.replaces() == null,
                ahead && r.adoption() == Adoption.ORIGIN && visitor.administers(region.code()));
    }

    private static String address(Region region, String standard, int number) {
        return StandardsResource.home(region) + "/releases/" + standard + "/" + number;
    }
}
