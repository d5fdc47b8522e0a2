package org.jielian.portal.clients;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** The notices a service keeps for the person's node; each service that tells any answers these. */
public interface NoticeCalls {
    /** How many nobody has read. */
    record Count(long unread) {}

    @GET
    @Path("/notices")
    Listing<NoticeLine> notices(@RestQuery Boolean unread, @RestQuery String cursor, @RestQuery Integer limit);

    @GET
    @Path("/notices/count")
    Count unreadNotices();

    @POST
    @Path("/notices/{id}/reading")
    Response readNotice(@RestPath long id);

    @POST
    @Path("/notices/readings")
    Response readAllNotices();
}
