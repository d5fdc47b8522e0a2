package org.jielian.metrics.rollups;

import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.List;
import org.jielian.metrics.coefficients.Coefficients;
import org.jielian.metrics.rollups.ReadingRollups.Parts;
import org.jielian.metrics.rollups.Rollup.About;
import org.jielian.metrics.rollups.Rollup.Terms;

/** The figures of a region and everything below it. */
@Path("/api/rollups/{region}")
@Blocking
public class RollupResource {
    @Inject
    RollupAccess access;

    @Inject
    ReadingRollups reading;

    @Inject
    Digests digests;

    @Inject
    Coefficients coefficients;

    @Inject
    Slots slots;

    /** Lines of one answer. */
    public record Items<T>(List<T> items) {}

    @GET
    public Rollup whole(@PathParam("region") String code, @BeanParam RollupRequest request) {
        Period period = request.period();
        About region = fresh(code, period, request);
        return reading.whole(region, period, request.type(), terms(request));
    }

    @GET
    @Path("/children")
    public Parts children(@PathParam("region") String code, @BeanParam RollupRequest request) {
        Period period = request.period();
        About region = fresh(code, period, request);
        return reading.parts(region, request.tier(), period, request.type(), terms(request));
    }

    @GET
    @Path("/series")
    public Items<Rollup> series(
            @PathParam("region") String code,
            @QueryParam("from") String from,
            @QueryParam("to") String to,
            @BeanParam RollupRequest request) {
        Period period = Period.between(from, to);
        About region = fresh(code, period, request);
        return new Items<>(reading.series(region, period, request.type(), terms(request)));
    }

    @GET
    @Path("/types")
    public Items<Rollup> types(@PathParam("region") String code, @BeanParam RollupRequest request) {
        Period period = request.period();
        About region = fresh(code, period, request);
        return new Items<>(reading.types(region, period, terms(request)));
    }

    @GET
    @Path("/carriers")
    public Items<Carrier> carriers(@PathParam("region") String code, @BeanParam RollupRequest request) {
        Period period = request.period();
        About region = fresh(code, period, request);
        return new Items<>(reading.carriers(region, period, request.type(), terms(request)));
    }

    @GET
    @Path("/digest")
    public Digests.Digest digest(@PathParam("region") String code, @BeanParam RollupRequest request) {
        Period period = request.period();
        About region = fresh(code, period, request);
        return digests.of(region.regionCode(), period);
    }

    /** The region, if the caller may see it, once its figures are as fresh as asked for. */
    private About fresh(String code, Period period, RollupRequest request) {
        About region = access.require(code, period);
        Instant notBefore = request.notBefore();
        if (notBefore != null) reading.awaitFreshness(code, period, notBefore);
        return region;
    }

    private Terms terms(RollupRequest request) {
        return new Terms(request.layer(), coefficients.require(request.set), slots.all());
    }
}
