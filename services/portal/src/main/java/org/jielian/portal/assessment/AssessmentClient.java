package org.jielian.portal.assessment;

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

/** The annual assessment and the programme's targets, in the name of who is signed in. */
@Path("/api")
@RegisterRestClient(configKey = "supervision")
@RegisterProvider(Bearer.class)
@RegisterProvider(ProblemReader.class)
@Consumes(MediaType.APPLICATION_JSON)
public interface AssessmentClient {
    /** A standard that holds for a node. */
    record StandardLine(String standardCode, String name) {}

    @GET
    @Path("/standing/standards/{node}")
    Items<StandardLine> standards(@RestPath String node);

    @GET
    @Path("/assessments")
    Listing<Told.Line> list(
            @RestQuery String region,
            @RestQuery String assessor,
            @RestQuery Integer year,
            @RestQuery String state,
            @RestQuery String grade,
            @RestQuery String kind,
            @RestQuery String q,
            @RestQuery String sort,
            @RestQuery String order,
            @RestQuery String cursor,
            @RestQuery Integer limit);

    @POST
    @Path("/assessments")
    Told.Computed compute(Map<String, Object> asked);

    @GET
    @Path("/assessments/{id}")
    Told.Sheet sheet(@RestPath String id);

    @GET
    @Path("/assessments/{id}/sources/{code}")
    Told.Sources sources(@RestPath String id, @RestPath String code);

    @POST
    @Path("/assessments/{id}/steps")
    Told.Sheet step(@RestPath String id, Map<String, Object> step);

    @GET
    @Path("/assessments/falsifications")
    Items<Told.Finding> falsifications(@RestQuery String node, @RestQuery int year);

    @POST
    @Path("/assessments/falsifications")
    Told.Finding falsified(Map<String, Object> finding);

    @POST
    @Path("/assessments/falsifications/{id}/withdrawal")
    Told.Finding withdraw(@RestPath String id, Map<String, Object> reason);

    @GET
    @Path("/programme/{region}/{year}")
    Told.Progress progress(@RestPath String region, @RestPath int year);

    @PUT
    @Path("/programme/{region}/{year}")
    Told.Progress allot(@RestPath String region, @RestPath int year, Map<String, Object> asked);

    @GET
    @Path("/programme/{region}/{year}/history")
    Items<Told.Allotment> history(@RestPath String region, @RestPath int year);
}
