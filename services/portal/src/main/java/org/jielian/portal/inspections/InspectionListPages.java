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
import java.util.List;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestPath;
import org.jielian.portal.access.Gate;
import org.jielian.portal.access.Visitor;
import org.jielian.portal.clients.Region;
import org.jielian.portal.frame.Addresses;
import org.jielian.portal.frame.Frames;
import org.jielian.portal.frame.Frames.Section;
import org.jielian.portal.frame.Page;
import org.jielian.portal.i18n.CurrentLanguage;
import org.jielian.portal.tables.Downloads;
import org.jielian.portal.tables.Table;

/** The calendar of a region's inspections, and its plans. */
@Path("{tier:province|city|county}/{code}/inspections")
@Produces(MediaType.TEXT_HTML)
public class InspectionListPages {
    @RestClient
    InspectionsClient inspections;

    @Inject
    InspectionLists lists;

    @Inject
    Downloads downloads;

    @Inject
    Gate gate;

    @Inject
    Visitor visitor;

    @Inject
    Frames frames;

    @Inject
    CurrentLanguage language;

    @CheckedTemplate(basePath = "inspections")
    static class Templates {
        static native TemplateInstance calendar(
                Page page, String name, InspectionLists.View view, Table plans, String planHref);
    }

    @GET
    public TemplateInstance list(@RestPath String code, @BeanParam InspectionParams params) {
        Region region = gate.region(code);
        String home = home(region);
        return Templates.calendar(
                frames.region(region, Section.INSPECTIONS),
                region.name(),
                lists.view(home, code, visitor.isAt(code), params),
                plans(region).xlsx(home + "/plans.xlsx").make(),
                plansFor(visitor, code) ? home + "/plans/new" : null);
    }

    private Table.Maker plans(Region region) {
        return new InspectionTables(language)
                .plans(inspections.plans(region.code()).items(), home(region));
    }

    @GET
    @Path("plans.xlsx")
    public Response downloadPlans(@RestPath String code) {
        Region region = gate.region(code);
        return downloads.xlsx(region.name(), plans(region).make(), List.of());
    }

    static boolean plansFor(Visitor visitor, String code) {
        return visitor.isAt(code)
                && (visitor.has("administrator") || visitor.has("reviewer") || visitor.has("supervisor"));
    }

    static String home(Region region) {
        return Addresses.region(region.tier(), region.code()) + "/inspections";
    }
}
