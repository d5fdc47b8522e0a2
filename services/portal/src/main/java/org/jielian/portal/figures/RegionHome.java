package org.jielian.portal.figures;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.jielian.contracts.Tier;
import org.jielian.portal.clients.Breakdown;
import org.jielian.portal.clients.Region;
import org.jielian.portal.clients.Rollup;
import org.jielian.portal.figures.Picture.Card;
import org.jielian.portal.frame.Addresses;
import org.jielian.portal.frame.Frames;
import org.jielian.portal.frame.Frames.Section;
import org.jielian.portal.frame.Page;
import org.jielian.portal.i18n.CurrentLanguage;
import org.jielian.portal.i18n.Words;
import org.jielian.portal.tables.Table;

/** The home of a tier that has regions below it: what stands out, the figures, the regions below, the charts. */
@RequestScoped
public class RegionHome {
    @Inject
    Pictures pictures;

    @Inject
    Figures figures;

    @Inject
    Frames frames;

    @Inject
    CurrentLanguage language;

    @CheckedTemplate(basePath = "figures")
    static class Templates {
        static native TemplateInstance regionHome(
                Page page,
                String name,
                Picture picture,
                List<Attention> attention,
                Table children,
                List<FilterForm.Option> levels,
                Card ranking);
    }

    public TemplateInstance show(Region region, FilterParams params) {
        Words words = language.words();
        Filters filters = pictures.filters(region, params);
        Rollup now = pictures.now(region, filters, params);
        Breakdown below = figures.breakdown(region.code(), filters, params.countiesOnly());
        Breakdown earlier =
                figures.breakdown(region.code(), filters.with(filters.span().yearBefore()), params.countiesOnly());
        String address = Addresses.region(region.tier(), region.code()) + filters.query();
        String level = params.countiesOnly() ? "&level=COUNTY" : "";
        return Templates.regionHome(
                frames.region(region, Section.HOME, filters.query()),
                region.name(),
                pictures.of(region, filters, now),
                Attention.of(region, below, earlier, filters, words),
                new RegionTables(region, filters, words).children(below, earlier, params.countiesOnly(), params.sort()),
                levels(region, address, params.countiesOnly(), words),
                pictures.ranking(below.children(), params.rank(), address + level));
    }

    private static List<FilterForm.Option> levels(Region region, String address, boolean counties, Words words) {
        if (region.tier() != Tier.PROVINCE) return List.of();
        return List.of(
                new FilterForm.Option(address, words.get("nextTier"), !counties),
                new FilterForm.Option(address + "&level=COUNTY", words.get("allCounties"), counties));
    }
}
