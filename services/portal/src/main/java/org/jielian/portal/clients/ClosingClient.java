package org.jielian.portal.clients;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** By when months are due, and how they are closed. */
@Path("/api")
@RegisterRestClient(configKey = "metrics")
@RegisterProvider(Bearer.class)
@RegisterProvider(ProblemReader.class)
public interface ClosingClient {
    @GET
    @Path("/calendar/{region}")
    Closing.Calendar calendar(@RestPath String region, @RestQuery Integer year);

    @PUT
    @Path("/calendar/{region}")
    @Consumes(MediaType.APPLICATION_JSON)
    Closing.Calendar set(@RestPath String region, @HeaderParam("If-Match") String version, Map<String, Object> setting);

    @GET
    @Path("/calendar/{code}/months")
    Items<MonthStanding> standings(@RestPath String code, @RestQuery int year);

    @GET
    @Path("/calendar/{code}/{period}")
    MonthStanding standing(@RestPath String code, @RestPath String period);

    @GET
    @Path("/closings/{region}")
    Closing.Year year(@RestPath String region, @RestQuery Integer year);

    @GET
    @Path("/closings/{region}/{period}")
    Closing.Month month(@RestPath String region, @RestPath String period, @RestQuery Integer number);

    @GET
    @Path("/closings/{region}/{period}/differences")
    Listing<Closing.Difference> differences(
            @RestPath String region,
            @RestPath String period,
            @RestQuery Integer number,
            @RestQuery String cursor,
            @RestQuery Integer limit);

    @POST
    @Path("/closings/{region}/{period}")
    @Consumes(MediaType.APPLICATION_JSON)
    Closing.Month close(@RestPath String region, @RestPath String period, Closing.Note note);

    @POST
    @Path("/closings/{region}/{period}/reopening")
    @Consumes(MediaType.APPLICATION_JSON)
    Closing.Month reopen(@RestPath String region, @RestPath String period, Report.Reason reason);
}
