package org.jielian.metrics.review;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jielian.foundation.idempotency.Idempotent;
import org.jielian.foundation.paging.Page;
import org.jielian.foundation.problems.CommonProblem;
import org.jielian.metrics.reports.AcceptingReports.Asked;

/** What a region has to review. */
@Path("/api/reviews/{region}")
@Blocking
public class ReviewResource {
    @Inject
    Inbox inbox;

    @Inject
    CountingProgress counting;

    @Inject
    AcceptingAtOnce accepting;

    /** A report to be accepted, in the version the reviewer saw. */
    public record Chosen(String unit, String period, Long version) {}

    /**
     * What is to be accepted.
     *
     * @param clean {@code true} for all of {@code period} with nothing to look at
     * @param reports these, instead
     */
    public record Acceptance(String period, boolean clean, List<Chosen> reports) {}

    @GET
    public Page<ReviewLine> waiting(@PathParam("region") String region, @BeanParam InboxQuery query) {
        return inbox.page(region, query);
    }

    @GET
    @Path("/progress")
    public Progress progress(
            @PathParam("region") String region,
            @QueryParam("period") String period,
            @QueryParam("below") @DefaultValue("false") boolean below) {
        return counting.of(region, InboxQuery.month(period), below);
    }

    @POST
    @Path("/acceptances")
    @Idempotent
    @RolesAllowed("reviewer")
    public Response accept(@PathParam("region") String region, Acceptance acceptance) {
        if (acceptance == null || acceptance.clean() == (acceptance.reports() != null)) {
            throw CommonProblem.INVALID.because(
                    "请给出 period 和 clean=true，或给出 reports", "give period and clean=true, or give reports");
        }
        if (acceptance.clean()) {
            return Response.ok(accepting.clean(region, InboxQuery.month(acceptance.period())))
                    .build();
        }
        List<Asked> reports = acceptance.reports().stream()
                .map(c -> c == null ? null : new Asked(c.unit(), c.period(), c.version()))
                .toList();
        return Response.ok(accepting.these(region, reports)).build();
    }
}
