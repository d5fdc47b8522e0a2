package org.jielian.metrics.rollups;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jielian.contracts.InstitutionType;
import org.jielian.metrics.rollups.RegionDirectory.Below;
import org.jielian.metrics.rollups.Rollup.About;
import org.jielian.metrics.rollups.Rollup.Terms;
import org.jielian.metrics.rollups.RollupTable.By;
import org.jielian.metrics.rollups.RollupTable.Span;

/** Answers what a region's figures are, as a whole and in its parts. */
@Singleton
class ReadingRollups {
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    @Inject
    RollupTable table;

    @Inject
    RegionDirectory regions;

    @Inject
    RollupNews news;

    /** A region with what hangs directly on it and what its children add; the last two make the first exactly. */
    record Parts(Rollup region, Rollup own, List<Rollup> children) {}

    /** Waits until the region's figures include changes of that time, but not for long. */
    void awaitFreshness(String region, Period period, Instant notBefore) {
        var spans = List.of(Span.of(region, period));
        news.await(
                () -> {
                    Figures figures =
                            table.sums(spans, By.REGION, Layer.LIVE, null).getOrDefault(region, Figures.NONE);
                    return figures.asOf() != null && !figures.asOf().isBefore(notBefore);
                },
                PATIENCE);
    }

    Rollup whole(About region, Period period, String type, Terms terms) {
        var spans = List.of(Span.of(region.regionCode(), period));
        Figures figures =
                table.sums(spans, By.REGION, terms.layer(), type).getOrDefault(region.regionCode(), Figures.NONE);
        long expected = table.expected(spans, By.REGION, type).getOrDefault(region.regionCode(), 0L);
        return Rollup.of(region, period.asked(), period.months(), null, figures, expected, terms);
    }

    Parts parts(About region, String tier, Period period, String type, Terms terms) {
        List<Below> below = regions.below(region.regionCode(), tier, period);
        List<Span> spans = new ArrayList<>();
        spans.add(Span.of(region.regionCode(), period));
        below.forEach(child -> spans.add(child.span()));
        Map<String, Figures> figures = table.sums(spans, By.REGION, terms.layer(), type);
        Map<String, Long> expected = table.expected(spans, By.REGION, type);

        Map<String, About> children = new LinkedHashMap<>();
        below.forEach(child -> children.put(child.region().regionCode(), child.region()));
        Figures rest = figures.getOrDefault(region.regionCode(), Figures.NONE);
        long expectedRest = expected.getOrDefault(region.regionCode(), 0L);
        List<Rollup> answers = new ArrayList<>();
        for (About child : children.values()) {
            Figures part = figures.getOrDefault(child.regionCode(), Figures.NONE);
            long expectedPart = expected.getOrDefault(child.regionCode(), 0L);
            rest = rest.minus(part);
            expectedRest -= expectedPart;
            answers.add(Rollup.of(child, period.asked(), period.months(), null, part, expectedPart, terms));
        }
        Rollup whole = Rollup.of(
                region,
                period.asked(),
                period.months(),
                null,
                figures.getOrDefault(region.regionCode(), Figures.NONE),
                expected.getOrDefault(region.regionCode(), 0L),
                terms);
        Rollup own = Rollup.of(region, period.asked(), period.months(), null, rest, expectedRest, terms);
        return new Parts(whole, own, answers);
    }

    /** Month by month, those without reports included. */
    List<Rollup> series(About region, Period period, String type, Terms terms) {
        Map<String, Figures> figures =
                table.sums(List.of(Span.of(region.regionCode(), period)), By.MONTH, terms.layer(), type);
        List<Span> spans = new ArrayList<>();
        for (YearMonth month = period.first(); !month.isAfter(period.last()); month = month.plusMonths(1))
            spans.add(new Span(
                    region.regionCode(), month.toString(), month.plusMonths(1).toString()));
        Map<String, Long> expected = table.expected(spans, By.MONTH, type);
        List<Rollup> months = new ArrayList<>();
        for (Span month : spans) {
            Figures ofMonth = figures.getOrDefault(month.from(), Figures.NONE);
            months.add(
                    Rollup.of(region, month.from(), 1, null, ofMonth, expected.getOrDefault(month.from(), 0L), terms));
        }
        return months;
    }

    /** One line for each institution type. */
    List<Rollup> types(About region, Period period, Terms terms) {
        var spans = List.of(Span.of(region.regionCode(), period));
        Map<String, Figures> figures = table.sums(spans, By.TYPE, terms.layer(), null);
        Map<String, Long> expected = table.expected(spans, By.TYPE, null);
        List<Rollup> types = new ArrayList<>();
        for (InstitutionType type : InstitutionType.values()) {
            String name = type.name();
            types.add(Rollup.of(
                    region,
                    period.asked(),
                    period.months(),
                    name,
                    figures.getOrDefault(name, Figures.NONE),
                    expected.getOrDefault(name, 0L),
                    terms));
        }
        return types;
    }

    /** What each energy carrier contributes. */
    List<Carrier> carriers(About region, Period period, String type, Terms terms) {
        var spans = List.of(Span.of(region.regionCode(), period));
        Map<String, Figures> figures = table.sums(spans, By.REGION, terms.layer(), type);
        return Carrier.of(figures.getOrDefault(region.regionCode(), Figures.NONE), terms);
    }
}
