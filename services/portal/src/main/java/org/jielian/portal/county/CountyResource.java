package org.jielian.portal.county;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.function.Supplier;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestPath;
import org.jielian.contracts.Tier;
import org.jielian.portal.access.Gate;
import org.jielian.portal.clients.AtOnce;
import org.jielian.portal.clients.Listing;
import org.jielian.portal.clients.MetricsClient;
import org.jielian.portal.clients.Region;
import org.jielian.portal.clients.ReportingLine;
import org.jielian.portal.clients.Rollup;
import org.jielian.portal.figures.Figures;
import org.jielian.portal.figures.FilterParams;
import org.jielian.portal.figures.Filters;
import org.jielian.portal.figures.Picture;
import org.jielian.portal.figures.Pictures;
import org.jielian.portal.frame.Addresses;
import org.jielian.portal.frame.Frames;
import org.jielian.portal.frame.Frames.Section;
import org.jielian.portal.frame.Page;
import org.jielian.portal.i18n.CurrentLanguage;
import org.jielian.portal.reporting.HeatTable;
import org.jielian.portal.reporting.Sorting;

/** The portal of a county: first who has not reported, then who reported what, then what it adds up to. */
@Path("")
@Produces(MediaType.TEXT_HTML)
public class CountyResource {
    private static final int UNITS_SHOWN = 30;

    @RestClient
    MetricsClient metrics;

    @Inject
    Gate gate;

    @Inject
    AtOnce atOnce;

    @Inject
    Figures figures;

    @Inject
    Pictures pictures;

    @Inject
    FindingMissing missing;

    @Inject
    Frames frames;

    @Inject
    CurrentLanguage language;

    @CheckedTemplate(basePath = "county")
    static class Templates {
        static native TemplateInstance home(
                Page page, String name, String closingsOf, Picture picture, Missing missing, HeatTable heat);
    }

    /** What is looked at, and the county's own figures: asked for first, so that everything else on the page is at least as new. */
    private record First(Filters filters, Rollup now) {}

    @GET
    @Path("county/{code}")
    public TemplateInstance home(@RestPath String code, @BeanParam FilterParams params) {
        Supplier<First> asked = atOnce.ask(() -> first(code, params));
        Region region = gate.region(code, Tier.COUNTY);
        return show(region, asked.get(), params);
    }

    private First first(String code, FilterParams params) {
        Filters filters = pictures.filters(code, params);
        return new First(filters, figures.rollup(code, filters, params.notBefore()));
    }

    private TemplateInstance show(Region region, First first, FilterParams params) {
        Filters filters = first.filters();
        Rollup now = first.now();
        Supplier<Rollup> before = atOnce.ask(
                () -> figures.rollup(region.code(), filters.with(filters.span().yearBefore()), null));
        Supplier<List<Rollup>> twoYears = atOnce.ask(() -> figures.twoYears(region.code(), filters));
        Supplier<Missing> whoIsMissing = atOnce.ask(() -> missing.of(region, filters, now, twoYears));
        Supplier<HeatTable> heat = atOnce.ask(() -> heat(region, filters));
        return Templates.home(
                frames.region(region, Section.HOME, filters.query()),
                region.name(),
                Addresses.region(region.tier(), region.code()),
                pictures.of(region, filters, params, now, before, twoYears),
                whoIsMissing.get(),
                heat.get());
    }

    private HeatTable heat(Region region, Filters filters) {
        int year = filters.span().year();
        Listing<ReportingLine> lines =
                metrics.reporting(region.code(), year, null, null, filters.typeCode(), null, null, null, UNITS_SHOWN);
        String all = Addresses.region(region.tier(), region.code()) + "/reporting";
        return HeatTable.of(
                lines.items(),
                year,
                lines.total(),
                lines.next() == null ? null : all + filters.query(),
                all + ".xlsx" + filters.query(),
                new Sorting(null, all + filters.query()),
                filters.further(),
                language.words());
    }
}
