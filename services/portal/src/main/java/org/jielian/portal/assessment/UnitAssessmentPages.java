package org.jielian.portal.assessment;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestPath;
import org.jielian.portal.access.Gate;
import org.jielian.portal.clients.Unit;
import org.jielian.portal.clients.UpstreamProblem;
import org.jielian.portal.frame.Addresses;
import org.jielian.portal.frame.Frames;
import org.jielian.portal.frame.Page;
import org.jielian.portal.i18n.CurrentLanguage;
import org.jielian.portal.tables.Table;

/** A unit's own assessments: what it is assessed to be, and where it states its case. */
@Path("unit/{code}/assessments")
@Produces(MediaType.TEXT_HTML)
public class UnitAssessmentPages {
    private static final int PAGE = 50;

    @RestClient
    AssessmentClient assessments;

    @Inject
    SheetPage page;

    @Inject
    Gate gate;

    @Inject
    Frames frames;

    @Inject
    CurrentLanguage language;

    @CheckedTemplate(basePath = "assessment")
    static class Templates {
        static native TemplateInstance mine(Page page, String name, Table own);
    }

    private static String home(Unit unit) {
        return Addresses.unit(unit.code()) + "/assessments";
    }

    @GET
    public TemplateInstance list(@RestPath String code) {
        Unit unit = gate.unit(code);
        var own = assessments.list(code, null, null, null, null, null, null, "changed", "desc", null, PAGE);
        return Templates.mine(
                frames.unit(unit),
                unit.name(),
                new AssessmentTables(language)
                        .list(
                                language.words().get("menuAssessments"),
                                own.items(),
                                l -> home(unit) + "/" + l.id(),
                                l -> null)
                        .make());
    }

    @GET
    @Path("{id:[0-9a-f-]{36}}")
    public TemplateInstance sheet(@RestPath String code, @RestPath String id) {
        return sheet(gate.unit(code), id, null);
    }

    private TemplateInstance sheet(Unit unit, String id, UpstreamProblem refused) {
        return page.of(frames.unit(unit), assessments.sheet(id), home(unit) + "/" + id, refused);
    }

    @GET
    @Path("{id:[0-9a-f-]{36}}/sources/{line:[A-Z0-9_.-]+}")
    public TemplateInstance sources(@RestPath String code, @RestPath String id, @RestPath String line) {
        Unit unit = gate.unit(code);
        Told.Sheet sheet = assessments.sheet(id);
        return page.sources(frames.unit(unit), sheet, line, home(unit) + "/" + id, AssessmentPages.results(sheet));
    }

    @GET
    @Path("{id:[0-9a-f-]{36}}/sources/{line:[A-Z0-9_.-]+}.xlsx")
    public Response downloadSources(@RestPath String code, @RestPath String id, @RestPath String line) {
        gate.unit(code);
        Told.Sheet sheet = assessments.sheet(id);
        return page.downloadSources(sheet, line, AssessmentPages.results(sheet));
    }

    @GET
    @Path("{id:[0-9a-f-]{36}}.xlsx")
    public Response download(@RestPath String code, @RestPath String id) {
        gate.unit(code);
        return page.download(assessments.sheet(id));
    }

    @POST
    @Path("{id:[0-9a-f-]{36}}/steps")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response step(@RestPath String code, @RestPath String id, MultivaluedMap<String, String> form) {
        Unit unit = gate.unit(code);
        try {
            page.step(id, form);
            return Response.seeOther(URI.create(home(unit) + "/" + id)).build();
        } catch (UpstreamProblem refused) {
            if (refused.status() == 401 || refused.status() >= 500) throw refused;
            return Response.status(422).entity(sheet(unit, id, refused)).build();
        }
    }
}
