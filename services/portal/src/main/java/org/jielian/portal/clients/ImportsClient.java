package org.jielian.portal.clients;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** What every service that takes files says of them afterwards. */
public interface ImportsClient {
    /** What was brought in the name of a node, newest first; without one, what the operator brought. */
    @GET
    @Path("/imports")
    Listing<ImportJob> imports(@RestQuery String node, @RestQuery String cursor, @RestQuery Integer limit);

    @GET
    @Path("/imports/{id}")
    ImportJob importJob(@RestPath String id);

    /** Rows of one kind: ADDED, CHANGED, UNCHANGED or REFUSED. */
    @GET
    @Path("/imports/{id}/rows")
    Listing<ImportJob.Row> importRows(
            @RestPath String id, @RestQuery String fate, @RestQuery String cursor, @RestQuery Integer limit);

    @POST
    @Path("/imports/{id}/application")
    ImportJob applyImport(@RestPath String id, @HeaderParam("Idempotency-Key") String key);

    /** The file as it was sent. */
    @GET
    @Path("/imports/{id}/file")
    Response importFile(@RestPath String id);

    /** Its rows as a workbook with the cells in question marked. */
    @GET
    @Path("/imports/{id}/workbook")
    Response importWorkbook(@RestPath String id);

    @POST
    @Path("/imports/{id}/undo")
    @Consumes(MediaType.APPLICATION_JSON)
    ImportJob undoImport(@RestPath String id, Report.Reason reason);
}
