package org.jielian.units.contacts;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jielian.foundation.problems.CommonProblem;

/** Whom to reach at a region or unit. */
@Path("/api/contacts")
@Blocking
public class ContactsResource {
    @Inject
    KeepingContacts keeping;

    @GET
    @Path("/{node}")
    public Response look(@PathParam("node") String node) {
        return answer(keeping.look(node));
    }

    @PUT
    @Path("/{node}")
    @RolesAllowed({"administrator", "reporter", "operator"})
    public Response keep(
            @PathParam("node") String node, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch, Contact contact) {
        if (contact == null) throw CommonProblem.INVALID.because("缺少联系方式", "the body is missing");
        return answer(keeping.keep(node, version(ifMatch), contact));
    }

    private static Response answer(ContactView view) {
        return Response.ok(view)
                .tag(new EntityTag(Long.toString(view.version())))
                .build();
    }

    private static Long version(String ifMatch) {
        if (ifMatch == null || ifMatch.equals("*")) return null;
        try {
            return Long.valueOf(ifMatch.replace("W/", "").replace("\"", "").strip());
        } catch (NumberFormatException e) {
            throw CommonProblem.INVALID.because("If-Match 无效：%s", "If-Match is not one of our ETags: %s", ifMatch);
        }
    }
}
