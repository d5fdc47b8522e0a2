package org.jielian.portal.standards;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.Map;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jielian.contracts.AdoptionState;
import org.jielian.contracts.ReleaseState;
import org.jielian.portal.clients.Bearer;
import org.jielian.portal.clients.Items;
import org.jielian.portal.clients.Listing;
import org.jielian.portal.clients.ProblemReader;

/** How well: standards and how far they have come. */
@Path("/api")
@RegisterRestClient(configKey = "supervision")
@RegisterProvider(Bearer.class)
@RegisterProvider(ProblemReader.class)
@Consumes(MediaType.APPLICATION_JSON)
public interface SupervisionClient {
    @GET
    @Path("/standards/{region}/drafts")
    Items<Told.DraftLine> drafts(@RestPath String region);

    @POST
    @Path("/standards/{region}/drafts")
    Told.Draft begin(@RestPath String region, Map<String, Object> beginning);

    @GET
    @Path("/standards/drafts/{id}")
    Told.Draft draft(@RestPath String id);

    @PUT
    @Path("/standards/drafts/{id}")
    Told.Draft change(@RestPath String id, @HeaderParam("If-Match") String version, JsonNode body);

    @DELETE
    @Path("/standards/drafts/{id}")
    void discard(@RestPath String id, @HeaderParam("If-Match") String version);

    /** A package as a file, JSON or xlsx, takes the place of the draft's. */
    @PUT
    @Path("/standards/drafts/{id}/content")
    @Consumes(MediaType.WILDCARD)
    Told.Draft importContent(
            @RestPath String id,
            @HeaderParam("If-Match") String version,
            @HeaderParam("Content-Type") String type,
            InputStream file);

    @GET
    @Path("/standards/drafts/{id}/content")
    Response exportContent(@RestPath String id, @RestQuery String format);

    @GET
    @Path("/standards/drafts/{id}/difference")
    Items<Told.Change> difference(@RestPath String id);

    /** Tries the draft on the reports of a year; with {@code respond-async} it is watched afterwards. */
    @POST
    @Path("/standards/drafts/{id}/trial")
    Told.Trial tryDraft(@RestPath String id, @RestQuery int year, @HeaderParam("Prefer") String prefer);

    @GET
    @Path("/standards/drafts/{id}/trial")
    Told.Trial trial(@RestPath String id, @RestQuery int year);

    @GET
    @Path("/standards/drafts/{id}/trial/changes")
    Listing<Told.BandChange> trialChanges(
            @RestPath String id,
            @RestQuery int year,
            @RestQuery String region,
            @RestQuery String effect,
            @RestQuery String cursor,
            @RestQuery Integer limit);

    @GET
    @Path("/results/unit/{unit}")
    Told.Result result(@RestPath String unit, @RestQuery String standard, @RestQuery int year);

    @GET
    @Path("/results/regions/{region}")
    Told.RegionResult resultOfRegion(@RestPath String region, @RestQuery String standard, @RestQuery int year);

    @GET
    @Path("/results/regions/{region}/export")
    @Produces(MediaType.WILDCARD)
    Response exportRegions(@RestPath String region, @RestQuery String standard, @RestQuery int year);

    @GET
    @Path("/results/units")
    Listing<Told.UnitResult> resultsOfUnits(
            @RestQuery String region,
            @RestQuery String standard,
            @RestQuery int year,
            @RestQuery String indicator,
            @RestQuery String band,
            @RestQuery String q,
            @RestQuery String sort,
            @RestQuery String order,
            @RestQuery String cursor,
            @RestQuery int limit);

    @GET
    @Path("/results/units/export")
    @Produces(MediaType.WILDCARD)
    Response exportUnits(
            @RestQuery String region,
            @RestQuery String standard,
            @RestQuery int year,
            @RestQuery String indicator,
            @RestQuery String band,
            @RestQuery String q);

    @POST
    @Path("/standards/drafts/{id}/release")
    ReleaseState release(@RestPath String id, @HeaderParam("If-Match") String version);

    @GET
    @Path("/releases")
    Listing<Told.ReleaseLine> releases(@RestQuery String region, @RestQuery String cursor, @RestQuery Integer limit);

    @GET
    @Path("/releases/{region}/{standard}/{number}")
    ReleaseState releaseOf(@RestPath String region, @RestPath String standard, @RestPath int number);

    /** Against the release it replaces; refused for a first one. */
    @GET
    @Path("/releases/{region}/{standard}/{number}/difference")
    Items<Told.Change> differenceOf(@RestPath String region, @RestPath String standard, @RestPath int number);

    @GET
    @Path("/releases/{region}/{standard}/{number}/content")
    Response contentOf(
            @RestPath String region, @RestPath String standard, @RestPath int number, @RestQuery String format);

    @POST
    @Path("/releases/{region}/{standard}/{number}/withdrawal")
    Told.ReleaseLine withdraw(
            @RestPath String region, @RestPath String standard, @RestPath int number, Map<String, String> withdrawal);

    @GET
    @Path("/adoptions/{region}")
    Listing<Told.AdoptionLine> adoptions(@RestPath String region, @RestQuery String cursor, @RestQuery Integer limit);

    @GET
    @Path("/adoptions/{region}/{issuer}/{standard}/{number}")
    Told.Arrival arrival(
            @RestPath String region, @RestPath String issuer, @RestPath String standard, @RestPath int number);

    /** What the release would do to the units of the region. */
    @GET
    @Path("/adoptions/{region}/{issuer}/{standard}/{number}/effects")
    Told.Effects effects(
            @RestPath String region,
            @RestPath String issuer,
            @RestPath String standard,
            @RestPath int number,
            @RestQuery int year);

    @POST
    @Path("/adoptions/{region}/{issuer}/{standard}/{number}/reading")
    AdoptionState read(
            @RestPath String region, @RestPath String issuer, @RestPath String standard, @RestPath int number);

    @POST
    @Path("/adoptions/{region}/{issuer}/{standard}/{number}/confirmation")
    AdoptionState confirm(
            @RestPath String region,
            @RestPath String issuer,
            @RestPath String standard,
            @RestPath int number,
            Map<String, Object> confirmation);

    @POST
    @Path("/adoptions/{region}/{issuer}/{standard}/{number}/localisation")
    AdoptionState localise(
            @RestPath String region,
            @RestPath String issuer,
            @RestPath String standard,
            @RestPath int number,
            Map<String, Object> localisation);

    @GET
    @Path("/standing/{region}")
    Told.Standing standing(
            @RestPath String region,
            @RestQuery String origin,
            @RestQuery boolean all,
            @RestQuery String state,
            @RestQuery String cursor,
            @RestQuery Integer limit);

    @POST
    @Path("/standing/{region}/reminders")
    Told.Reminded remind(@RestPath String region, @RestQuery String origin);

    @GET
    @Path("/standing/standards/{node}")
    Items<Told.StandardLine> standards(@RestPath String node);

    @GET
    @Path("/standing/standards/{node}/{standard}")
    Told.Standard standard(@RestPath String node, @RestPath String standard);

    @POST
    @Path("/standing/standards/{node}/{standard}/acknowledgement")
    Told.Standard acknowledge(@RestPath String node, @RestPath String standard);
}
