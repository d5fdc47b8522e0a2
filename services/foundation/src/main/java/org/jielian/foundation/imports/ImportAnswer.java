package org.jielian.foundation.imports;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.net.URI;
import java.util.UUID;

/** The HTTP side of every {@code POST …/import}: waits for the end, or answers 202 at once when asked to by {@code Prefer: respond-async}. */
@Singleton
public class ImportAnswer {
    @Inject
    ImportJobs jobs;

    @Inject
    LookingAtImports looking;

    /**
     * Takes the body as a file of the importer's kind.
     *
     * @param name what the sender calls the file; may be {@code null}
     * @return 200 with the {@link ImportResult}, or 202 with where to watch it
     */
    public Response to(RowImporter importer, InputStream body, String name, boolean dryRun, HttpHeaders headers) {
        String prefer = headers.getHeaderString("Prefer");
        boolean async = prefer != null && prefer.contains("respond-async");
        UUID id = jobs.submit(importer, body, name, dryRun, !async);
        ImportResult result = looking.find(id, headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
        URI job = URI.create("/api/imports/" + id);
        return async
                ? Response.accepted(result)
                        .location(job)
                        .header("Preference-Applied", "respond-async")
                        .build()
                : Response.ok(result).header(HttpHeaders.CONTENT_LOCATION, job).build();
    }
}
