package org.jielian.portal.clients;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.List;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** How much: reports and the figures made of them. */
@Path("/api")
@RegisterRestClient(configKey = "metrics")
@RegisterProvider(Bearer.class)
@RegisterProvider(ProblemReader.class)
public interface MetricsClient {
    @GET
    @Path("/quantities")
    List<Quantity> quantities();

    @GET
    @Path("/forms/{period}")
    Form form(@RestPath String period);

    @GET
    @Path("/rollups/{region}")
    Rollup rollup(
            @RestPath String region,
            @RestQuery String period,
            @RestQuery String layer,
            @RestQuery String set,
            @RestQuery String type,
            @RestQuery String notBefore);

    @GET
    @Path("/rollups/{region}/children")
    Breakdown breakdown(
            @RestPath String region,
            @RestQuery String period,
            @RestQuery String tier,
            @RestQuery String layer,
            @RestQuery String set,
            @RestQuery String type,
            @RestQuery String notBefore);

    @GET
    @Path("/rollups/{region}/series")
    Items<Rollup> series(
            @RestPath String region,
            @RestQuery String from,
            @RestQuery String to,
            @RestQuery String layer,
            @RestQuery String set,
            @RestQuery String type,
            @RestQuery String notBefore);

    @GET
    @Path("/rollups/{region}/types")
    Items<Rollup> types(
            @RestPath String region,
            @RestQuery String period,
            @RestQuery String layer,
            @RestQuery String set,
            @RestQuery String notBefore);

    @GET
    @Path("/rollups/{region}/carriers")
    Items<Carrier> carriers(
            @RestPath String region,
            @RestQuery String period,
            @RestQuery String layer,
            @RestQuery String set,
            @RestQuery String type,
            @RestQuery String notBefore);

    @GET
    @Path("/reporting/{region}")
    Listing<ReportingLine> reporting(
            @RestPath String region,
            @RestQuery Integer year,
            @RestQuery String missing,
            @RestQuery String search,
            @RestQuery String type,
            @RestQuery Boolean direct,
            @RestQuery String sort,
            @RestQuery String cursor,
            @RestQuery Integer limit);

    @GET
    @Path("/reporting/{region}/outstanding")
    Listing<Outstanding> outstanding(
            @RestPath String region,
            @RestQuery String period,
            @RestQuery String state,
            @RestQuery String search,
            @RestQuery String type,
            @RestQuery Boolean direct,
            @RestQuery String sort,
            @RestQuery String cursor,
            @RestQuery Integer limit);

    @GET
    @Path("/reporting/{region}/outstanding/regions")
    List<Outstanding.InRegion> outstandingBelow(@RestPath String region, @RestQuery String period);

    @POST
    @Path("/reminders/{region}")
    @Consumes(MediaType.APPLICATION_JSON)
    Outstanding.Reminded remind(@RestPath String region, Outstanding.Asked asked);

    @GET
    @Path("/reports/{unit}")
    Items<Report> reports(@RestPath String unit, @RestQuery String from, @RestQuery String to);

    @GET
    @Path("/reports/{unit}/{period}/revisions")
    List<Revision> revisions(@RestPath String unit, @RestPath String period);

    @PUT
    @Path("/reports/{unit}/{period}")
    @Consumes(MediaType.APPLICATION_JSON)
    Report report(
            @RestPath String unit,
            @RestPath String period,
            @HeaderParam("If-Match") String version,
            Report.Draft draft);

    @POST
    @Path("/reports/{unit}/{period}/withdrawal")
    @Consumes(MediaType.APPLICATION_JSON)
    Response withdraw(@RestPath String unit, @RestPath String period, Report.Reason reason);

    @GET
    @Path("/drafts/{unit}")
    Items<Draft> drafts(@RestPath String unit, @RestQuery String from, @RestQuery String to);

    @GET
    @Path("/drafts/{unit}/{period}")
    Draft draft(@RestPath String unit, @RestPath String period);

    @PUT
    @Path("/drafts/{unit}/{period}")
    @Consumes(MediaType.APPLICATION_JSON)
    Draft saveDraft(
            @RestPath String unit, @RestPath String period, @HeaderParam("If-Match") String version, Draft.Typed typed);

    @DELETE
    @Path("/drafts/{unit}/{period}")
    void discardDraft(@RestPath String unit, @RestPath String period, @HeaderParam("If-Match") String version);

    @POST
    @Path("/drafts/{unit}/{period}/check")
    @Consumes(MediaType.APPLICATION_JSON)
    Draft.Checked checkDraft(@RestPath String unit, @RestPath String period, Draft.Typed typed);

    @POST
    @Path("/drafts/{unit}/{period}/submission")
    @Consumes(MediaType.APPLICATION_JSON)
    void submitDraft(
            @RestPath String unit,
            @RestPath String period,
            @HeaderParam("If-Match") String version,
            Report.Reason reason);

    @GET
    @Path("/attachments/{unit}")
    Items<Attachment> attachments(@RestPath String unit, @RestQuery String from, @RestQuery String to);

    @POST
    @Path("/attachments/{unit}/{period}")
    @Consumes(MediaType.APPLICATION_OCTET_STREAM)
    Attachment attach(
            @RestPath String unit,
            @RestPath String period,
            @RestQuery String quantity,
            @RestQuery String name,
            InputStream file);

    @GET
    @Path("/attachments/{unit}/{period}/{id}")
    Response attachment(@RestPath String unit, @RestPath String period, @RestPath String id);

    @DELETE
    @Path("/attachments/{unit}/{period}/{id}")
    void detach(@RestPath String unit, @RestPath String period, @RestPath String id);

    @GET
    @Path("/reports/template")
    Response reportsTemplate(@RestQuery String region, @RestQuery String unit, @RestQuery String period);

    @POST
    @Path("/reports/import")
    @Consumes(MediaType.WILDCARD)
    ImportJob importReports(
            @RestQuery boolean dryRun,
            @RestQuery String name,
            @HeaderParam("Content-Type") String type,
            @HeaderParam("Prefer") String prefer,
            InputStream file);
}
