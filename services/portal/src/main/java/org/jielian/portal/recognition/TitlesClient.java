package org.jielian.portal.recognition;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
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

/** Self-evaluation and recognition, in the name of who is signed in. */
@Path("/api")
@RegisterRestClient(configKey = "supervision")
@RegisterProvider(Bearer.class)
@RegisterProvider(ProblemReader.class)
@Consumes(MediaType.APPLICATION_JSON)
public interface TitlesClient {
    /** A standard that holds for a node. */
    record StandardLine(String standardCode, String name) {}

    @GET
    @Path("/standing/standards/{node}")
    Items<StandardLine> standards(@RestPath String node);

    @GET
    @Path("/titles")
    Listing<Seen.Line> list(
            @RestQuery String region,
            @RestQuery String state,
            @RestQuery String holder,
            @RestQuery String q,
            @RestQuery String sort,
            @RestQuery String order,
            @RestQuery String cursor,
            @RestQuery Integer limit);

    @GET
    @Path("/titles/pipeline")
    Items<Seen.Pipeline> pipeline(@RestQuery String region);

    @GET
    @Path("/titles/why-not-yet")
    Listing<Seen.Lacking> whyNotYet(
            @RestQuery String region,
            @RestQuery String standard,
            @RestQuery int year,
            @RestQuery String cursor,
            @RestQuery Integer limit);

    @POST
    @Path("/titles")
    Seen.Title begin(Map<String, Object> beginning);

    @GET
    @Path("/titles/{id}")
    Seen.Title title(@RestPath String id);

    @PUT
    @Path("/titles/{id}/items/{item}")
    Seen.Title score(@RestPath String id, @RestPath String item, Map<String, Object> said);

    @POST
    @Path("/titles/{id}/steps")
    Seen.Title step(@RestPath String id, Map<String, Object> step);

    @POST
    @Path("/titles/{id}/visits")
    Seen.Title visited(@RestPath String id, Map<String, Object> visit);

    @POST
    @Path("/titles/samples")
    Seen.Sample draw(Map<String, Object> draw);
}
