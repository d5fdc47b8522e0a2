package org.jielian.foundation.imports;

import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.UUID;

/** Watching imports. */
@Path("/api/imports")
@Blocking
public class ImportResource {
    @Inject
    ImportJobs jobs;

    @GET
    @Path("/{id}")
    public ImportResult find(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String language) {
        return jobs.find(id, language);
    }
}
