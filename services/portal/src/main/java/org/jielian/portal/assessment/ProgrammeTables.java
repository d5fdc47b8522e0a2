package org.jielian.portal.assessment;

import java.math.BigDecimal;
import java.util.List;
import org.jielian.contracts.Tier;
import org.jielian.portal.clients.Region;
import org.jielian.portal.frame.Addresses;
import org.jielian.portal.i18n.Words;
import org.jielian.portal.tables.Cell;
import org.jielian.portal.tables.Table;

/** The tables of the programme's progress. */
final class ProgrammeTables {
    private final Words words;

    ProgrammeTables(Words words) {
        this.words = words;
    }

    String name(Region region, Told.Share part) {
        return part.node().equals(region.code()) ? words.get("ownUnits") : part.name();
    }

    Table parts(Region region, Told.Progress told, String xlsx) {
        Table.Maker table = Table.called("programme", words.get("programmeParts"))
                .text("region", words.get("region"))
                .number("eligible", words.get("eligibleAgencies"))
                .number("titled", words.get("titledAgencies"))
                .number("share", words.get("titledShare"))
                .number("target", words.get("programmeTarget"))
                .number("wanted", words.get("programmeWanted"))
                .number("lacking", words.get("programmeLacking"))
                .number("expected", words.get("programmeExpected"))
                .number("behind", words.get("programmeBehind"))
                .text("binding", words.get("programmeBinding"))
                .whenEmpty(words.get("noParts"))
                .xlsx(xlsx);
        table.total(cells(told.whole(), Cell.text(region.name())), "own");
        told.parts()
                .forEach(p -> table.row(cells(
                        p,
                        p.node().equals(region.code())
                                ? Cell.link(
                                        words.get("ownUnits"),
                                        Addresses.region(region.tier(), region.code()) + "/titles")
                                : Cell.link(
                                        p.name(),
                                        Addresses.region(Tier.valueOf(p.tier()), p.node()) + "/programme?year="
                                                + told.year()))));
        return table.make();
    }

    private List<Cell> cells(Told.Share p, Cell name) {
        return List.of(
                name,
                Cell.count(p.eligible()),
                Cell.count(p.titled()),
                Cell.number(p.share(), 2),
                AssessmentTables.decimals(p.target()),
                count(p.wanted()),
                count(p.lacking()),
                count(p.expected()),
                p.behind() == null
                        ? count(null)
                        : Cell.graded(
                                String.valueOf(p.behind()),
                                BigDecimal.valueOf(p.behind()),
                                p.behind() > 0 ? "worse" : null),
                Cell.text(p.target() == null ? null : words.get(p.binding() ? "isSo" : "isNotSo")));
    }

    private static Cell count(Long many) {
        return many == null ? Cell.number(null, 0) : Cell.count(many);
    }

    Table months(Told.Progress told) {
        Table.Maker table = Table.called("months", words.get("programmeMonths"))
                .text("month", words.get("month"))
                .number("titled", words.get("titledAgencies"))
                .number("expected", words.get("programmeExpected"));
        told.months()
                .forEach(m -> table.row(
                        List.of(Cell.text(m.month().toString()), count(m.titled()), Cell.number(m.expected(), 2))));
        return table.make();
    }

    Table tiers(Told.Progress told) {
        Table.Maker table = Table.called("tiers", words.get("programmeTiers"))
                .text("tier", words.get("programmeTier"))
                .number("eligible", words.get("eligibleAgencies"))
                .number("titled", words.get("titledAgencies"))
                .number("share", words.get("titledShare"))
                .whenEmpty(words.get("noParts"));
        told.tiers()
                .forEach(t -> table.row(List.of(
                        Cell.text(words.get("directOf" + t.tier())),
                        Cell.count(t.eligible()),
                        Cell.count(t.titled()),
                        Cell.number(t.share(), 2))));
        return table.make();
    }

    Table history(Region region, Told.Progress told, List<Told.Allotment> changes) {
        Table.Maker table = Table.called("allotments", words.get("programmeHistory"))
                .text("at", words.get("when"))
                .text("node", words.get("region"))
                .number("share", words.get("programmeTarget"))
                .text("binding", words.get("programmeBinding"))
                .text("reason", words.get("reason"))
                .text("by", words.get("who"))
                .whenEmpty(words.get("noAllotments"));
        for (Told.Allotment a : changes) {
            String name = told.parts().stream()
                    .filter(p -> p.node().equals(a.node()))
                    .map(p -> name(region, p))
                    .findFirst()
                    .orElse(a.node());
            table.row(List.of(
                    Cell.text(words.time(a.at())),
                    Cell.text(name),
                    AssessmentTables.decimals(a.share()),
                    Cell.text(words.get(a.binding() ? "isSo" : "isNotSo")),
                    Cell.text(a.reason()),
                    Cell.text(a.by())));
        }
        return table.make();
    }
}
