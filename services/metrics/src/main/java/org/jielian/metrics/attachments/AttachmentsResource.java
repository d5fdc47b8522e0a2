package org.jielian.metrics.attachments;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.UUID;
import org.jielian.foundation.files.KeptFiles;
import org.jielian.foundation.files.TakingFiles;

/** Bills and photographs of units' months. */
@Path("/api/attachments")
@Blocking
public class AttachmentsResource {
    @Inject
    KeepingAttachments keeping;

    @Inject
    TakingFiles taking;

    @Inject
    AttachmentsConfig config;

    /** What is attached to a unit's months. */
    public record Attachments(List<Attachment> items) {}

    @GET
    @Path("/{unit}")
    public Attachments of(
            @PathParam("unit") String unit,
            @QueryParam("from") @DefaultValue("0000-00") String from,
            @QueryParam("to") @DefaultValue("9999-12") String to) {
        return new Attachments(keeping.of(unit, from, to));
    }

    /** Takes the file as the body; 201 for a new one, 200 when the same file was there already. */
    @POST
    @Path("/{unit}/{period}")
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed({"reporter", "administrator", "operator"})
    public Response add(
            @PathParam("unit") String unit,
            @PathParam("period") String period,
            @QueryParam("quantity") String quantity,
            @QueryParam("name") String name,
            InputStream body)
            throws IOException {
        String code = quantity == null || quantity.isBlank() ? null : quantity;
        keeping.requireAddable(unit, period, code);
        try (var file = taking.take(body, name, config.maxSize(), KeepingAttachments.KINDS)) {
            var kept = keeping.add(unit, period, code, file);
            return Response.status(kept.added() ? 201 : 200)
                    .entity(kept.attachment())
                    .build();
        }
    }

    /** The file, as something to be stored and not as something to be shown or run. */
    @GET
    @Path("/{unit}/{period}/{id}")
    @Produces(MediaType.WILDCARD)
    public Response download(
            @PathParam("unit") String unit, @PathParam("period") String period, @PathParam("id") UUID id) {
        var found = keeping.find(unit, period, id);
        Attachment attachment = found.attachment();
        return KeptFiles.download(found.stream(), attachment.name(), attachment.contentType(), attachment.size());
    }

    @DELETE
    @Path("/{unit}/{period}/{id}")
    @RolesAllowed({"reporter", "administrator", "operator"})
    public void remove(@PathParam("unit") String unit, @PathParam("period") String period, @PathParam("id") UUID id) {
        keeping.remove(unit, period, id);
    }
}
