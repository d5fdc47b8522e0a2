package org.jielian.portal.clients;

import jakarta.ws.rs.Path;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Imported files of institutions and regions. */
@Path("/api")
@RegisterRestClient(configKey = "units")
@RegisterProvider(Bearer.class)
@RegisterProvider(ProblemReader.class)
public interface UnitsImports extends ImportsClient {}
