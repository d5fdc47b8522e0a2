package org.jielian.foundation.imports;

import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.UUID;
import org.jielian.foundation.idempotency.Idempotent;
import org.jielian.foundation.imports.MarkingWorkbooks.Kept;
import org.jielian.foundation.paging.Page;
import org.jielian.foundation.problems.CommonProblem;

/** Imports after the file has arrived: watching, looking at rows, applying what was looked at, taking it back. */
@Path("/api/imports")
@Blocking
public class ImportResource {
    @Inject
    LookingAtImports looking;

    @Inject
    ApplyingPreviews applying;

    @Inject
    UndoingImports undoing;

    @Inject
    MarkingWorkbooks marking;

    /** What was brought in the name of a node, newest first; without a node, what the operator brought. */
    @GET
    public Page<ImportResult> list(
            @QueryParam("node") String node,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") Integer limit,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String language) {
        return looking.of(node, cursor, limit, language);
    }

    @GET
    @Path("/{id}")
    public ImportResult find(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String language) {
        return looking.find(id, language);
    }

    /** Rows of one kind: ADDED, CHANGED, UNCHANGED or REFUSED. */
    @GET
    @Path("/{id}/rows")
    public Page<ImportResult.Row> rows(
            @PathParam("id") UUID id,
            @QueryParam("fate") Fate fate,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") Integer limit,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String language) {
        if (fate == null) {
            throw CommonProblem.INVALID.because(
                    "fate 应为 ADDED、CHANGED、UNCHANGED 或 REFUSED", "fate must be ADDED, CHANGED, UNCHANGED or REFUSED");
        }
        return looking.rows(id, fate, cursor, limit, language);
    }

    /** The file as it was sent. */
    @GET
    @Path("/{id}/file")
    @Produces(MediaType.WILDCARD)
    public Response file(@PathParam("id") UUID id) {
        Kept kept = marking.original(id);
        return send(kept, out -> Files.copy(kept.file(), out));
    }

    /** The same rows as a workbook, the cells in question filled and commented in the reader's language. */
    @GET
    @Path("/{id}/workbook")
    @Produces(MediaType.WILDCARD)
    public Response workbook(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String language) {
        Kept kept = marking.marked(id, language);
        return send(kept, out -> {
            try {
                Files.copy(kept.file(), out);
            } finally {
                Files.deleteIfExists(kept.file());
            }
        });
    }

    private static Response send(Kept kept, StreamingOutput content) {
        String name = URLEncoder.encode(kept.name(), StandardCharsets.UTF_8).replace("+", "%20");
        return Response.ok(content, kept.mediaType())
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename*=UTF-8''" + name)
                .build();
    }

    /** Takes the file of a preview; answers at once, the import is watched where {@code Location} says. */
    @POST
    @Path("/{id}/application")
    @Idempotent
    public Response apply(@PathParam("id") UUID id, @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String language) {
        return begun(applying.apply(id), language);
    }

    /** Why an import is taken back. */
    public record Undo(String reason) {}

    /** Takes back all that an import added or changed; answers at once, the undo is watched where {@code Location} says. */
    @POST
    @Path("/{id}/undo")
    @Idempotent
    public Response undo(
            @PathParam("id") UUID id, @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String language, Undo undo) {
        return begun(undoing.undo(id, undo == null ? null : undo.reason()), language);
    }

    private Response begun(UUID job, String language) {
        return Response.accepted(looking.find(job, language))
                .location(URI.create("/api/imports/" + job))
                .build();
    }
}
