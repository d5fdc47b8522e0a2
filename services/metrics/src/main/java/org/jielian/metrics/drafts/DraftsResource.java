package org.jielian.metrics.drafts;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
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
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jielian.foundation.idempotency.Idempotent;
import org.jielian.foundation.problems.CommonProblem;
import org.jielian.metrics.drafts.Draft.Typed;
import org.jielian.metrics.reports.ReportDesk;
import org.jielian.metrics.validation.Finding;

/** What units have typed and not handed in. Every change names the version it was made on, in If-Match; 0 for none. */
@Path("/api/drafts")
@Blocking
@RolesAllowed({"reporter", "administrator", "operator"})
public class DraftsResource {
    @Inject
    KeepingDrafts keeping;

    /** A unit's drafts. */
    public record Drafts(List<Draft> items) {}

    /** What the checks found. */
    public record Findings(List<Finding> findings) {}

    /** Why a report that stands is corrected; {@code null} for what the draft says. */
    public record Submission(String reason) {}

    @GET
    @Path("/{unit}")
    public Drafts of(
            @PathParam("unit") String unit,
            @QueryParam("from") @DefaultValue("0000-00") String from,
            @QueryParam("to") @DefaultValue("9999-12") String to) {
        return new Drafts(keeping.of(unit, from, to));
    }

    @GET
    @Path("/{unit}/{period}")
    public Response find(@PathParam("unit") String unit, @PathParam("period") String period) {
        return answer(keeping.find(unit, period));
    }

    @PUT
    @Path("/{unit}/{period}")
    public Response save(
            @PathParam("unit") String unit,
            @PathParam("period") String period,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            Typed typed) {
        return answer(keeping.save(unit, period, require(typed), version(ifMatch)));
    }

    @DELETE
    @Path("/{unit}/{period}")
    public void discard(
            @PathParam("unit") String unit,
            @PathParam("period") String period,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        keeping.discard(unit, period, version(ifMatch));
    }

    @POST
    @Path("/{unit}/{period}/check")
    public Findings check(@PathParam("unit") String unit, @PathParam("period") String period, Typed typed) {
        return new Findings(keeping.check(unit, period, require(typed)));
    }

    @POST
    @Path("/{unit}/{period}/submission")
    @Idempotent
    public Response submit(
            @PathParam("unit") String unit,
            @PathParam("period") String period,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            Submission submission) {
        String reason = submission == null ? null : submission.reason();
        ReportDesk.Standing report = keeping.submit(unit, period, reason, version(ifMatch));
        return Response.ok(report).build();
    }

    private static Response answer(Draft draft) {
        return Response.ok(draft)
                .tag(new EntityTag(Long.toString(draft.version())))
                .build();
    }

    private static Typed require(Typed typed) {
        if (typed == null) throw CommonProblem.INVALID.because("缺少草稿内容", "the body is missing");
        return typed;
    }

    private static long version(String ifMatch) {
        if (ifMatch == null) {
            throw DraftProblem.VERSION_REQUIRED.because(
                    "请在 If-Match 中注明所见草稿的版本，没有则写 \"0\"",
                    "name the draft's version in If-Match, \"0\" if there was none");
        }
        try {
            return Long.parseLong(ifMatch.replace("W/", "").replace("\"", "").strip());
        } catch (NumberFormatException e) {
            throw CommonProblem.INVALID.because("If-Match 无效：%s", "If-Match is not one of our ETags: %s", ifMatch);
        }
    }
}
