package org.jielian.portal.closing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jielian.portal.clients.Closing;
import org.jielian.portal.clients.MonthStanding;
import org.jielian.portal.clients.Quantity;
import org.jielian.portal.clients.Region;
import org.jielian.portal.clients.Rollup;
import org.jielian.portal.figures.Cover;
import org.jielian.portal.frame.Addresses;
import org.jielian.portal.i18n.Numbers;
import org.jielian.portal.i18n.Words;
import org.jielian.portal.tables.Cell;
import org.jielian.portal.tables.Table;

/** The tables about the closing of a region's months. */
final class ClosingTables {
    private final Region region;
    private final String address;
    private final Words words;

    ClosingTables(Region region, Words words) {
        this.region = region;
        this.address = Addresses.region(region.tier(), region.code()) + "/closings";
        this.words = words;
    }

    /** The months of a year. */
    Table year(Closing.Year year) {
        Table.Maker table = Table.called("closings", words.get("closingsOf", String.valueOf(year.year())))
                .text("month", words.get("month"))
                .text("due", words.get("closeBy"))
                .text("state", words.get("state"))
                .text("closed", words.get("closedByWhom"))
                .text("reopened", words.get("reopened"))
                .number("children", words.get("childrenClosed"))
                .number("reopenedBelow", words.get("reopenedBelow"))
                .number("reported", words.get("coverage"))
                .number("accepted", words.get("acceptedReports"));
        for (Closing.Line line : year.months()) table.row(cells(line));
        return table.xlsx(address + ".xlsx?year=" + year.year()).make();
    }

    private List<Cell> cells(Closing.Line line) {
        MonthStanding standing = line.standing();
        Closing closing = line.closing();
        Rollup.Coverage now = line.now();
        Cover reported = new Cover(now.reported(), now.expected());
        Cover accepted = new Cover(now.reviewed(), now.expected());
        return List.of(
                Cell.link(words.month(line.period()), address + "/" + line.period()),
                Cell.text(standing.due() == null ? null : standing.due().toString()),
                state(standing),
                Cell.text(closing != null && closing.holds() ? closed(closing) : null),
                Cell.graded(reopened(closing), reopened(closing), "wrap"),
                line.children() == 0
                        ? Cell.number(null, 0)
                        : Cell.graded(
                                line.childrenClosed() + "/" + line.children(),
                                BigDecimal.valueOf(line.childrenClosed()),
                                line.childrenClosed() == line.children() ? "good" : "fair"),
                line.reopenedBelow() == 0
                        ? Cell.number(null, 0)
                        : Cell.graded(
                                String.valueOf(line.reopenedBelow()), BigDecimal.valueOf(line.reopenedBelow()), "poor"),
                Cell.bar(reported.text(), reported, reported.grade(), reported.reported(), reported.expected()),
                Cell.bar(accepted.text(), accepted, accepted.grade(), accepted.reported(), accepted.expected()));
    }

    Cell state(MonthStanding standing) {
        String text = words.get("closing" + standing.state());
        return Cell.graded(text, text, standing.grade());
    }

    String closed(Closing closing) {
        return words.get("byAt", closing.closedBy(), words.time(closing.closedAt()));
    }

    /** Who took the last closing back, when and why; a dash while none was. */
    private String reopened(Closing closing) {
        if (closing == null || closing.holds()) return Numbers.MISSING;
        return words.get("byAt", closing.reopenedBy(), words.time(closing.reopenedAt())) + " "
                + closing.reopeningReason();
    }

    /** The regions directly below and whether they have closed the month. */
    Table children(Closing.Month month) {
        String caption = words.get("childrenOf", words.month(month.period()));
        return regions("closing-children", caption, month, month.children())
                .xlsx(of(month, "children"))
                .whenEmpty(words.get("noRegionsBelow"))
                .make();
    }

    /** The regions at any depth below that have reopened the month, and why. */
    Table reopenedBelow(Closing.Month month) {
        String caption = words.get("reopenedBelowOf", words.month(month.period()));
        return regions("reopened-below", caption, month, month.reopenedBelow())
                .xlsx(of(month, "reopened"))
                .make();
    }

    private Table.Maker regions(String id, String caption, Closing.Month month, List<Closing.Child> regions) {
        Table.Maker table = Table.called(id, caption)
                .text("region", words.get("region"))
                .text("state", words.get("state"))
                .text("closed", words.get("closedByWhom"))
                .text("reopened", words.get("reopened"));
        for (Closing.Child child : regions) {
            Closing closing = child.closing();
            String state = words.get(child.isClosed() ? "closingCLOSED" : closing == null ? "notClosed" : "reopened");
            String below = Addresses.region(child.tier(), child.regionCode()) + "/closings/" + month.period();
            table.row(List.of(
                    Cell.link(child.name(), below),
                    Cell.graded(state, state, child.isClosed() ? "good" : "fair"),
                    Cell.text(closing == null ? null : closed(closing)),
                    Cell.graded(reopened(closing), reopened(closing), "wrap")));
        }
        return table;
    }

