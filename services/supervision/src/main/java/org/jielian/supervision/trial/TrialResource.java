package org.jielian.supervision.trial;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.UUID;
import org.jielian.foundation.idempotency.Idempotent;
import org.jielian.foundation.paging.Page;
import org.jielian.foundation.problems.CommonProblem;

/** What a draft would do before anybody is affected. */
@Path("/api/standards/drafts/{id}/trial")
@Blocking
public class TrialResource {
    @Inject
    Trials trials;

    @Inject
    TrialJobs jobs;

    /** Waits for the end, or answers 202 at once when asked to by {@code Prefer: respond-async}; it is watched at the same address. */
    @POST
    @Idempotent
    @RolesAllowed({"administrator", "supervisor", "operator"})
    public Response run(
            @PathParam("id") UUID id, @QueryParam("year") Integer year, @HeaderParam("Prefer") String prefer) {
        boolean async = prefer != null && prefer.contains("respond-async");
        jobs.begin(id, year(year), !async);
        Trials.View trial = trials.of(id, year);
        if (!async) return Response.ok(trial).build();
        return Response.accepted(trial)
                .location(URI.create("/api/standards/drafts/" + id + "/trial?year=" + year))
                .header("Preference-Applied", "respond-async")
                .build();
    }

    @GET
    public Trials.View look(@PathParam("id") UUID id, @QueryParam("year") Integer year) {
        return trials.of(id, year(year));
    }

    /** Units whose band changes; {@code region} is one at or above them. */
    @GET
    @Path("/changes")
    public Page<Change> changes(
            @PathParam("id") UUID id,
            @QueryParam("year") Integer year,
            @QueryParam("region") String region,
            @QueryParam("indicator") String indicator,
            @QueryParam("effect") String effect,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") Integer limit) {
        return trials.changes(
                id, year(year), given(region), given(indicator), given(effect), cursor, Page.limit(limit));
    }

    private static String given(String parameter) {
        return parameter == null || parameter.isBlank() ? null : parameter;
    }

    static int year(Integer year) {
        if (year == null || year < 2000 || year > 2100) {
            throw CommonProblem.INVALID.because("请用 year 指明年份", "name the year as year");
        }
        return year;
    }
}
