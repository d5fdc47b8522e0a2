package org.jielian.supervision.trial;

import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import org.jielian.contracts.ReleaseState;

/** What a release that reached a region would do to the units there. */
@Path("/api/adoptions/{region}/{issuer}/{standard}/{number}/effects")
@Blocking
public class EffectsResource {
    @Inject
    Trials trials;

    @GET
    public Trials.Effects effects(
            @PathParam("region") String region,
            @PathParam("issuer") String issuer,
            @PathParam("standard") String standard,
            @PathParam("number") int number,
            @QueryParam("year") Integer year) {
        return trials.effects(region, ReleaseState.key(issuer, standard, number), TrialResource.year(year));
    }
}
