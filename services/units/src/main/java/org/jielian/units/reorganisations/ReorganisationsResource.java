package org.jielian.units.reorganisations;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.jielian.foundation.access.Person;
import org.jielian.foundation.idempotency.Idempotent;

/** Reorganisations over HTTP. */
@Path("/api/reorganisations")
@Blocking
public class ReorganisationsResource {
    @Inject
    Reorganising reorganising;

    @POST
    @Idempotent
    @RolesAllowed({"administrator", Person.OPERATOR})
    public Response carryOut(@Valid @NotNull Reorganisation reorganisation) {
        return Response.ok(reorganising.carryOut(reorganisation)).build();
    }
}
