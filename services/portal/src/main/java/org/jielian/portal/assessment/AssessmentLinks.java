package org.jielian.portal.assessment;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jielian.portal.access.Gate;
import org.jielian.portal.clients.Region;
import org.jielian.portal.frame.Addresses;

/** Where notices lead: to the page in the portal of the node that was told. */
@Path("")
public class AssessmentLinks {
    @Inject
    Gate gate;

    @GET
    @Path("assessments/{node:[0-9A-Z]+}/{id:[0-9a-f-]{36}}")
    public Response assessment(@RestPath String node, @RestPath String id) {
        if (Gate.isUnit(node)) return to(Addresses.unit(gate.unit(node).code()) + "/assessments/" + id);
        return to(AssessmentPages.home(gate.region(node)) + "/" + id);
    }

    @GET
    @Path("programme/{node:[0-9]{6}}")
    public Response programme(@RestPath String node, @RestQuery Integer year) {
        Region region = gate.region(node);
        String page = Addresses.region(region.tier(), region.code()) + "/programme";
        return to(year == null ? page : page + "?year=" + year);
    }

    private static Response to(String address) {
        return Response.seeOther(URI.create(address)).build();
    }
}
