package org.jielian.foundation.notices;

import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import org.jielian.foundation.paging.Page;

/** What the caller's node was told by this service. Each service keeps its own notices; the portal shows them as one list. */
@Path("/api/notices")
@Blocking
public class NoticesResource {
    @Inject
    Inbox inbox;

    /** How many notices nobody of the node has read yet. */
    public record Count(long unread) {}

    /** How many notices became read by this. */
    public record Readings(int read) {}

    /** Unread first, newest first; with {@code unread=true} only those. */
    @GET
    public Page<NoticeView> page(
            @QueryParam("unread") @DefaultValue("false") boolean unread,
            @QueryParam("cursor") String cursor,
            @QueryParam("limit") Integer limit,
            @HeaderParam(HttpHeaders.ACCEPT_LANGUAGE) String language) {
        return inbox.page(unread, cursor, limit, language);
    }

    @GET
    @Path("/count")
    public Count count() {
        return new Count(inbox.count(true));
    }

    @POST
    @Path("/{id}/reading")
    public void read(@PathParam("id") long id) {
        inbox.read(id);
    }

    @POST
    @Path("/readings")
    public Readings readAll() {
        return new Readings(inbox.readAll());
    }
}
