package org.jielian.portal.inspections;

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

/** Inspections and rectification, asked in the name of the person who is signed in. */
@Path("/api")
@RegisterRestClient(configKey = "supervision")
@RegisterProvider(Bearer.class)
@RegisterProvider(ProblemReader.class)
@Consumes(MediaType.APPLICATION_JSON)
public interface InspectionsClient {
    /** A standard that holds for a node. */
    record StandardLine(String standardCode, String name) {}

    @GET
    @Path("/standing/standards/{node}")
    Items<StandardLine> standards(@RestPath String node);

    @GET
    @Path("/inspections")
    Listing<Inspection.Line> inspections(
            @RestQuery String region,
            @RestQuery String status,
            @RestQuery String kind,
            @RestQuery String plan,
            @RestQuery String from,
            @RestQuery String to,
            @RestQuery boolean waiting,
            @RestQuery String q,
            @RestQuery String sort,
            @RestQuery String order,
            @RestQuery String cursor,
            @RestQuery int limit);

    @GET
    @Path("/inspections/{id}")
    Inspection inspection(@RestPath String id);

    @PUT
    @Path("/inspections/{id}/items/{code}")
    Inspection look(@RestPath String id, @RestPath String code, Map<String, Object> found);

    @POST
    @Path("/inspections/{id}/steps")
    Inspection step(@RestPath String id, Map<String, Object> step);

    @POST
    @Path("/inspections/{id}/notice")
    Rectification serve(@RestPath String id, Map<String, Object> problems);

    @GET
    @Path("/inspection-plans")
    Items<Plan> plans(@RestQuery String region);

    @POST
    @Path("/inspection-plans")
    Plan plan(Map<String, Object> plan);

    @GET
    @Path("/inspection-plans/{id}")
    Plan plan(@RestPath String id);

    @GET
    @Path("/inspection-plans/{id}/draw")
    Plan.Repeated draw(@RestPath String id);

    @GET
    @Path("/rectifications")
    Listing<Rectification.Line> problems(
            @RestQuery String region,
            @RestQuery String column,
            @RestQuery String term,
            @RestQuery boolean waiting,
            @RestQuery String q,
            @RestQuery String sort,
            @RestQuery String order,
            @RestQuery String cursor,
            @RestQuery int limit);

    @GET
    @Path("/rectifications/board")
    Items<Rectification.Part> board(@RestQuery String region);

    @GET
    @Path("/rectifications/{id}")
    Rectification rectification(@RestPath String id);

    @POST
    @Path("/rectifications/{id}/problems/{no}/steps")
    Rectification step(@RestPath String id, @RestPath int no, Map<String, Object> step);
}
