package org.jielian.portal.monthly;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jielian.portal.clients.Breakdown;
import org.jielian.portal.clients.Carrier;
import org.jielian.portal.clients.Closing;
import org.jielian.portal.clients.Region;
import org.jielian.portal.clients.Rollup;
import org.jielian.portal.figures.Change;
import org.jielian.portal.figures.Cover;
import org.jielian.portal.figures.Measure;
import org.jielian.portal.i18n.Language;
import org.jielian.portal.i18n.Numbers;
import org.jielian.portal.i18n.Words;
import org.jielian.portal.papers.Paper;
import org.jielian.portal.tables.Cell;
import org.jielian.portal.tables.Table;

/**
 * 月报: what the institutions of a region used in a month and since January, beside the year before, as a paper to be sent on. It states
 * figures as they are when it is printed and says whether the month was closed.
 */
record MonthlyReport(
        Region region, YearMonth month, Figures figures, Closing.Month closing, Optional<String> standard) {
    private static final Words WORDS = Words.in(Language.ZH);

    /**
     * The figures printed.
     *
     * @param before of the same month a year ago
     * @param year from January on
     * @param yearBefore the same months a year ago
     */
    record Figures(
            Breakdown now,
            Breakdown before,
            Rollup year,
            Rollup yearBefore,
            List<Carrier> carriers,
            List<Rollup> types) {}

    Paper paper(LocalDate today, String by) {
        String label = WORDS.month(month);
        return Paper.of("monthly-report", region.name() + label + WORDS.get("monthlyReport"))
                .text("region", region.name())
                .text("month", label)
                .text("reporting", reporting())
                .text("use", use())
                .table("indicators", indicators())
                .table("carriers", carriers())
                .table("types", parts("types", figures.types(), Map.of(), r -> WORDS.get("type" + r.type())))
                .table("below", below())
                .text("day", today.format(DateTimeFormatter.ofPattern("yyyy年M月d日")))
                .text("by", by)
                .text("basis", basis())
                .make();
    }

    private String reporting() {
        Rollup.Coverage units = figures.now().region().units();
        Cover cover = new Cover(units.reported(), units.expected());
        String reports = WORDS.get(
                "monthlyReporting",
                Numbers.format(units.expected()),
                Numbers.format(units.reported()),
                cover.percent(),
                Numbers.format(units.reviewed()),
                Numbers.format(units.missing()));
        Closing shown = closing.shown();
        if (shown == null || !shown.holds()) return reports + WORDS.get("monthlyNotClosed");
        return reports
                + WORDS.get("monthlyClosed", WORDS.time(shown.closedAt()), Numbers.format(closing.differences()));
    }

    private String use() {
        Rollup now = figures.now().region();
        if (!now.hasReports()) return WORDS.get("monthlyNothing");
        Change change = Measure.ENERGY.change(figures.before().region(), now);
        return WORDS.get(
                "monthlyUse",
                Numbers.format(Measure.ENERGY.in(now), 2),
                change == null ? WORDS.get("monthlyNoComparison") : WORDS.get("monthlyChange", change.text()),
                Numbers.format(Measure.PER_CAPITA.in(now), 2),
                Numbers.format(Measure.PER_AREA.in(now), 2),
                Numbers.format(Measure.WATER_PER_CAPITA.in(now), 2),
                Numbers.format(Measure.CO2.in(now), 2));
    }

    /** Ratios are of the month, and of the months since January together; neither is blown up to a year. */
    private Table indicators() {
        Table.Maker table = Table.called("indicators", WORDS.get("measure"))
                .text("measure", WORDS.get("measure"))
                .text("unit", WORDS.get("unitOfMeasure"))
                .number("month", WORDS.get("monthlyThisMonth"))
                .number("change", WORDS.get("againstYearBefore"))
                .number("year", WORDS.get("monthlySinceJanuary"))
                .number("yearChange", WORDS.get("againstYearBefore"));
        for (Measure measure : Measure.values())
            table.row(List.of(
                    Cell.text(measure.label(WORDS)),
                    Cell.text(measure.unit(WORDS)),
                    Cell.number(measure.in(figures.now().region()), 2),
                    change(measure, figures.before().region(), figures.now().region()),
                    Cell.number(measure.in(figures.year()), 2),
                    change(measure, figures.yearBefore(), figures.year())));
        return table.make();
    }

    private Table carriers() {
        Table.Maker table = Table.called("carriers", WORDS.get("byCarrier"))
                .text("carrier", WORDS.get("carrier"))
                .number("quantity", WORDS.get("quantity"))
                .text("unit", WORDS.get("unitOfMeasure"))
                .number("energy", Measure.ENERGY.unit(WORDS))
                .number("share", WORDS.get("share"));
        for (Carrier carrier : figures.carriers())
            table.row(List.of(
                    Cell.text(carrier.label(Language.ZH)),
                    Cell.number(carrier.quantity(), 2),
                    Cell.text(
                            carrier.unitOfMeasure() == null
                                    ? null
                                    : carrier.unitOfMeasure().replace("m3", "m³")),
                    Cell.number(
                            carrier.energyKgce() == null
                                    ? null
                                    : carrier.energyKgce().movePointLeft(3),
                            2),
                    share(carrier.share())));
        return table.make();
    }

    private Table below() {
        Map<String, Rollup> earlier =
                figures.before().children().stream().collect(Collectors.toMap(Rollup::regionCode, Function.identity()));
        List<Rollup> lines = new ArrayList<>(figures.now().children());
        return parts("below", lines, earlier, Rollup::name);
    }

    private static Table parts(
            String id, List<Rollup> parts, Map<String, Rollup> earlier, Function<Rollup, String> name) {
        Table.Maker table = Table.called(id, id)
                .text("name", WORDS.get(id.equals("below") ? "region" : "institutionType"))
                .number("coverage", WORDS.get("coverage"))
                .number("energy", Measure.ENERGY.label(WORDS) + "（" + Measure.ENERGY.unit(WORDS) + "）");
        if (id.equals("below")) table.number("change", WORDS.get("againstYearBefore"));
        table.number("head", Measure.PER_CAPITA.label(WORDS) + "（" + Measure.PER_CAPITA.unit(WORDS) + "）")
                .number("area", Measure.PER_AREA.label(WORDS) + "（" + Measure.PER_AREA.unit(WORDS) + "）");
        for (Rollup part : parts) {
            List<Cell> cells = new ArrayList<>();
            cells.add(Cell.text(name.apply(part)));
            cells.add(Cell.graded(
                    new Cover(part.units().reported(), part.units().expected()).text(), BigDecimal.ZERO, null));
            cells.add(Cell.number(Measure.ENERGY.in(part), 2));
            if (id.equals("below")) cells.add(change(Measure.ENERGY, earlier.get(part.regionCode()), part));
            cells.add(Cell.number(Measure.PER_CAPITA.in(part), 2));
            cells.add(Cell.number(Measure.PER_AREA.in(part), 2));
            table.row(cells);
        }
        return table.make();
    }

    private String basis() {
        return WORDS.get("monthlyBasis", WORDS.get("setSTAT"), standard.orElse(WORDS.get("none")))
                + (closing.shown() == null || !closing.shown().holds()
                        ? ""
                        : WORDS.get("monthlyDigest", closing.shown().digest()));
    }

    private static Cell change(Measure measure, Rollup before, Rollup now) {
        Change change = measure.change(before, now);
        return change == null ? Cell.number(null, 1) : Cell.graded(change.text(), change.percent(), null);
    }

    private static Cell share(BigDecimal share) {
        if (share == null) return Cell.number(null, 1);
        BigDecimal percent = share.movePointRight(2);
        return Cell.graded(Numbers.format(percent, 1) + "%", percent, null);
    }
}
