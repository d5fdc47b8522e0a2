package org.jielian.portal.standards;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jielian.contracts.Tier;
import org.jielian.portal.frame.Addresses;
import org.jielian.portal.i18n.Numbers;
import org.jielian.portal.i18n.Words;
import org.jielian.portal.tables.Cell;
import org.jielian.portal.tables.Table;

/** The tables of how units stand by a standard, and of what a draft would change in that. */
final class ResultTables {
    private static final int DECIMALS = 2;

    private final Words words;

    ResultTables(Words words) {
        this.words = words;
    }

    /** The whole first, then the regions below it; each leads to its own changes. */
    Table affected(List<Told.Affected> lines, String address) {
        Table.Maker table = Table.called("affected", words.get("trialSummary"))
                .text("region", words.get("region"))
                .number("units", words.get("trialUnits"))
                .number("newlyAbove", words.get("bandEffectNEWLY_ABOVE"))
                .number("newlyWithin", words.get("bandEffectNEWLY_WITHIN"))
                .number("worse", words.get("trialWorse"))
                .number("better", words.get("trialBetter"))
                .whenEmpty(words.get("trialNoUnit"));
        for (Told.Affected line : lines) {
            table.row(List.of(
                    Cell.link(line.name(), address + "&region=" + line.regionCode()),
                    Cell.count(line.units()),
                    Cell.count(line.newlyAbove()),
                    Cell.count(line.newlyWithin()),
                    Cell.count(line.worse()),
                    Cell.count(line.better())));
        }
        return table.make();
    }

    /** Unit by unit and figure by figure. */
    Table bandChanges(List<Told.BandChange> changes, String xlsx, String next) {
        Table.Maker table = Table.called("band-changes", words.get("trialChanges"))
                .text("unit", words.get("unitName"))
                .text("indicator", words.get("indicator"))
                .number("value", words.get("value"))
                .text("unitOfMeasure", words.get("unitOfMeasure"))
                .text("from", words.get("bandNow"))
                .text("to", words.get("bandThen"))
                .number("boundBefore", words.get("boundNow"))
                .number("boundAfter", words.get("boundThen"))
                .text("effect", words.get("effect"))
                .whenEmpty(words.get("trialNoChange"))
                .xlsx(xlsx)
                .next(next);
        for (Told.BandChange change : changes) {
            table.row(List.of(
                    Cell.link(change.name(), Addresses.unit(change.unitCode()) + "/standard"),
                    Cell.text(words.get("indicator" + change.indicator())),
                    Cell.number(change.value(), DECIMALS),
                    Cell.text(words.unitOfMeasure(change.unit())),
                    band(change.from()),
                    band(change.to()),
                    Cell.number(change.boundBefore(), DECIMALS),
                    Cell.number(change.boundAfter(), DECIMALS),
                    Cell.text(words.get("bandEffect" + change.effect()))));
        }
        return table.make();
    }

    /** Units that keep to a limit now and would not by the release that arrived. */
    Table newlyAbove(List<Told.BandChange> changes) {
        Table.Maker table = Table.called("newly-above", words.get("whoWillFail"))
                .text("unit", words.get("unitName"))
                .text("indicator", words.get("indicator"))
                .number("value", words.get("value"))
                .number("boundBefore", words.get("boundNow"))
                .number("boundAfter", words.get("boundThen"))
                .text("unitOfMeasure", words.get("unitOfMeasure"))
                .whenEmpty(words.get("nobodyNewlyFails"));
        for (Told.BandChange change : changes) {
            table.row(List.of(
                    Cell.link(change.name(), Addresses.unit(change.unitCode()) + "/standard"),
                    Cell.text(words.get("indicator" + change.indicator())),
                    Cell.number(change.value(), DECIMALS),
                    Cell.number(change.boundBefore(), DECIMALS),
                    Cell.number(change.boundAfter(), DECIMALS),
                    Cell.text(words.unitOfMeasure(change.unit()))));
        }
        return table.make();
    }

    /** How a unit stands: each figure beside its limits, and what is missing to the next better band. */
    Table figures(List<Told.Figure> figures, boolean english) {
        Table.Maker table = Table.called("result", words.get("whereIStand"))
                .text("indicator", words.get("indicator"))
                .number("value", words.get("value"))
                .text("unitOfMeasure", words.get("unitOfMeasure"))
                .text("band", words.get("band"))
                .text("bounds", words.get("bounds"))
                .text("next", words.get("toNextBand"))
                .whenEmpty(words.get("noData"));
        for (Told.Figure figure : figures) {
            String missing = said(figure.missing(), english);
            table.row(List.of(
                    Cell.text(words.get("indicator" + figure.indicator())),
                    Cell.number(figure.value(), DECIMALS),
                    Cell.text(words.unitOfMeasure(figure.unit())),
                    missing == null ? band(figure.band()) : Cell.text(missing),
                    Cell.text(bounds(figure.bounds())),
                    Cell.text(next(figure.next()))));
        }
        return table.make();
    }

