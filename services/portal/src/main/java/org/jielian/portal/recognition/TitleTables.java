package org.jielian.portal.recognition;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jielian.portal.i18n.Words;
import org.jielian.portal.tables.Cell;
import org.jielian.portal.tables.Table;

/** The tables of recognition. */
final class TitleTables {
    static final List<String> STATES = List.of(
            "DRAFT",
            "SELF_EVALUATED",
            "SUBMITTED",
            "COUNTY_REVIEW",
            "CITY_REVIEW",
            "PROVINCE_REVIEW",
            "PUBLIC_NOTICE",
            "RECOGNISED",
            "UNDER_RECHECK",
            "CONFIRMED",
            "RECTIFYING",
            "REVOKED",
            "REJECTED",
            "LAPSED");

    private final Words words;

    TitleTables(Words words) {
        this.words = words;
    }

    /** Applications; each leads to its page below the address. */
    Table applications(List<Seen.Line> lines, Function<Seen.Line, String> home) {
        return applications(lines, home, null, null, null, null, null);
    }

    Table applications(
            List<Seen.Line> lines,
            Function<Seen.Line, String> home,
            String sort,
            String address,
            String xlsx,
            String first,
            String next) {
        Table.Maker table = Table.called("titles", words.get("titleApplications"))
                .text("code", words.get("unitWord"))
                .text("state", words.get("state"))
                .text("due", words.get("titleDue"))
                .number("score", words.get("titleScore"))
                .text("holder", words.get("titleHolder"))
                .text("year", words.get("yearEvaluated"))
                .text("number", words.get("certificateNumber"))
                .whenEmpty(words.get("noTitle"))
                .xlsx(xlsx)
                .first(first)
                .next(next);
        if (address != null) table.sortedThere(sort, address, List.of("code", "due", "score"));
        lines.forEach(l -> table.row(List.of(
                Cell.link(l.name(), home.apply(l) + "/" + l.id()),
                Cell.text(words.get("title" + l.state())),
                l.late()
                        ? Cell.graded(
                                l.due() + " " + words.get("overdue"), l.due().toString(), "worse")
                        : Cell.text(l.due() == null ? null : l.due().toString()),
                Cell.number(l.score(), 2),
                Cell.text(l.holderName()),
                Cell.text(String.valueOf(l.year())),
                Cell.text(l.number()))));
        return table.make();
    }

    /** Which agencies do not hold the title yet, and why. */
    Table lacking(List<Seen.Lacking> lines, String xlsx, String next, Function<Seen.Lacking, String> home) {
        Table.Maker table = Table.called("lacking", words.get("whyNotYet"))
                .text("unit", words.get("unitWord"))
                .text("state", words.get("state"))
                .number("score", words.get("scoreSoFar"))
                .text("failing", words.get("failingBinding"))
                .number("unscored", words.get("itemsUnscored"))
                .number("months", words.get("monthsMissingOfYear"))
                .whenEmpty(words.get("nobodyLacks"))
                .xlsx(xlsx)
                .next(next);
        lines.forEach(l -> table.row(List.of(
                Cell.link(l.name(), home.apply(l)),
                Cell.text(l.state() == null ? words.get("notBegun") : words.get("title" + l.state())),
                Cell.number(l.score(), 2),
                l.failing().isEmpty()
                        ? Cell.text(null)
                        : Cell.graded(String.join(", ", l.failing()), String.join(", ", l.failing()), "worse"),
                number(l.unscored() == null ? null : l.unscored().longValue()),
                number(l.monthsMissing()))));
        return table.make();
    }

    private static Cell number(Long count) {
        return count == null ? Cell.number(null, 0) : Cell.count(count);
    }

    /** How many are where; each number leads to the list. States nobody is in are left out, except in a file. */
    Table pipeline(List<Seen.Pipeline> regions, String xlsx, Function<Seen.Pipeline, String> home) {
        Table.Maker table = Table.called("pipeline", words.get("pipeline"))
                .text("region", words.get("region"))
                .number("eligible", words.get("eligibleAgencies"))
                .number("titled", words.get("titledAgencies"))
                .number("share", words.get("titledShare"));
        List<String> states = STATES.stream()
                .filter(s -> xlsx == null
                        || regions.stream().anyMatch(r -> r.states().getOrDefault(s, 0L) > 0))
                .toList();
        states.forEach(s -> table.number(s, words.get("title" + s)));
        table.whenEmpty(words.get("noTitle")).xlsx(xlsx);
        for (Seen.Pipeline region : regions) {
            String at = home.apply(region);
            List<Cell> cells = new ArrayList<>(List.of(
                    Cell.link(region.name(), at),
                    Cell.count(region.eligible()),
                    region.titled() == 0
                            ? Cell.count(0)
                            : Cell.count(region.titled()).to(at + "?state=TITLED"),
                    Cell.number(region.share(), 2)));
            for (String state : states) {
                long many = region.states().getOrDefault(state, 0L);
                Cell cell = Cell.number(BigDecimal.valueOf(many), 0);
                cells.add(many == 0 ? cell : cell.to(at + "?state=" + state));
            }
            table.row(cells);
        }
        return table.make();
    }
}
