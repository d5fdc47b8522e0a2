package org.jielian.portal.standards;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.resteasy.reactive.RestPath;
import org.jielian.portal.access.Gate;
import org.jielian.portal.clients.AtOnce;
import org.jielian.portal.clients.Listing;
import org.jielian.portal.clients.Region;
import org.jielian.portal.clients.UpstreamProblem;
import org.jielian.portal.figures.FilterForm.Option;
import org.jielian.portal.frame.Frames;
import org.jielian.portal.frame.Frames.Section;
import org.jielian.portal.frame.Page;
import org.jielian.portal.i18n.CurrentLanguage;
import org.jielian.portal.i18n.Language;
import org.jielian.portal.i18n.Words;
import org.jielian.portal.tables.Table;

/** Where the units and regions below stand by a standard: how many in which band, region beside region, unit by unit. */
@Path("{tier:province|city|county}/{code}/standards/results")
public class ResultsResource {
    private static final List<String> INDICATORS = List.of("E_CAP", "E_AREA", "EL_AREA", "W_CAP");
    private static final List<String> BANDS_OF_ENERGY =
            List.of("ABOVE_CONSTRAINT", "WITHIN_CONSTRAINT", "WITHIN_BASELINE", "WITHIN_GUIDANCE");
    private static final List<String> BANDS_OF_WATER = List.of("ABOVE_GENERAL", "WITHIN_GENERAL", "WITHIN_ADVANCED");
    private static final int PAGE = 50;

    @RestClient
    SupervisionClient supervision;

    @Inject
    AtOnce atOnce;

    @Inject
    Gate gate;

    @Inject
    Frames frames;

    @Inject
    CurrentLanguage language;

    @Inject
    Clock clock;

    /** What the page says around its tables; {@code basis} is {@code null} while nothing was evaluated. */
    public record View(
            ResultsParams asked,
            Told.Basis basis,
            List<Option> indicators,
            List<Option> bands,
            List<StandingResource.Count> counts) {}

    @CheckedTemplate(basePath = "standards")
    static class Templates {
        static native TemplateInstance results(Page page, String name, View view, Table below, Table units);
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance look(@RestPath String code, @BeanParam ResultsParams asked) {
        Region region = gate.region(code);
        Words words = language.words();
        ResultsParams filters = asked.completed(LocalDate.now(clock).getYear() - 1);
        String address = StandardsResource.home(region) + "/results";
        Supplier<Listing<Told.UnitResult>> listed = atOnce.ask(() -> units(code, filters));
        Optional<Told.RegionResult> result = of(code, filters);
        ResultTables tables = new ResultTables(words);
        boolean english = language.get() == Language.EN;
        Listing<Told.UnitResult> units = listed.get();
        String query = address + "?" + filters.query();
        return Templates.results(
                frames.region(region, Section.STANDARDS),
                region.name(),
                new View(
                        filters,
                        result.map(Told.RegionResult::basis).orElse(null),
                        options(INDICATORS, "indicator", filters.indicator, words),
                        bands(filters, words),
                        result.map(r -> counts(r, filters.indicator, words)).orElse(List.of())),
                result.filter(r -> !r.children().isEmpty())
                        .map(r -> tables.regions(
                                r.children(),
                                filters.indicator,
                                "/standards/results?" + filters.query(),
                                address + "/regions.xlsx?" + filters.query(),
                                english))
                        .orElse(null),
                tables.units(
                        units.items(),
                        english,
                        address + "/units.xlsx?" + filters.query(),
                        units.next() == null ? null : query + "&cursor=" + units.next()));
    }

    @GET
    @Path("regions.xlsx")
    @Produces(MediaType.WILDCARD)
    public Response regions(@RestPath String code, @BeanParam ResultsParams asked) {
        gate.region(code);
        ResultsParams filters = asked.completed(LocalDate.now(clock).getYear() - 1);
        return HandedOn.of(supervision.exportRegions(code, filters.standard, filters.year));
    }

    @GET
    @Path("units.xlsx")
    @Produces(MediaType.WILDCARD)
    public Response unitsFile(@RestPath String code, @BeanParam ResultsParams asked) {
        gate.region(code);
        ResultsParams filters = asked.completed(LocalDate.now(clock).getYear() - 1);
        return HandedOn.of(supervision.exportUnits(
                code, filters.standard, filters.year, filters.indicator, filters.band, filters.q));
    }

    private Listing<Told.UnitResult> units(String code, ResultsParams f) {
        return supervision.resultsOfUnits(
                code, f.standard, f.year, f.indicator, f.band, f.q, "value", "desc", f.cursor, PAGE);
    }

    private Optional<Told.RegionResult> of(String code, ResultsParams filters) {
        try {
            return Optional.of(supervision.resultOfRegion(code, filters.standard, filters.year));
        } catch (UpstreamProblem problem) {
            if (problem.status() == 404) return Optional.empty();
            throw problem;
        }
    }

    private static List<StandingResource.Count> counts(Told.RegionResult result, String indicator, Words words) {
        List<StandingResource.Count> counts = new ArrayList<>();
        result.bands().stream().filter(b -> b.indicator().equals(indicator)).forEach(b -> {
            bandsOf(indicator)
                    .forEach(band -> counts.add(new StandingResource.Count(
                            words.get("unitsIn", words.get("band" + band)),
                            b.counts().getOrDefault(band, 0L))));
            counts.add(new StandingResource.Count(words.get("unitsWithoutBand"), b.none()));
        });
        return counts;
    }

    private static List<String> bandsOf(String indicator) {
        return indicator.startsWith("W_") ? BANDS_OF_WATER : BANDS_OF_ENERGY;
    }

    private static List<Option> bands(ResultsParams filters, Words words) {
        List<Option> options = new ArrayList<>();
        options.add(new Option("", words.get("allBands"), filters.band == null));
        options.addAll(options(bandsOf(filters.indicator), "band", filters.band, words));
        return options;
    }

    private static List<Option> options(List<String> codes, String prefix, String chosen, Words words) {
        return codes.stream()
                .map(c -> new Option(c, words.get(prefix + c), c.equals(chosen)))
                .toList();
    }
}
