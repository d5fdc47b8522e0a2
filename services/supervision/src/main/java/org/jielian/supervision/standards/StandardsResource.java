package org.jielian.supervision.standards;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jielian.contracts.ReleaseState;
import org.jielian.contracts.StandardPackage;
import org.jielian.foundation.idempotency.Idempotent;
import org.jielian.foundation.problems.CommonProblem;
import org.jielian.supervision.standards.Drafts.Draft;

/** The standard that comes with the software, and the drafts of a region. */
@Path("/api/standards")
@Blocking
public class StandardsResource {
    @Inject
    Drafting drafting;

    @Inject
    Shipped shipped;

    @Inject
    Releases releases;

    @Inject
    PackageFiles files;

    /** What a draft begins with; without a body it begins with the latest release, or else with the shipped standard. */
    public record Beginning(String standardCode, DraftBody body) {}

    /** A draft in a list. */
    public record DraftLine(
            UUID id,
            String regionCode,
            String standardCode,
            long version,
            String name,
            Instant changedAt,
            String changedBy) {
        static DraftLine of(Draft d) {
            return new DraftLine(
                    d.id(),
                    d.regionCode(),
                    d.standardCode(),
                    d.version(),
                    d.body().name().zh(),
                    d.changedAt(),
                    d.changedBy());
        }
    }

    /** All drafts of a region, the last changed first. */
    public record DraftLines(List<DraftLine> items) {}

    /** Place by place, what is different. */
    public record Changes(List<Difference.Change> items) {}

    @GET
    @Path("/shipped")
    public Shipped.Standard shipped() {
        return shipped.standard();
    }

    @GET
    @Path("/{region}/drafts")
    public DraftLines drafts(@PathParam("region") String region) {
        return new DraftLines(drafting.of(region).stream().map(DraftLine::of).toList());
    }

    @POST
    @Path("/{region}/drafts")
    @Idempotent
    @RolesAllowed({"administrator", "supervisor", "operator"})
    public Response begin(@PathParam("region") String region, Beginning beginning) {
        if (beginning == null) throw CommonProblem.INVALID.because("缺少内容", "the body is missing");
        Draft draft = drafting.begin(region, beginning.standardCode(), beginning.body());
        return answer(draft, Response.created(URI.create("/api/standards/drafts/" + draft.id())));
    }

    @GET
    @Path("/drafts/{id}")
    public Response look(@PathParam("id") UUID id) {
        return answer(drafting.look(id), Response.ok());
    }

    @PUT
    @Path("/drafts/{id}")
    @RolesAllowed({"administrator", "supervisor", "operator"})
    public Response change(
            @PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, DraftBody body) {
        if (body == null) throw CommonProblem.INVALID.because("缺少内容", "the body is missing");
        return answer(drafting.change(id, body, Etags.version(ifMatch)), Response.ok());
    }

    /** The package of a file, JSON or xlsx, takes the place of the draft's; a file with any defect changes nothing. */
    @PUT
    @Path("/drafts/{id}/content")
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed({"administrator", "supervisor", "operator"})
    public Response importContent(
            @PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, InputStream file) {
        drafting.look(id);
        StandardPackage content = files.read(file);
        return answer(drafting.replaceContent(id, content, Etags.version(ifMatch)), Response.ok());
    }

    @GET
    @Path("/drafts/{id}/content")
    public Response exportContent(@PathParam("id") UUID id, @QueryParam("format") @DefaultValue("json") String format) {
        Draft draft = drafting.look(id);
        return files.answer(draft.body().content(), draft.standardCode() + "-draft", format);
    }

    /** How the draft differs from the region's latest release; everything is new when there is none. */
    @GET
    @Path("/drafts/{id}/difference")
    public Changes difference(@PathParam("id") UUID id) {
        Draft draft = drafting.look(id);
        StandardPackage now = draft.body().content();
        List<ReleaseState> own = releases.of(draft.regionCode(), draft.standardCode());
        if (own.isEmpty()) {
            return new Changes(Places.of(now).values().stream()
                    .map(p -> new Difference.Change(p.path(), null, p.value(), Difference.Effect.ADDED))
                    .toList());
        }
        return new Changes(Difference.between(own.get(own.size() - 1).content(), now));
    }

    @POST
    @Path("/drafts/{id}/release")
    @Idempotent
    @RolesAllowed({"administrator", "supervisor", "operator"})
    public Response release(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        ReleaseState release = drafting.release(id, Etags.version(ifMatch));
        return Response.created(URI.create("/api/releases/" + release.key()))
                .entity(release)
                .tag(new EntityTag(Long.toString(release.version())))
                .build();
    }

    @DELETE
    @Path("/drafts/{id}")
    @RolesAllowed({"administrator", "supervisor", "operator"})
    public void discard(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        drafting.discard(id, Etags.version(ifMatch));
    }

    private static Response answer(Draft draft, Response.ResponseBuilder answer) {
        return answer.entity(draft)
                .tag(new EntityTag(Long.toString(draft.version())))
                .build();
    }
}
