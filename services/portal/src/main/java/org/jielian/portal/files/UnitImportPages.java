package org.jielian.portal.files;

import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** The import pages of a unit. A class of their own: what begins with a unit's address is looked for below the unit's page first. */
@Path("unit/{code}/imports")
@Produces(MediaType.TEXT_HTML)
public class UnitImportPages {
    @Inject
    ImportPages pages;

    @GET
    public TemplateInstance all(@RestPath String code, @RestQuery String reports) {
        return pages.ofUnit(code, reports);
    }

    @GET
    @Path("{kind}/{id}")
    public TemplateInstance one(@RestPath String code, @RestPath String kind, @RestPath String id) {
        return pages.oneOfUnit(code, kind, id);
    }
}
