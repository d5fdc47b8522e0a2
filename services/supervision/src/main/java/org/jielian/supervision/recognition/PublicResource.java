package org.jielian.supervision.recognition;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import org.jielian.foundation.access.AsSystem;

/** What anybody may know without signing in: which agencies are proposed for the title, and whether a certificate holds. */
@Path("/public")
@Blocking
@PermitAll
public class PublicResource {
    @Inject
    PublicTitles titles;

    @GET
    @Path("/notices")
    @AsSystem
    public PublicTitles.Notices notices(@QueryParam("region") String region) {
        return titles.notices(region);
    }

    /** A number without the code that stands on the certificate tells nothing, so that numbers can't be tried one after the other. */
    @GET
    @Path("/certificates/{number}")
    @AsSystem
    public PublicTitles.Certificate certificate(@PathParam("number") String number, @QueryParam("code") String code) {
        return titles.certificate(number, code);
    }
}
