package org.jielian.portal.inspections;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.RestPath;
import org.jielian.portal.access.Gate;
import org.jielian.portal.access.Visitor;
import org.jielian.portal.clients.Unit;
import org.jielian.portal.frame.Addresses;
import org.jielian.portal.frame.Frames;
import org.jielian.portal.frame.Page;

/** The inspections of a unit and the problems it has to rectify. */
@Path("unit/{code}")
public class UnitInspectionPages {
    @Inject
    InspectionLists lists;

    @Inject
    Boards boards;

    @Inject
    Gate gate;

    @Inject
    Visitor visitor;

    @Inject
    Frames frames;

    @CheckedTemplate(basePath = "inspections")
    static class Templates {
        static native TemplateInstance unit(Page page, String name, InspectionLists.View view);
    }

    @GET
    @Path("inspections")
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance list(@RestPath String code, @BeanParam InspectionParams params) {
        Unit unit = gate.unit(code);
        return Templates.unit(
                frames.unit(unit),
                unit.name(),
                lists.view(Addresses.unit(code) + "/inspections", code, visitor.isAt(code), params));
    }

    @GET
    @Path("inspections.xlsx")
    public Response download(@RestPath String code, @BeanParam InspectionParams params) {
        return lists.download(gate.unit(code).name(), code, params);
    }

    @GET
    @Path("rectifications")
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance board(@RestPath String code, @BeanParam BoardParams params) {
        Unit unit = gate.unit(code);
        return BoardPages.Templates.board(
                frames.unit(unit),
                unit.name(),
                boards.view(Addresses.unit(code) + "/rectifications", code, params, null));
    }

    @GET
    @Path("rectifications.xlsx")
    public Response downloadProblems(@RestPath String code, @BeanParam BoardParams params) {
        return boards.download(gate.unit(code).name(), code, params);
    }
}
