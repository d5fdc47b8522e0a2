package org.jielian.metrics.closings;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Year;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jielian.contracts.ClosingState;
import org.jielian.foundation.problems.CommonProblem;
import org.jielian.metrics.calendar.ReadingCalendar;
import org.jielian.metrics.closings.MonthOfRegionView.Change;
import org.jielian.metrics.closings.MonthOfRegionView.Layers;
import org.jielian.metrics.closings.MonthOfRegionView.Reports;
import org.jielian.metrics.rollups.Rollup;
import org.jielian.metrics.rollups.Rollup.About;
import org.jielian.metrics.rollups.Rollup.Coverage;
import org.jielian.metrics.rollups.RollupAnswers;

/** Answers which months are closed, with which figures, and how these stand to the figures of now. */
@Singleton
class ReadingClosings {
    private static final String LIVE = "live";
    private static final String REVIEWED = "reviewed";

    @Inject
    EntityManager em;

    @Inject
    Closings closings;

    @Inject
    FreezingFigures freezing;

    @Inject
    Differences differences;

    @Inject
    ReadingCalendar calendar;

    @Inject
    RollupAnswers rollups;

    YearView year(About region, Year year) {
        Map<YearMonth, Closing> last = new HashMap<>();
        closings.of(
                        region.regionCode(),
                        year.atMonth(1).toString(),
                        year.atMonth(12).toString())
                .forEach(c -> last.put(c.period(), c));
        Map<String, int[]> children = children(region.regionCode(), year);
        Map<String, Integer> reopened = closings.reopenedBelow(
                region.regionCode(),
                year.atMonth(1).toString(),
                year.atMonth(12).toString());
        List<Coverage> now = rollups.coverageNow(region, year);
        List<YearView.Line> months = new ArrayList<>();
        for (int m = 1; m <= 12; m++) {
            YearMonth period = year.atMonth(m);
            int[] below = children.getOrDefault(period.toString(), new int[2]);
            months.add(new YearView.Line(
                    period,
                    calendar.month(region.regionCode(), period),
                    ClosingView.of(last.get(period)),
                    below[0],
                    below[1],
                    reopened.getOrDefault(period.toString(), 0),
                    now.get(m - 1)));
        }
        List<YearMonth> open = months.stream()
                .filter(line -> line.closing() == null || !line.closing().holds())
                .map(YearView.Line::period)
                .toList();
        Optional<FrozenFigures> sum = open.isEmpty()
                ? last.values().stream().map(closings::figures).reduce(FrozenFigures::plus)
                : Optional.empty();
        return new YearView(
                region.regionCode(),
                region.name(),
                region.tier(),
                year.getValue(),
                months,
                open,
                sum.map(f -> ofYear(region, year, f, LIVE)).orElse(null),
                sum.map(f -> ofYear(region, year, f, REVIEWED)).orElse(null));
    }

    private Rollup ofYear(About region, Year year, FrozenFigures figures, String layer) {
        var sums = figures.all(LIVE.equals(layer) ? ClosingState.Figures::live : ClosingState.Figures::reviewed);
        return rollups.ofSums(region, year.toString(), null, layer, sums, figures.coverage(), null, null);
    }

    /** By month of the year: how many regions stood directly below, and how many of them have closed it. */
    private Map<String, int[]> children(String region, Year year) {
        Map<String, int[]> children = new HashMap<>();
        for (int m = 1; m <= 12; m++) {
            String period = year.atMonth(m).toString();
            Object[] counts = (Object[]) em.createNativeQuery("""
                            select count(*), count(c.region_code) from region_ancestor a
                            left join closed_month c on c.region_code = a.region_code and c.period = ?2
                            where a.ancestor_code = ?1 and a.depth = 1 and a.from_month <= ?2 and ?2 < a.to_month""")
                    .setParameter(1, region)
                    .setParameter(2, period)
                    .getSingleResult();
            children.put(period, new int[] {((Number) counts[0]).intValue(), ((Number) counts[1]).intValue()});
        }
        return children;
    }

