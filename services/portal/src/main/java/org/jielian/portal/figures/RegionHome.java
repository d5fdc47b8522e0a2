package org.jielian.portal.figures;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.function.Supplier;
import org.jielian.contracts.Tier;
import org.jielian.portal.access.Gate;
import org.jielian.portal.clients.AtOnce;
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
    Gate gate;

    @Inject
    AtOnce atOnce;

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
                String closingsOf,
                Picture picture,
                List<Attention> attention,
                Table children,
                List<FilterForm.Option> levels,
                Card ranking);
    }

    /** What is looked at, and the figures of it: asked for first, so that everything else on the page is at least as new. */
    private record First(Filters filters, Breakdown below) {}

    public TemplateInstance show(String code, Tier tier, FilterParams params) {
        Supplier<First> asked = atOnce.ask(() -> first(code, params));
        Region region = gate.region(code, tier);
        return show(region, asked.get(), params);
    }

    private First first(String code, FilterParams params) {
        Filters filters = pictures.filters(code, params);
        return new First(filters, figures.breakdown(code, filters, params.countiesOnly(), params.notBefore()));
    }

    private TemplateInstance show(Region region, First first, FilterParams params) {
        Words words = language.words();
        Filters filters = first.filters();
        Breakdown below = first.below();
        Supplier<Breakdown> yearBefore = atOnce.ask(() -> figures.breakdown(
                region.code(), filters.with(filters.span().yearBefore()), params.countiesOnly(), null));
        Supplier<List<Rollup>> twoYears = atOnce.ask(() -> figures.twoYears(region.code(), filters));
        Picture picture = pictures.of(
                region, filters, params, below.region(), () -> yearBefore.get().region(), twoYears);
        Breakdown earlier = yearBefore.get();
        String address = Addresses.region(region.tier(), region.code()) + filters.query();
        return Templates.regionHome(
                frames.region(region, Section.HOME, filters.query()),
                region.name(),
                Addresses.region(region.tier(), region.code()),
                picture,
                Attention.of(region, below, earlier, filters, words),
                new RegionTables(region, filters, words).children(below, earlier, params),
                levels(region, address, params, words),
                pictures.ranking(below.children(), params.rank(), address + params.view("rank")));
    }

    private static List<FilterForm.Option> levels(Region region, String address, FilterParams params, Words words) {
        if (region.tier() != Tier.PROVINCE) return List.of();
        String here = address + params.view("level");
        return List.of(
                new FilterForm.Option(here, words.get("nextTier"), !params.countiesOnly()),
                new FilterForm.Option(here + "&level=COUNTY", words.get("allCounties"), params.countiesOnly()));
    }
}
