package org.jielian.metrics.sampling;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.jielian.foundation.idempotency.Idempotent;
import org.jielian.foundation.problems.CommonProblem;
import org.jielian.metrics.sampling.SampleView.Redraw;
import org.jielian.metrics.sampling.SampleView.Result;

/** Samples of units for a closer check. */
@Path("/api/samples/{region}")
@Blocking
public class SampleResource {
    @Inject
    Sampling sampling;

    /**
     * What is to be drawn.
     *
     * @param share of the units, as a fraction
     * @param seed {@code null} for one by chance
     * @param below units of the regions below as well
     */
    public record Order(String period, BigDecimal share, String seed, boolean below) {}

    /** What the closer check found. */
    public record Check(Result result, String note) {}

    /** The samples of a region, the latest first. */
    public record Samples(List<SampleView> items) {}

    @POST
    @Idempotent
    @RolesAllowed("reviewer")
    public Response draw(@PathParam("region") String region, Order order) {
        if (order == null) throw CommonProblem.INVALID.because("请给出 period 和 share", "give period and share");
        SampleView sample =
                sampling.draw(region, SamplePeriod.of(order.period()), order.below(), order.share(), order.seed());
        return Response.created(URI.create("/api/samples/" + region + "/" + sample.id()))
                .entity(sample)
                .build();
    }

    @GET
    public Samples of(@PathParam("region") String region, @QueryParam("period") String period) {
        return new Samples(sampling.of(region, period));
    }

    @GET
    @Path("/{id}")
    public SampleView look(@PathParam("region") String region, @PathParam("id") UUID id) {
        return sampling.look(region, id);
    }

    @GET
    @Path("/{id}/redraw")
    public Redraw redraw(@PathParam("region") String region, @PathParam("id") UUID id) {
        return sampling.redraw(region, id);
    }

    @PUT
    @Path("/{id}/units/{unit}")
    @RolesAllowed("reviewer")
    public SampleView check(
            @PathParam("region") String region, @PathParam("id") UUID id, @PathParam("unit") String unit, Check check) {
        if (check == null) throw CommonProblem.INVALID.because("请给出 result", "give a result");
        return sampling.check(region, id, unit, check.result(), check.note());
    }
}
