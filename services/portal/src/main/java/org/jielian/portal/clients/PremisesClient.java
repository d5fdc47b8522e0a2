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

/** Shared premises. */
@Path("/api/premises")
@RegisterRestClient(configKey = "metrics")
@RegisterProvider(Bearer.class)
@RegisterProvider(ProblemReader.class)
public interface PremisesClient {
    @GET
    @Path("/{host}")
    Premises of(@RestPath String host);

    /** {@code from} a month, {@code shares} percent by unit code. */
    @PUT
    @Path("/{host}/{quantity}")
    @Consumes(MediaType.APPLICATION_JSON)
    Premises arrange(@RestPath String host, @RestPath String quantity, Map<String, Object> arrangement);
}
