package org.jielian.portal.evidence;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jielian.portal.clients.Bearer;
import org.jielian.portal.clients.ProblemReader;

/** Photographs, scans and documents that show something about a region or unit. */
@Path("/api/evidence")
@RegisterRestClient(configKey = "supervision")
@RegisterProvider(Bearer.class)
@RegisterProvider(ProblemReader.class)
public interface EvidenceClient {
    /** Evidence that was kept. */
    record Kept(String id, String name) {}

    @POST
    @Consumes(MediaType.APPLICATION_OCTET_STREAM)
    Kept add(@RestQuery String node, @RestQuery String name, InputStream file);

    @GET
    @Path("/{id}")
    Response file(@RestPath String id);
}
