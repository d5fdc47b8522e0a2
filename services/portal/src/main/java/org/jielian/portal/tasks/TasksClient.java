package org.jielian.portal.tasks;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.Map;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jielian.portal.clients.Bearer;
import org.jielian.portal.clients.Listing;
import org.jielian.portal.clients.ProblemReader;

/** Tasks, asked in the name of the person who is signed in. */
@Path("/api/tasks")
@RegisterRestClient(configKey = "supervision")
@RegisterProvider(Bearer.class)
@RegisterProvider(ProblemReader.class)
public interface TasksClient {
    @GET
    Listing<Task.Line> list(
            @RestQuery String tab,
            @RestQuery String region,
            @RestQuery String status,
            @RestQuery String kind,
            @RestQuery String rung,
            @RestQuery String q,
            @RestQuery String sort,
            @RestQuery String order,
            @RestQuery String cursor,
            @RestQuery int limit);

    @GET
    @Path("/{id}")
    Task look(@RestPath String id);

    @POST
    Task open(Map<String, Object> opening);

    @POST
    @Path("/{id}/{step}")
    Task step(@RestPath String id, @RestPath String step, Map<String, Object> body);
}
