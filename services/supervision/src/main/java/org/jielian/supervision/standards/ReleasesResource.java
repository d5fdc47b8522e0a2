package org.jielian.supervision.standards;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Response;
import org.jielian.contracts.ReleaseState;
import org.jielian.foundation.access.Access;
import org.jielian.foundation.idempotency.Idempotent;
import org.jielian.foundation.paging.Page;
import org.jielian.foundation.problems.CommonProblem;

/** What was released: for everybody below the issuer, and for those above who supervise it. */
@Path("/api/releases")
@Blocking
public class ReleasesResource {
    @Inject
    Releases releases;

    @Inject
    ListingReleases listing;

    @Inject
    Issuing issuing;

    @Inject
    Standards standards;

    @Inject
    Access access;

    @Inject
    PackageFiles files;

    /** Why a release is taken back. */
    public record Withdrawal(String reason) {}

    /** The releases of one region, the latest first. */
    @GET
    @Transactional
    public Page<ReleaseLine> list(
            @QueryParam("region") String region,
            @QueryParam("standard") String standard,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") Integer limit) {
        if (region == null) throw CommonProblem.INVALID.because("请指明 region", "name a region");
        standards.requireReads(region);
        return listing.page(region, standard, cursor, Page.limit(limit));
    }

    @GET
    @Path("/{region}/{standard}/{number}")
    @Transactional
    public Response look(
            @PathParam("region") String region,
            @PathParam("standard") String standard,
            @PathParam("number") int number) {
        ReleaseState release = find(region, standard, number);
        return Response.ok(release)
                .tag(new EntityTag(Long.toString(release.version())))
                .build();
    }

    @GET
    @Path("/{region}/{standard}/{number}/content")
    @Transactional
    public Response content(
            @PathParam("region") String region,
            @PathParam("standard") String standard,
            @PathParam("number") int number,
            @QueryParam("format") @DefaultValue("json") String format) {
        ReleaseState release = find(region, standard, number);
        return files.answer(release.content(), release.key().replace('/', '-'), format);
    }

    /** How a release differs from another one; by default from the one it replaces. */
    @GET
    @Path("/{region}/{standard}/{number}/difference")
    @Transactional
    public StandardsResource.Changes difference(
            @PathParam("region") String region,
            @PathParam("standard") String standard,
            @PathParam("number") int number,
            @QueryParam("from") String from) {
        ReleaseState release = find(region, standard, number);
        String other = from != null
                ? from
                : release.replaces() == null ? null : ReleaseState.key(region, standard, release.replaces());
        if (other == null) {
            throw CommonProblem.INVALID.because(
                    "%s 是首个版本，请指明比较对象 from", "%s is the first release; name another one (from)", release.key());
        }
        standards.requireReads(other.contains("/") ? other.substring(0, other.indexOf('/')) : other);
        return new StandardsResource.Changes(
                Difference.between(releases.require(other).content(), release.content()));
    }

    @POST
    @Path("/{region}/{standard}/{number}/withdrawal")
    @Idempotent
    @RolesAllowed({"administrator", "supervisor", "operator"})
    @Transactional
    public Response withdraw(
            @PathParam("region") String region,
            @PathParam("standard") String standard,
            @PathParam("number") int number,
            Withdrawal withdrawal) {
        access.requireActs(region);
        if (withdrawal == null
                || withdrawal.reason() == null
                || withdrawal.reason().isBlank()) {
            throw CommonProblem.INVALID.because("请写明撤回原因（reason）", "say why it is withdrawn (reason)");
        }
        ReleaseState ended = issuing.withdraw(
                ReleaseState.key(region, standard, number), withdrawal.reason().strip());
        return Response.ok(ReleaseLine.of(ended))
                .tag(new EntityTag(Long.toString(ended.version())))
                .build();
    }

    private ReleaseState find(String region, String standard, int number) {
        standards.requireReads(region);
        return releases.require(ReleaseState.key(region, standard, number));
    }
}