    /** What was frozen beside what is now, in both layers; before the first closing only what is now. */
    Table comparison(Closing.Month month, List<Quantity> quantities) {
        boolean frozen = month.frozen() != null;
        Table.Maker table = Table.called("comparison", words.get("frozenAndNow", words.month(month.period())))
                .text("figure", words.get("figure"));
        if (frozen) {
            table.number("liveFrozen", words.get("liveFrozen"))
                    .number("liveNow", words.get("liveNow"))
                    .number("liveChange", words.get("difference"))
                    .number("reviewedFrozen", words.get("reviewedFrozen"))
                    .number("reviewedNow", words.get("reviewedNow"))
                    .number("reviewedChange", words.get("difference"));
        } else {
            table.number("liveNow", words.get("liveNow")).number("reviewedNow", words.get("reviewedNow"));
        }
        row(
                table,
                month,
                words.get("reportsCounted"),
                0,
                r -> BigDecimal.valueOf(r.units().reported()),
                r -> BigDecimal.valueOf(r.units().reviewed()),
                c -> BigDecimal.valueOf(c.reported()));
        for (Quantity q : quantities) {
            row(
                    table,
                    month,
                    q.label(words.language()) + " " + q.unit(),
                    2,
                    r -> r.quantities().get(q.code()),
                    c -> c.quantities().get(q.code()));
        }
        row(table, month, words.get("headcount"), 0, Rollup::headcount, Closing.Change::headcount);
        row(table, month, words.get("floorArea") + " m²", 2, Rollup::floorArea, Closing.Change::floorArea);
        row(table, month, words.get("measureENERGY") + " kgce", 2, Rollup::energyKgce, Closing.Change::energyKgce);
        row(table, month, words.get("measureCO2") + " kg", 2, Rollup::co2Kg, Closing.Change::co2Kg);
        return table.xlsx(of(month, "comparison")).make();
    }

    private static void row(
            Table.Maker table,
            Closing.Month month,
            String label,
            int decimals,
            Function<Rollup, BigDecimal> figure,
            Function<Closing.Change, BigDecimal> change) {
        row(table, month, label, decimals, figure, figure, change);
    }

    private static void row(
            Table.Maker table,
            Closing.Month month,
            String label,
            int decimals,
            Function<Rollup, BigDecimal> live,
            Function<Rollup, BigDecimal> reviewed,
            Function<Closing.Change, BigDecimal> change) {
        List<Cell> cells = new ArrayList<>(List.of(Cell.text(label)));
        boolean frozen = month.frozen() != null;
        if (frozen) cells.add(Cell.number(live.apply(month.frozen().live()), decimals));
        cells.add(Cell.number(live.apply(month.now().live()), decimals));
        if (frozen) cells.add(change(change.apply(month.live()), decimals));
        if (frozen) cells.add(Cell.number(reviewed.apply(month.frozen().reviewed()), decimals));
        cells.add(Cell.number(reviewed.apply(month.now().reviewed()), decimals));
        if (frozen) cells.add(change(change.apply(month.reviewed()), decimals));
        table.row(cells);
    }

    private static Cell change(BigDecimal change, int decimals) {
        if (change == null) return Cell.number(null, decimals);
        String sign = change.signum() > 0 ? "+" : "";
        return Cell.graded(sign + Numbers.format(change, decimals), change, change.signum() == 0 ? "same" : "fair");
    }

    /** By institution type: what was frozen beside what is now. */
    Table types(Closing.Month month) {
        Table.Maker table = Table.called("closing-types", words.get("byType"))
                .text("type", words.get("institutionType"))
                .number("expected", words.get("unitsExpected"))
                .number("reportedFrozen", words.get("reportedFrozen"))
                .number("reportedNow", words.get("reportedNow"))
                .number("energyFrozen", words.get("energyFrozen"))
                .number("energyNow", words.get("energyNow"));
        Map<Object, Rollup> now =
                month.now().liveTypes().stream().collect(Collectors.toMap(Rollup::type, Function.identity()));
        for (Rollup then : month.frozen().liveTypes()) {
            Rollup here = now.get(then.type());
            table.row(List.of(
                    Cell.text(words.get("type" + then.type())),
                    Cell.count(then.units().expected()),
                    Cell.count(then.units().reported()),
                    here == null
                            ? Cell.number(null, 0)
                            : Cell.count(here.units().reported()),
                    Cell.number(then.energyKgce(), 2),
                    Cell.number(here == null ? null : here.energyKgce(), 2)));
        }
        return table.xlsx(of(month, "types")).make();
    }

