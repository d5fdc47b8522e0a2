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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestPath;
import org.jielian.contracts.Tier;
import org.jielian.portal.access.Gate;
import org.jielian.portal.clients.Region;
import org.jielian.portal.frame.Addresses;
import org.jielian.portal.frame.Frames;
import org.jielian.portal.frame.Frames.Section;
import org.jielian.portal.frame.Page;
import org.jielian.portal.i18n.CurrentLanguage;
import org.jielian.portal.tables.Downloads;
import org.jielian.portal.tables.Table;

/** The board of rectification of a region, from which one goes down to each region below. */
@Path("")
public class BoardPages {
    private static final String AT = "{tier:province|city|county}/{code}/rectifications";

    @RestClient
    InspectionsClient inspections;

    @Inject
    Boards boards;

    @Inject
    Downloads downloads;

    @Inject
    Gate gate;

    @Inject
    Frames frames;

    @Inject
    CurrentLanguage language;

    @CheckedTemplate(basePath = "inspections")
    static class Templates {
        static native TemplateInstance board(Page page, String name, BoardView view);
    }

    @GET
    @Path(AT)
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance look(@RestPath String code, @BeanParam BoardParams params) {
        Region region = gate.region(code);
        String home = home(region.tier(), code);
        Table regions = regions(code).xlsx(home + "-regions.xlsx").make();
        return Templates.board(
                frames.region(region, Section.RECTIFICATIONS), region.name(), boards.view(home, code, params, regions));
    }

    private Table.Maker regions(String code) {
        List<Rectification.Part> parts = inspections.board(code).items();
        Map<String, String> homes = new LinkedHashMap<>();
        parts.stream()
                .filter(p -> !p.regionCode().equals(code))
                .forEach(p -> homes.put(p.regionCode(), home(Tier.valueOf(p.tier()), p.regionCode())));
        return new InspectionTables(language).board(parts, homes);
    }

    @GET
    @Path(AT + ".xlsx")
    public Response download(@RestPath String code, @BeanParam BoardParams params) {
        return boards.download(gate.region(code).name(), code, params);
    }

    @GET
    @Path(AT + "-regions.xlsx")
    public Response downloadRegions(@RestPath String code) {
        return downloads.xlsx(gate.region(code).name(), regions(code).make(), List.of());
    }

    private static String home(Tier tier, String code) {
        return Addresses.region(tier, code) + "/rectifications";
    }
}
