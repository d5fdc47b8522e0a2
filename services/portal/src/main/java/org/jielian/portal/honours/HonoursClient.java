package org.jielian.portal.honours;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jielian.portal.clients.Bearer;
import org.jielian.portal.clients.Items;
import org.jielian.portal.clients.Listing;
import org.jielian.portal.clients.ProblemReader;

/** Leaders and demonstration units, in the name of who is signed in. */
@Path("/api")
@RegisterRestClient(configKey = "supervision")
@RegisterProvider(Bearer.class)
@RegisterProvider(ProblemReader.class)
@Consumes(MediaType.APPLICATION_JSON)
public interface HonoursClient {
    /** A standard that holds for a node. */
    record StandardLine(String standardCode, String name) {}

    @GET
    @Path("/standing/standards/{node}")
    Items<StandardLine> standards(@RestPath String node);

    @GET
    @Path("/honours")
    Items<Honour.Head> list(@RestQuery String region);

    @POST
    @Path("/honours")
    Honour.Selection begin(Map<String, Object> asked);

    @GET
    @Path("/honours/{id}")
    Honour.Selection selection(@RestPath String id);

    @GET
    @Path("/honours/{id}/lines")
    Listing<Honour.Line> lines(
            @RestPath String id,
            @RestQuery String region,
            @RestQuery String outcome,
            @RestQuery String type,
            @RestQuery String q,
            @RestQuery String sort,
            @RestQuery String order,
            @RestQuery String cursor,
            @RestQuery Integer limit);

    @POST
    @Path("/honours/{id}/steps")
    Honour.Selection step(@RestPath String id, Map<String, Object> step);

    @GET
    @Path("/honours/units/{unit}")
    Items<Honour.OfUnit> ofUnit(@RestPath String unit);
}
