package org.jielian.portal.honours;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestPath;
import org.jielian.portal.access.Gate;
import org.jielian.portal.clients.Unit;
import org.jielian.portal.frame.Frames;
import org.jielian.portal.frame.Page;
import org.jielian.portal.i18n.CurrentLanguage;
import org.jielian.portal.tables.Table;

/** What became of a unit in the selections that were published, and why. */
@Path("unit/{code}/honours")
@Produces(MediaType.TEXT_HTML)
public class UnitHonourPages {
    @RestClient
    HonoursClient honours;

    @Inject
    Gate gate;

    @Inject
    Frames frames;

    @Inject
    CurrentLanguage language;

    @CheckedTemplate(basePath = "honours")
    static class Templates {
        static native TemplateInstance mine(Page page, String name, Table lines);
    }

    @GET
    public TemplateInstance look(@RestPath String code) {
        Unit unit = gate.unit(code);
        return Templates.mine(
                frames.unit(unit),
                unit.name(),
                new HonourTables(language).ofUnit(honours.ofUnit(code).items()));
    }
}
