package org.jielian.portal.province;

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

/** The portal of a province. */
@Path("")
@Produces(MediaType.TEXT_HTML)
public class ProvinceResource {
    @Inject
    RegionHome home;

    @GET
    @Path("province/{code}")
    public TemplateInstance home(@RestPath String code, @BeanParam FilterParams params) {
        return home.show(code, Tier.PROVINCE, params);
    }
}