    /** Report by report, what has changed since the closing. */
    Table differences(Closing.Month month, List<Closing.Difference> found, List<Quantity> quantities, String next) {
        Table.Maker table = Table.called("differences", words.get("differencesOf", words.month(month.period())))
                .text("unit", words.get("unitName"))
                .text("kind", words.get("whatHappened"))
                .text("changes", words.get("changes"))
                .text("who", words.get("who"))
                .text("at", words.get("when"))
                .text("reason", words.get("reason"));
        for (Closing.Difference d : found) {
            String changes = changes(d, quantities);
            String name = d.name() == null ? d.unitCode() : d.name();
            Closing.Revision by = d.change();
            // a unit that has gone elsewhere is not shown by name, and its page would be refused
            Cell unit = d.name() == null
                    ? Cell.text(name)
                    : Cell.link(name, Addresses.unit(d.unitCode()) + "?month=" + month.period());
            table.row(List.of(
                    unit,
                    Cell.text(words.get("difference" + d.kind())),
                    Cell.graded(changes, changes, "wrap"),
                    Cell.text(by == null ? null : by.who()),
                    Cell.text(by == null ? null : words.time(by.at())),
                    Cell.graded(
                            by == null || by.reason() == null ? Numbers.MISSING : by.reason(),
                            by == null ? null : by.reason(),
                            "wrap")));
        }
        return table.xlsx(of(month, "differences"))
                .next(next)
                .whenEmpty(words.get("noDifferences"))
                .make();
    }

    private String changes(Closing.Difference d, List<Quantity> quantities) {
        List<String> changes = new ArrayList<>();
        for (Quantity q : quantities) {
            change(
                    q.label(words.language()) + " " + q.unit(),
                    d,
                    c -> c.quantities().get(q.code()),
                    changes);
        }
        change(words.get("headcount"), d, Closing.Content::headcount, changes);
        change(words.get("floorArea") + " m²", d, Closing.Content::floorArea, changes);
        text(d, c -> words.get("report" + c.status()), changes);
        text(d, Closing.Content::countsInRegion, changes);
        text(d, c -> words.get("type" + c.countsInType()), changes);
        return changes.isEmpty() ? Numbers.MISSING : String.join("；", changes);
    }

    private static void change(
            String label, Closing.Difference d, Function<Closing.Content, BigDecimal> figure, List<String> into) {
        BigDecimal before = d.before() == null ? null : figure.apply(d.before());
        BigDecimal now = d.now() == null ? null : figure.apply(d.now());
        boolean same = before == null ? now == null : now != null && before.compareTo(now) == 0;
        if (!same) into.add(label + " " + Numbers.exact(before) + " → " + Numbers.exact(now));
    }

    private static void text(Closing.Difference d, Function<Closing.Content, String> of, List<String> into) {
        if (d.before() == null || d.now() == null) return;
        Set<String> both = new LinkedHashSet<>(List.of(of.apply(d.before()), of.apply(d.now())));
        if (both.size() == 2) into.add(String.join(" → ", both));
    }

    /** All closings the month ever had, the last first. */
    Table history(Closing.Month month) {
        Table.Maker table = Table.called("closing-history", words.get("closingHistory"))
                .number("number", words.get("closingNumber"))
                .text("closed", words.get("closedByWhom"))
                .text("note", words.get("note"))
                .text("open", words.get("openThen"))
                .text("reopened", words.get("reopened"))
                .text("digest", words.get("digest"));
        for (Closing closing : month.closings()) {
            String open = closing.openChildren().isEmpty()
                    ? Numbers.MISSING
                    : closing.openChildren().stream().map(Closing.Child::name).collect(Collectors.joining("、"));
            table.row(List.of(
                    Cell.count(closing.number()).to(address + "/" + month.period() + "?number=" + closing.number()),
                    Cell.text(closed(closing)),
                    Cell.graded(closing.note() == null ? Numbers.MISSING : closing.note(), closing.note(), "wrap"),
                    Cell.graded(open, open, "wrap"),
                    Cell.graded(reopened(closing), reopened(closing), "wrap"),
                    Cell.text(closing.digest())));
        }
        return table.xlsx(of(month, "history")).make();
    }

    /** The dates of a year's months by level. */
    Table dates(Closing.Calendar calendar) {
        Table.Maker table = Table.called("dates", words.get("datesOf", String.valueOf(calendar.year())))
                .text("month", words.get("month"));
        for (String level : CalendarForm.LEVELS) table.text(level, words.get("due" + level));
        table.text("state", words.get("state"));
        for (Closing.Dues dues : calendar.months()) {
            List<Cell> cells = new ArrayList<>();
            cells.add(Cell.link(words.month(dues.period()), address + "/" + dues.period()));
            for (String level : CalendarForm.LEVELS) cells.add(date(dues.due().get(level)));
            cells.add(state(dues.standing()));
            table.row(cells);
        }
        return table.xlsx(Addresses.region(region.tier(), region.code()) + "/calendar.xlsx?year=" + calendar.year())
                .make();
    }

    /** A day that was moved to a working day is marked with the one it stood for. */
    private Cell date(Closing.Due due) {
        boolean moved = !due.nominal().equals(due.date());
        String text = moved
                ? words.get("movedFrom", due.date(), due.nominal().getDayOfMonth())
                : due.date().toString();
        return Cell.graded(text, due.date().toString(), moved ? "fair" : null);
    }

    private String of(Closing.Month month, String what) {
        String number = month.shown() == null ? "" : "?number=" + month.shown().number();
        return address + "/" + month.period() + "/" + what + ".xlsx" + number;
    }
}
