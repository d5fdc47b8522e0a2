package org.jielian.units.regions;

import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.List;
import org.jielian.foundation.access.Person;
import org.jielian.foundation.imports.ImportAnswer;

/** Regions over HTTP. */
@Path("/api/regions")
@Blocking
public class RegionsResource {
    @Inject
    LookingUpRegions lookup;

    @Inject
    ImportingRegions importing;

    @Inject
    ImportAnswer answer;

    @GET
    @Path("/{code}")
    public RegionView find(@PathParam("code") String code) {
        return lookup.find(code);
    }

    @GET
    @Path("/{code}/children")
    public List<RegionView> children(@PathParam("code") String code, @QueryParam("at") Month at) {
        return lookup.children(code, at == null ? null : at.value());
    }

    @POST
    @Path("/import")
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed(Person.OPERATOR)
    public Response importRegions(
            InputStream file,
            @QueryParam("name") String name,
            @QueryParam("dryRun") boolean dryRun,
            @Context HttpHeaders headers) {
        return answer.to(importing, file, name, dryRun, headers);
    }
}
