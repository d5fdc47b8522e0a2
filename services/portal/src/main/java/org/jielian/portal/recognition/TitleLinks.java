package org.jielian.portal.recognition;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.RestPath;
import org.jielian.portal.access.Gate;
import org.jielian.portal.clients.Region;
import org.jielian.portal.frame.Addresses;

/** Where notices lead: to the title in the portal of the node that was told. */
@Path("titles/{node}/{id:[0-9a-f-]{36}}")
public class TitleLinks {
    @Inject
    Gate gate;

    @GET
    public Response go(@RestPath String node, @RestPath String id) {
        if (Gate.isUnit(node))
            return UnitTitleResource.to(Addresses.unit(gate.unit(node).code()) + "/titles/" + id);
        Region region = gate.region(node);
        return UnitTitleResource.to(Addresses.region(region.tier(), region.code()) + "/titles/" + id);
    }
}
