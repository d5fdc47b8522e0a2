package org.jielian.portal.figures;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jielian.contracts.Tier;
import org.jielian.portal.clients.Breakdown;
import org.jielian.portal.clients.Carrier;
import org.jielian.portal.clients.Region;
import org.jielian.portal.clients.Rollup;
import org.jielian.portal.frame.Addresses;
import org.jielian.portal.i18n.Numbers;
import org.jielian.portal.i18n.Words;
import org.jielian.portal.tables.Cell;
import org.jielian.portal.tables.Table;

/** The tables behind a region's figures, as they stand on its page and download. */
final class RegionTables {
    private final Region region;
    private final Filters filters;
    private final Words words;
    private final String address;

    RegionTables(Region region, Filters filters, Words words) {
        this.region = region;
        this.filters = filters;
        this.words = words;
        this.address = Addresses.region(region.tier(), region.code());
    }

    /** The regions below; above them the region itself and what hangs directly on it. */
    Table children(Breakdown now, Breakdown before, FilterParams params) {
        boolean counties = params.countiesOnly();
        boolean compared = before.children().stream().anyMatch(Rollup::hasReports);
        Table.Maker table = Table.called("children", words.get(counties ? "allCounties" : "below" + region.tier()))
                .text("name", words.get("region"))
                .number("coverage", words.get("coverage"));
        for (Measure measure : Measure.values()) {
            table.number(measure.code(), measure.label(words) + " " + measure.unit(words));
            if (measure == Measure.ENERGY && compared) table.number("change", words.get("againstYearBefore"));
        }
        Map<String, Rollup> earlier =
                before.children().stream().collect(Collectors.toMap(Rollup::regionCode, Function.identity()));
        table.total(cells(now.region(), before.region(), compared, words.get("total"), null), "total");
        if (now.own() != null && now.own().units().expected() > 0) {
            String units = address + "/units" + filters.query() + "&direct=true";
            table.total(
                    cells(
                            now.own(),
                            before.own(),
                            compared,
                            counties ? words.get("ownAbove") : words.get("own" + region.tier()),
                            counties ? null : units),
                    "own");
        }
        for (Rollup child : now.children()) {
            String href = Addresses.region(child.tier(), child.regionCode()) + filters.query();
            table.row(cells(child, earlier.get(child.regionCode()), compared, child.name(), href));
        }
        return table.sorted(params.sort(), address + filters.query() + params.view("sort"))
                .xlsx(address + "/children.xlsx" + filters.query() + params.view("rank"))
                .whenEmpty(words.get("noRegionsBelow"))
                .make();
    }

    private List<Cell> cells(Rollup r, Rollup before, boolean compared, String name, String href) {
        List<Cell> cells = new ArrayList<>();
        cells.add(Cell.text(name).to(href));
        cells.add(cover(r));
        for (Measure measure : Measure.values()) {
            cells.add(Cell.number(measure.in(r), measure.decimals()));
            if (measure == Measure.ENERGY && compared) cells.add(change(measure.raw(before), measure.raw(r)));
        }
        return cells;
    }

    private static Cell cover(Rollup r) {
        Cover cover = new Cover(r.units().reported(), r.units().expected());
        return Cell.bar(cover.text(), cover, cover.grade(), cover.reported(), cover.expected());
    }

    private static Cell change(BigDecimal before, BigDecimal now) {
        Change change = Change.between(before, now);
        return change == null ? Cell.number(null, 1) : Cell.graded(change.text(), change.percent(), change.grade());
    }

    /** Month by month, beside the year before. */
    Table trend(List<Rollup> months) {
        int year = filters.span().year();
        Map<String, Rollup> byMonth =
                months.stream().collect(Collectors.toMap(Rollup::period, Function.identity(), (a, b) -> b));
        String energy = Measure.ENERGY.label(words) + " " + Measure.ENERGY.unit(words);
        Table.Maker table = Table.called("trend-table", words.get("trend"))
                .text("month", words.get("month"))
                .number("energy", energy)
                .number("before", words.get("yearBefore") + " " + Measure.ENERGY.unit(words))
                .number("change", words.get("againstYearBefore"))
                .number("electricity", Measure.ELECTRICITY.label(words) + " " + Measure.ELECTRICITY.unit(words))
                .number("coverage", words.get("coverage"));
        for (int m = 1; m <= 12; m++) {
            Rollup now = byMonth.get(YearMonth.of(year, m).toString());
            Rollup before = byMonth.get(YearMonth.of(year - 1, m).toString());
            table.row(List.of(
                    Cell.text(words.month(YearMonth.of(year, m))),
                    Cell.number(Measure.ENERGY.in(now), 2),
                    Cell.number(Measure.ENERGY.in(before), 2),
                    change(Measure.ENERGY.raw(before), Measure.ENERGY.raw(now)),
                    Cell.number(Measure.ELECTRICITY.in(now), 2),
                    now == null ? Cell.text(null) : cover(now)));
        }
        return table.xlsx(address + "/trend.xlsx" + filters.query()).make();
    }

    Table carriers(List<Carrier> carriers) {
        Table.Maker table = Table.called("carriers-table", words.get("byCarrier"))
                .text("carrier", words.get("carrier"))
                .number("quantity", words.get("quantity"))
                .text("unit", words.get("unitOfMeasure"))
                .number("energy", Measure.ENERGY.unit(words))
                .number("co2", Measure.CO2.unit(words))
                .number("share", words.get("share"));
        for (Carrier c : carriers) {
            table.row(List.of(
                    Cell.text(c.label(words.language())),
                    Cell.number(c.quantity(), 2),
                    Cell.text(
                            c.unitOfMeasure() == null ? null : c.unitOfMeasure().replace("m3", "m³")),
                    Cell.number(Charts.tce(c.energyKgce()), 2),
                    Cell.number(Charts.tce(c.co2Kg()), 2),
                    percent(c.share())));
        }
        return table.xlsx(address + "/carriers.xlsx" + filters.query()).make();
    }

    Table types(List<Rollup> types) {
        Table.Maker table = Table.called("types-table", words.get("byType"))
                .text("type", words.get("institutionType"))
                .number("coverage", words.get("coverage"));
        for (Measure measure : Measure.values()) {
            table.number(measure.code(), measure.label(words) + " " + measure.unit(words));
        }
        for (Rollup r : types) table.row(cells(r, null, false, words.get("type" + r.type()), null));
        return table.xlsx(address + "/types.xlsx" + filters.query()).make();
    }

    private static Cell percent(BigDecimal share) {
        if (share == null) return Cell.number(null, 1);
        BigDecimal percent = share.movePointRight(2);
        return Cell.graded(Numbers.format(percent, 1) + "%", percent, null);
    }

    static boolean hasRegionsBelow(Region region) {
        return region.tier() != Tier.COUNTY;
    }
}
