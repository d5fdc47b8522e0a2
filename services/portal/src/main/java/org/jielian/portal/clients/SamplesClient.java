package org.jielian.portal.clients;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** Samples of units for a closer check. */
@Path("/api/samples/{region}")
@RegisterRestClient(configKey = "metrics")
@RegisterProvider(Bearer.class)
@RegisterProvider(ProblemReader.class)
public interface SamplesClient {
    @GET
    Items<Sample> samples(@RestPath String region, @RestQuery String period);

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    Sample draw(@RestPath String region, Sample.Order order);

    @GET
    @Path("/{id}")
    Sample sample(@RestPath String region, @RestPath String id);

    @GET
    @Path("/{id}/redraw")
    Sample.Redraw redraw(@RestPath String region, @RestPath String id);

    @PUT
    @Path("/{id}/units/{unit}")
    @Consumes(MediaType.APPLICATION_JSON)
    Sample check(@RestPath String region, @RestPath String id, @RestPath String unit, Sample.Check check);
}
