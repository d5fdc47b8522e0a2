package org.jielian.portal.county;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestPath;
import org.jielian.contracts.Tier;
import org.jielian.portal.access.Gate;
import org.jielian.portal.clients.Listing;
import org.jielian.portal.clients.MetricsClient;
import org.jielian.portal.clients.Region;
import org.jielian.portal.clients.ReportingLine;
import org.jielian.portal.clients.Rollup;
import org.jielian.portal.figures.FilterParams;
import org.jielian.portal.figures.Filters;
import org.jielian.portal.figures.Picture;
import org.jielian.portal.figures.Pictures;
import org.jielian.portal.frame.Addresses;
import org.jielian.portal.frame.Frames;
import org.jielian.portal.frame.Frames.Section;
import org.jielian.portal.frame.Page;
import org.jielian.portal.i18n.CurrentLanguage;
import org.jielian.portal.i18n.Words;
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
    Pictures pictures;

    @Inject
    FindingMissing missing;

    @Inject
    Frames frames;

    @Inject
    CurrentLanguage language;

    @CheckedTemplate(basePath = "county")
    static class Templates {
        static native TemplateInstance home(Page page, String name, Picture picture, Missing missing, HeatTable heat);
    }

    @GET
    @Path("county/{code}")
    public TemplateInstance home(@RestPath String code, @BeanParam FilterParams params) {
        Region region = gate.region(code, Tier.COUNTY);
        Filters filters = pictures.filters(region, params);
        Rollup now = pictures.now(region, filters, params);
        return Templates.home(
                frames.region(region, Section.HOME, filters.query()),
                region.name(),
                pictures.of(region, filters, now),
                missing.of(region, filters, now),
                heat(region, filters.span().year()));
    }

    private HeatTable heat(Region region, int year) {
        Words words = language.words();
        Listing<ReportingLine> lines =
                metrics.reporting(region.code(), year, null, null, null, null, null, UNITS_SHOWN);
        String all = Addresses.region(region.tier(), region.code()) + "/reporting";
        return HeatTable.of(
                lines.items(),
                year,
                lines.total(),
                lines.next() == null ? null : all + "?year=" + year,
                all + ".xlsx?year=" + year,
                new Sorting(null, all + "?year=" + year),
                words);
    }
}
