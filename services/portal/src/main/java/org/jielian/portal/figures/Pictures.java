package org.jielian.portal.figures;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.jielian.portal.clients.AtOnce;
import org.jielian.portal.clients.Carrier;
import org.jielian.portal.clients.Region;
import org.jielian.portal.clients.Rollup;
import org.jielian.portal.figures.FilterForm.Option;
import org.jielian.portal.figures.Picture.Card;
import org.jielian.portal.i18n.CurrentLanguage;
import org.jielian.portal.i18n.Words;
import org.jielian.portal.tables.Table;

/** Draws the picture of a region's figures. */
@RequestScoped
public class Pictures {
    @Inject
    Figures figures;

    @Inject
    AtOnce atOnce;

    @Inject
    CurrentLanguage language;

    @Inject
    ObjectMapper json;

    @Inject
    Clock clock;

    /** What is looked at in that region; its latest year when the address does not say. */
    public Filters filters(String region, FilterParams params) {
        return params.filters(params.namesPeriod() ? null : figures.latest(region));
    }

    /**
     * The picture of a region.
     *
     * @param now its figures; asked for before everything else on the page, which so is at least as new
     * @param before its figures of the year before, on their way
     * @param twoYears its months, on their way
     */
    public Picture of(
            Region region,
            Filters filters,
            FilterParams params,
            Rollup now,
            Supplier<Rollup> before,
            Supplier<List<Rollup>> twoYears) {
        Supplier<List<Carrier>> carriersAsked = atOnce.ask(() -> figures.carriers(region.code(), filters));
        Supplier<List<Rollup>> typesAsked = atOnce.ask(() -> figures.types(region.code(), filters));
        Words words = language.words();
        Rollup yearBefore = before.get();
        List<Kpi> kpis = Arrays.stream(Measure.values())
                .map(m -> Kpi.of(m, now, yearBefore, words))
                .toList();
        RegionTables tables = new RegionTables(region, filters, words);
        List<Rollup> months = twoYears.get();
        List<Carrier> carriers = carriersAsked.get();
        List<Rollup> types = typesAsked.get();
        int year = filters.span().year();
        return new Picture(
                FilterForm.of(filters, params.view(), YearMonth.now(clock), words),
                stamp(now),
                kpis,
                card("trend", Charts.trend(months, year, Measure.ENERGY, words), List.of(), tables.trend(months)),
                card("carriers", Charts.carriers(carriers, words), List.of(), tables.carriers(carriers)),
                card("types", Charts.types(types, words), List.of(), tables.types(types)));
    }

    /** The regions below against each other. */
    public Card ranking(List<Rollup> children, Measure measure, String address) {
        Words words = language.words();
        List<Option> switches = Charts.rankable().stream()
                .map(m -> new Option(address + "&rank=" + m.code(), m.label(words), m == measure))
                .toList();
        return card("ranking", Charts.ranking(children, measure, words), switches, null);
    }

    public String stamp(Rollup now) {
        Words words = language.words();
        return words.get("asOf", words.time(now.asOf()));
    }

    private Card card(String id, Chart chart, List<Option> switches, Table table) {
        Words words = language.words();
        String title = words.get("chart" + Character.toUpperCase(id.charAt(0)) + id.substring(1));
        return new Card(
                id, title, chart.unit(), write(chart), chart.isEmpty(), title + " " + chart.unit(), switches, table);
    }

    private String write(Chart chart) {
        try {
            return json.writeValueAsString(chart);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a chart can't be written", e);
        }
    }
}
