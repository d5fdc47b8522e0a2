package org.jielian.portal.clients;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jielian.portal.clients.Review.Acceptance;
import org.jielian.portal.clients.Review.Acceptances;
import org.jielian.portal.clients.Review.Progress;
import org.jielian.portal.clients.Review.SendingBack;

/** What a region has to review. */
@Path("/api")
@RegisterRestClient(configKey = "metrics")
@RegisterProvider(Bearer.class)
@RegisterProvider(ProblemReader.class)
public interface ReviewsClient {
    @GET
    @Path("/reviews/{region}")
    Listing<Review> waiting(
            @RestPath String region,
            @RestQuery String period,
            @RestQuery String state,
            @RestQuery String risk,
            @RestQuery Boolean below,
            @RestQuery String search,
            @RestQuery String sort,
            @RestQuery String cursor,
            @RestQuery Integer limit);

    @GET
    @Path("/reviews/{region}/progress")
    Progress progress(@RestPath String region, @RestQuery String period, @RestQuery Boolean below);

    @POST
    @Path("/reviews/{region}/acceptances")
    @Consumes(MediaType.APPLICATION_JSON)
    Acceptances accept(@RestPath String region, @HeaderParam("Idempotency-Key") String key, Acceptance acceptance);

    @POST
    @Path("/reports/{unit}/{period}/acceptance")
    @Consumes(MediaType.APPLICATION_JSON)
    Response accept(
            @RestPath String unit, @RestPath String period, @HeaderParam("If-Match") String version, String none);

    @POST
    @Path("/reports/{unit}/{period}/return")
    @Consumes(MediaType.APPLICATION_JSON)
    Response sendBack(
            @RestPath String unit, @RestPath String period, @HeaderParam("If-Match") String version, SendingBack why);
}