    /** Regions beside each other by one indicator; one with too few reports has no rank and says why. */
    Table regions(List<Told.ChildResult> children, String indicator, String there, String xlsx, boolean english) {
        Table.Maker table = Table.called("results-below", words.get("resultsBelow"))
                .text("region", words.get("region"))
                .number("coverage", words.get("coverage"))
                .number("value", words.get("indicator" + indicator))
                .text("rank", words.get("rank"))
                .number("above", words.get("bandABOVE_" + (indicator.startsWith("W_") ? "GENERAL" : "CONSTRAINT")))
                .xlsx(xlsx);
        for (Told.ChildResult child : children) {
            Told.Coverage c = child.coverage();
            Integer rank = child.ranks() == null ? null : child.ranks().get(indicator);
            table.row(List.of(
                    Cell.link(child.name(), Addresses.region(Tier.valueOf(child.tier()), child.regionCode()) + there),
                    Cell.bar(c.reported() + "/" + c.expected(), c.percent(), null, c.reported(), c.expected()),
                    Cell.number(child.values().get(indicator), DECIMALS),
                    Cell.text(rank != null ? String.valueOf(rank) : said(child.unranked(), english)),
                    Cell.count(above(child.bands(), indicator))));
        }
        return table.make();
    }

    private static long above(List<Told.Bands> bands, String indicator) {
        return bands.stream()
                .filter(b -> b.indicator().equals(indicator))
                .flatMap(b -> b.counts().entrySet().stream())
                .filter(e -> e.getKey().startsWith("ABOVE"))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    /** Units by one indicator. */
    Table units(List<Told.UnitResult> units, boolean english, String xlsx, String next) {
        Table.Maker table = Table.called("results-units", words.get("resultsOfUnits"))
                .text("unit", words.get("unitName"))
                .number("value", words.get("value"))
                .text("unitOfMeasure", words.get("unitOfMeasure"))
                .text("band", words.get("band"))
                .text("bounds", words.get("bounds"))
                .number("months", words.get("months"))
                .text("release", words.get("release"))
                .whenEmpty(words.get("noResultYet"))
                .xlsx(xlsx)
                .next(next);
        for (Told.UnitResult unit : units) {
            table.row(List.of(
                    Cell.link(unit.name(), Addresses.unit(unit.unitCode()) + "/standard"),
                    Cell.number(unit.value(), DECIMALS),
                    Cell.text(words.unitOfMeasure(unit.unit())),
                    unit.missing() == null ? band(unit.band()) : Cell.text(said(unit.missing(), english)),
                    Cell.text(bounds(unit.bounds())),
                    Cell.bar(
                            unit.monthsReported() + "/" + unit.monthsExpected(),
                            unit.monthsReported(),
                            null,
                            unit.monthsReported(),
                            unit.monthsExpected()),
                    Cell.text(unit.release())));
        }
        return table.make();
    }

    private static String said(Told.Reason reason, boolean english) {
        if (reason == null) return null;
        return english ? reason.en() : reason.zh();
    }

    /** The figures that have limits, each as a mark between them. */
    List<Gauge> gauges(List<Told.Figure> figures) {
        return figures.stream()
                .filter(f ->
                        f.value() != null && f.bounds() != null && !f.bounds().isEmpty())
                .map(f -> Gauge.of(
                        words.get("indicator" + f.indicator()),
                        Numbers.format(f.value(), DECIMALS) + " " + words.unitOfMeasure(f.unit()),
                        f.band() == null ? null : words.get("band" + f.band()),
                        f.band() != null && f.band().startsWith("ABOVE"),
                        bounds(f.bounds()),
                        next(f.next()),
                        List.copyOf(f.bounds().values()),
                        f.value()))
                .toList();
    }

    private Cell band(String band) {
        if (band == null) return Cell.text(null);
        return Cell.graded(words.get("band" + band), band, band.startsWith("ABOVE") ? "poor" : null);
    }

    String bounds(Map<String, BigDecimal> bounds) {
        if (bounds == null || bounds.isEmpty()) return null;
        return bounds.entrySet().stream()
                .sorted(Map.Entry.<String, BigDecimal>comparingByValue().reversed())
                .map(b -> words.get("bound" + b.getKey()) + " " + b.getValue().toPlainString())
                .reduce((a, b) -> a + " · " + b)
                .orElse(null);
    }

    String next(Told.NextBand next) {
        if (next == null) return null;
        return words.get("lessForBand", Numbers.format(next.less(), DECIMALS), words.get("band" + next.band()));
    }
}
