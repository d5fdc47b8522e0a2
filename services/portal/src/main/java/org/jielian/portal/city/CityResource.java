package org.jielian.portal.city;

import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.RestPath;
import org.jielian.contracts.Tier;
import org.jielian.portal.figures.FilterParams;
import org.jielian.portal.figures.RegionHome;

/** The portal of a city. */
@Path("")
@Produces(MediaType.TEXT_HTML)
public class CityResource {
    @Inject
    RegionHome home;

    @GET
    @Path("city/{code}")
    public TemplateInstance home(@RestPath String code, @BeanParam FilterParams params) {
        return home.show(code, Tier.CITY, params);
    }
}
