package org.jielian.portal.evidence;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.regex.Pattern;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestPath;
import org.jielian.portal.clients.UpstreamProblem;

/** Evidence behind a link, to whoever supervision says may see it. */
@Path("evidence/{id}")
public class EvidenceResource {
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    @RestClient
    EvidenceClient evidence;

    @GET
    public Response download(@RestPath String id) {
        if (!ID.matcher(id).matches()) throw UpstreamProblem.of(404, id);
        try (Response file = evidence.file(id)) {
            String disposition = file.getHeaderString(HttpHeaders.CONTENT_DISPOSITION);
            return Response.ok(file.readEntity(byte[].class), file.getMediaType())
                    // never shown as a page of ours, whatever it is
                    .header(HttpHeaders.CONTENT_DISPOSITION, disposition == null ? "attachment" : disposition)
                    .build();
        }
    }
}
