package org.jielian.portal.clients;

import jakarta.ws.rs.Path;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** What supervision tells the person's node. */
@Path("/api")
@RegisterRestClient(configKey = "supervision")
@RegisterProvider(Bearer.class)
@RegisterProvider(ProblemReader.class)
public interface SupervisionNotices extends NoticeCalls {}
