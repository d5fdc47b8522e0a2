package org.jielian.portal.evidence;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestPath;
import org.jielian.portal.clients.Bearer;
import org.jielian.portal.clients.ProblemReader;

/** Photographs, scans and documents that show something about a region or unit. */
@Path("/api/evidence")
@RegisterRestClient(configKey = "supervision")
@RegisterProvider(Bearer.class)
@RegisterProvider(ProblemReader.class)
public interface EvidenceClient {
    @GET
    @Path("/{id}")
    Response file(@RestPath String id);
}