    /** @param number which closing is shown; {@code null} for the last one */
    MonthOfRegionView month(About region, YearMonth period, Integer number) {
        List<Closing> all = new ArrayList<>(closings.of(region.regionCode(), period.toString(), period.toString()));
        Collections.reverse(all);
        Closing shown = all.isEmpty() ? null : find(all, number);
        FrozenFigures figures = shown == null ? null : closings.figures(shown);
        Layers frozen = shown == null ? null : layers(region, shown, figures);
        Layers now = now(region, period);
        return new MonthOfRegionView(
                region.regionCode(),
                region.name(),
                region.tier(),
                period,
                calendar.month(region.regionCode(), period),
                all.stream().map(ClosingView::of).toList(),
                ClosingView.of(shown),
                reports(region.regionCode(), period.toString()),
                withClosings(freezing.children(region.regionCode(), period.toString()), period),
                withClosings(closings.reopenedBelow(region.regionCode(), period.toString()), period),
                frozen,
                now,
                frozen == null
                        ? null
                        : Change.between(
                                frozen.live(),
                                now.live(),
                                now.live().units().reported()
                                        - frozen.live().units().reported()),
                frozen == null
                        ? null
                        : Change.between(
                                frozen.reviewed(),
                                now.reviewed(),
                                now.live().units().reviewed()
                                        - frozen.live().units().reviewed()),
                shown == null ? 0 : differences.count(shown));
    }

    /** The closing asked for; the last one unless a number is given. */
    Closing require(About region, YearMonth period, Integer number) {
        List<Closing> all = new ArrayList<>(closings.of(region.regionCode(), period.toString(), period.toString()));
        if (all.isEmpty())
            throw ClosingProblem.NOT_CLOSED.because("%s 的 %s 从未关账", "%s has never closed %s", region.name(), period);
        Collections.reverse(all);
        return find(all, number);
    }

    private static Closing find(List<Closing> newestFirst, Integer number) {
        if (number == null) return newestFirst.get(0);
        return newestFirst.stream()
                .filter(c -> c.number() == number)
                .findFirst()
                .orElseThrow(() -> CommonProblem.NOT_FOUND.because("没有第 %s 次关账", "there is no closing %s", number));
    }

    private Layers layers(About region, Closing closing, FrozenFigures figures) {
        String period = closing.period().toString();
        String set = closing.coefficientSet();
        Coverage all = figures.coverage();
        return new Layers(
                rollups.ofSums(
                        region,
                        period,
                        null,
                        LIVE,
                        figures.all(ClosingState.Figures::live),
                        all,
                        closing.closedAt(),
                        set),
                rollups.ofSums(
                        region,
                        period,
                        null,
                        REVIEWED,
                        figures.all(ClosingState.Figures::reviewed),
                        all,
                        closing.closedAt(),
                        set),
                types(region, closing, figures, LIVE),
                types(region, closing, figures, REVIEWED));
    }

    private List<Rollup> types(About region, Closing closing, FrozenFigures figures, String layer) {
        return figures.types().stream()
                .map(t -> rollups.ofSums(
                        region,
                        closing.period().toString(),
                        t.type(),
                        layer,
                        LIVE.equals(layer) ? t.live() : t.reviewed(),
                        new Coverage(
                                t.expected(), t.live().reports(), t.reviewed().reports()),
                        closing.closedAt(),
                        closing.coefficientSet()))
                .toList();
    }

    private Layers now(About region, YearMonth period) {
        return new Layers(
                rollups.now(region, period, LIVE, null),
                rollups.now(region, period, REVIEWED, null),
                rollups.typesNow(region, period, LIVE, null),
                rollups.typesNow(region, period, REVIEWED, null));
    }

    private Reports reports(String region, String period) {
        long expected = freezing.expected(region, period).values().stream()
                .mapToLong(Long::longValue)
                .sum();
        Object[] r = (Object[]) em.createNativeQuery("""
                        select count(*), count(*) filter (where r.status = 'RETURNED'), count(*) filter (where r.status = 'SUBMITTED'),
                               count(*) filter (where r.status = 'ACCEPTED')
                        from report r join region_ancestor a on a.region_code = r.counts_in_region
                            and a.from_month <= r.period and r.period < a.to_month
                        where a.ancestor_code = ?1 and r.period = ?2 and r.status <> 'WITHDRAWN'""")
                .setParameter(1, region)
                .setParameter(2, period)
                .getSingleResult();
        return new Reports(
                expected,
                Math.max(0, expected - ((Number) r[0]).longValue()),
                ((Number) r[1]).longValue(),
                ((Number) r[2]).longValue(),
                ((Number) r[3]).longValue());
    }

    private List<MonthOfRegionView.Child> withClosings(List<Closing.Child> regions, YearMonth period) {
        Map<String, Closing> last =
                closings.lastOf(regions.stream().map(Closing.Child::regionCode).toList(), period.toString());
        return regions.stream()
                .map(c -> new MonthOfRegionView.Child(
                        c.regionCode(), c.name(), c.tier(), ClosingView.of(last.get(c.regionCode()))))
                .toList();
    }
}
