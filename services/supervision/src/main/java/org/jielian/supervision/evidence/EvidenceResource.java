package org.jielian.supervision.evidence;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
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
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.jielian.foundation.files.FileKind;
import org.jielian.foundation.files.KeptFiles;
import org.jielian.foundation.files.TakingFiles;
import org.jielian.foundation.problems.CommonProblem;

/** Photographs, scans and documents that show something about a region or unit. */
@Path("/api/evidence")
@Blocking
public class EvidenceResource {
    private static final Set<FileKind> KINDS = EnumSet.allOf(FileKind.class);

    @Inject
    KeepingEvidence keeping;

    @Inject
    TakingFiles taking;

    @Inject
    EvidenceConfig config;

    /**
     * Takes the file as the body; 201 for a new one, 200 when the same sender's same file about the same node was there already.
     *
     * @param node the region or unit it is about
     * @param name what the sender calls it
     */
    @POST
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed({"reporter", "administrator", "reviewer", "supervisor", "operator"})
    public Response add(@QueryParam("node") String node, @QueryParam("name") String name, InputStream body)
            throws IOException {
        if (node == null || node.isBlank()) {
            throw CommonProblem.INVALID.because("请用 node 指明所涉区划或单位", "name the region or unit it is about as node");
        }
        keeping.requireAddable(node);
        try (var file = taking.take(body, name, config.maxSize(), KINDS)) {
            var kept = keeping.add(node, file);
            return Response.status(kept.added() ? 201 : 200)
                    .entity(kept.evidence())
                    .build();
        }
    }

    /** The file, as something to be stored and not as something to be shown or run. */
    @GET
    @Path("/{id}")
    @Produces(MediaType.WILDCARD)
    public Response download(@PathParam("id") UUID id) {
        var found = keeping.open(id);
        Evidence evidence = found.evidence();
        return KeptFiles.download(found.stream(), evidence.name(), evidence.contentType(), evidence.size());
    }

    @GET
    @Path("/{id}/metadata")
    public Evidence metadata(@PathParam("id") UUID id) {
        return keeping.find(id);
    }
}
