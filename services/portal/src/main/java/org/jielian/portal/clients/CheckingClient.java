package org.jielian.portal.clients;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestPath;

/** What the checks of reports go by in a region. */
@Path("/api/validation")
@RegisterRestClient(configKey = "metrics")
@RegisterProvider(Bearer.class)
@RegisterProvider(ProblemReader.class)
public interface CheckingClient {
    @GET
    @Path("/{region}/parameters")
    Checking.Parameters parameters(@RestPath String region);

    /** Values by name under {@code parameters}; {@code null} inherits again. */
    @PUT
    @Path("/{region}/parameters")
    @Consumes(MediaType.APPLICATION_JSON)
    Checking.Parameters set(@RestPath String region, Map<String, Object> change);
}
