package org.jielian.portal.clients;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** Who there is: regions and institutions. */
@Path("/api")
@RegisterRestClient(configKey = "units")
@RegisterProvider(Bearer.class)
@RegisterProvider(ProblemReader.class)
public interface UnitsClient {
    @GET
    @Path("/regions/{code}")
    Region region(@RestPath String code);

    @GET
    @Path("/regions/{code}/children")
    List<Region> children(@RestPath String code);

    @GET
    @Path("/units/{code}")
    Unit unit(@RestPath String code);

    @GET
    @Path("/units")
    Listing<Unit> units(
            @RestQuery String region,
            @RestQuery Boolean direct,
            @RestQuery String search,
            @RestQuery String type,
            @RestQuery String status,
            @RestQuery String sort,
            @RestQuery String cursor,
            @RestQuery Integer limit);

    @GET
    @Path("/units/template")
    Response unitsTemplate(@RestQuery String region);

    @POST
    @Path("/units/import")
    @Consumes(MediaType.WILDCARD)
    ImportJob importUnits(
            @RestQuery boolean dryRun,
            @RestQuery String name,
            @HeaderParam("Content-Type") String type,
            @HeaderParam("Prefer") String prefer,
            InputStream file);

    @POST
    @Path("/regions/import")
    @Consumes(MediaType.WILDCARD)
    ImportJob importRegions(
            @RestQuery boolean dryRun,
            @RestQuery String name,
            @HeaderParam("Content-Type") String type,
            @HeaderParam("Prefer") String prefer,
            InputStream file);

    @POST
    @Path("/units")
    @Consumes(MediaType.APPLICATION_JSON)
    Unit register(Map<String, Object> unit);

    @PUT
    @Path("/units/{code}")
    @Consumes(MediaType.APPLICATION_JSON)
    Unit describe(@RestPath String code, @HeaderParam("If-Match") String version, Map<String, Object> description);

    @POST
    @Path("/units/{code}/moves")
    @Consumes(MediaType.APPLICATION_JSON)
    Unit move(@RestPath String code, @HeaderParam("If-Match") String version, Map<String, String> move);

    @POST
    @Path("/units/{code}/closure")
    @Consumes(MediaType.APPLICATION_JSON)
    Unit close(@RestPath String code, Map<String, String> closure);

    @GET
    @Path("/contacts/{node}")
    Contact contact(@RestPath String node);

    @PUT
    @Path("/contacts/{node}")
    @Consumes(MediaType.APPLICATION_JSON)
    Contact keepContact(@RestPath String node, @HeaderParam("If-Match") String version, Contact.Draft contact);
}
