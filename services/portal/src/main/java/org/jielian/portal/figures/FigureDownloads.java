package org.jielian.portal.figures;

import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.jboss.resteasy.reactive.RestPath;
import org.jielian.portal.access.Gate;
import org.jielian.portal.clients.Region;
import org.jielian.portal.clients.Rollup;
import org.jielian.portal.i18n.CurrentLanguage;
import org.jielian.portal.i18n.Words;
import org.jielian.portal.tables.Downloads;
import org.jielian.portal.tables.Table;

/** A region's tables of figures as spreadsheets, with the filters of the page. */
@Path("")
public class FigureDownloads {
    @Inject
    Gate gate;

    @Inject
    Pictures pictures;

    @Inject
    Figures figures;

    @Inject
    CurrentLanguage language;

    @Inject
    Downloads downloads;

    @GET
    @Path("{tier:province|city|county}/{code}/{table:children|trend|carriers|types}.xlsx")
    public Response table(@RestPath String code, @RestPath String table, @BeanParam FilterParams params) {
        Region region = gate.region(code);
        Words words = language.words();
        Filters filters = pictures.filters(code, params);
        RegionTables tables = new RegionTables(region, filters, words);
        Rollup now = figures.rollup(code, filters, null);
        Table content =
                switch (table) {
                    case "trend" -> tables.trend(figures.twoYears(code, filters));
                    case "carriers" -> tables.carriers(figures.carriers(code, filters));
                    case "types" -> tables.types(figures.types(code, filters));
                    default ->
                        tables.children(
                                figures.breakdown(code, filters, params.countiesOnly(), null),
                                figures.breakdown(
                                        code, filters.with(filters.span().yearBefore()), params.countiesOnly(), null),
                                params);
                };
        return downloads.xlsx(region.name(), content, notes(region, filters, now, words));
    }

    private List<String> notes(Region region, Filters filters, Rollup now, Words words) {
        Cover cover = new Cover(now.units().reported(), now.units().expected());
        String what = region.name() + " · " + filters.span().label(words) + " · " + words.get("layer" + filters.layer())
                + " · "
                + words.get("set" + filters.set())
                + (filters.type() == null ? "" : " · " + words.get("type" + filters.type()));
        return List.of(what, pictures.stamp(now), words.get("coverageIs", cover.text(), cover.percent()));
    }
}
