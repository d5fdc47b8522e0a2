package org.jielian.portal.figures;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jielian.portal.clients.Carrier;
import org.jielian.portal.clients.Rollup;
import org.jielian.portal.figures.Chart.Series;
import org.jielian.portal.i18n.Words;

/** Turns figures into charts. */
final class Charts {
    private static final int MOST_BARS = 30;
    private static final int MOST_SLICES = 7;

    /** A slice before it is known whether it is large enough to be shown. */
    record Slice(String name, BigDecimal value) {}

    /** Twelve months, and those of the year before if there are any. */
    static Chart trend(List<Rollup> months, int year, Measure measure, Words words) {
        Map<String, Rollup> byMonth =
                months.stream().collect(Collectors.toMap(Rollup::period, Function.identity(), (a, b) -> b));
        List<String> names = IntStream.rangeClosed(1, 12)
                .mapToObj(m -> words.get("monthOfYear" + m))
                .toList();
        List<Series> series = new ArrayList<>();
        for (int y : new int[] {year - 1, year}) {
            List<BigDecimal> values = IntStream.rangeClosed(1, 12)
                    .mapToObj(m -> measure.in(byMonth.get(YearMonth.of(y, m).toString())))
                    .collect(Collectors.toCollection(ArrayList::new));
            if (y == year || values.stream().anyMatch(v -> v != null))
                series.add(new Series(String.valueOf(y), values));
        }
        return new Chart("trend", measure.unit(words), names, series);
    }

    /** The regions below, the largest first. */
    static Chart ranking(List<Rollup> children, Measure measure, Words words) {
        List<Rollup> ranked = children.stream()
                .filter(r -> measure.in(r) != null)
                .sorted(Comparator.comparing((Rollup r) -> measure.in(r)).reversed())
                .limit(MOST_BARS)
                .toList();
        return new Chart(
                "ranking",
                measure.unit(words),
                ranked.stream().map(Rollup::name).toList(),
                List.of(new Series(
                        measure.label(words), ranked.stream().map(measure::in).toList())));
    }

    static Chart carriers(List<Carrier> carriers, Words words) {
        return share(
                carriers.stream()
                        .map(c -> new Slice(c.label(words.language()), tce(c.energyKgce())))
                        .toList(),
                words);
    }

    static Chart types(List<Rollup> types, Words words) {
        return share(
                types.stream()
                        .map(r -> new Slice(words.get("type" + r.type()), Measure.ENERGY.in(r)))
                        .toList(),
                words);
    }

    private static Chart share(List<Slice> slices, Words words) {
        List<Slice> sorted = slices.stream()
                .filter(s -> s.value() != null && s.value().signum() > 0)
                .sorted(Comparator.comparing(Slice::value).reversed())
                .collect(Collectors.toCollection(ArrayList::new));
        if (sorted.size() > MOST_SLICES) {
            List<Slice> rest = sorted.subList(MOST_SLICES - 1, sorted.size());
            BigDecimal others = rest.stream().map(Slice::value).reduce(BigDecimal.ZERO, BigDecimal::add);
            rest.clear();
            sorted.add(new Slice(words.get("others"), others));
        }
        return new Chart(
                "share",
                Measure.ENERGY.unit(words),
                sorted.stream().map(Slice::name).toList(),
                List.of(new Series(
                        Measure.ENERGY.label(words),
                        sorted.stream().map(Slice::value).toList())));
    }

    static BigDecimal tce(BigDecimal kgce) {
        return kgce == null ? null : kgce.movePointLeft(3).setScale(2, RoundingMode.HALF_UP);
    }

    /** The switch between what is ranked. */
    static List<Measure> rankable() {
        return Arrays.asList(Measure.PER_CAPITA, Measure.PER_AREA, Measure.WATER_PER_CAPITA, Measure.ENERGY);
    }

    private Charts() {}
}
