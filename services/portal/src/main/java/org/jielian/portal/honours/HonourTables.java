package org.jielian.portal.honours;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jielian.portal.frame.Addresses;
import org.jielian.portal.i18n.CurrentLanguage;
import org.jielian.portal.i18n.Words;
import org.jielian.portal.tables.Cell;
import org.jielian.portal.tables.Table;

/** The tables of selections. */
final class HonourTables {
    private final CurrentLanguage language;
    private final Words words;

    HonourTables(CurrentLanguage language) {
        this.language = language;
        this.words = language.words();
    }

    Table selections(List<Honour.Head> heads, Function<Honour.Head, String> home) {
        Table.Maker table = Table.called("selections", words.get("menuHonours"))
                .text("kind", words.get("honourKind"))
                .text("year", words.get("year"))
                .text("region", words.get("honourRegion"))
                .text("state", words.get("state"))
                .number("chosen", words.get("honourCHOSEN"))
                .number("ranked", words.get("honourRANKED"))
                .number("excluded", words.get("honourEXCLUDED"))
                .whenEmpty(words.get("noHonours"));
        heads.forEach(h -> table.row(List.of(
                Cell.link(words.get("honourKind" + h.kind()), home.apply(h)),
                Cell.text(String.valueOf(h.year())),
                Cell.text(h.region()),
                Cell.text(words.get("honourState" + h.state())),
                Cell.count(h.chosen()).to(home.apply(h) + "?outcome=CHOSEN"),
                Cell.count(h.ranked()).to(home.apply(h) + "?outcome=RANKED"),
                Cell.count(h.excluded()).to(home.apply(h) + "?outcome=EXCLUDED"))));
        return table.make();
    }

    Table.Maker lines(List<Honour.Line> lines, Honour.Selection s) {
        Table.Maker table = Table.called("honours", words.get("honourKind" + s.kind()) + " " + s.year())
                .text("code", words.get("unitWord"))
                .text("type", words.get("institutionType"))
                .text("outcome", words.get("honourOutcome"))
                .number("rank", words.get("honourRank"))
                .number("value", figure(s.rule()))
                .text("reasons", words.get("honourReasons"))
                .whenEmpty(words.get("noHonourLines"));
        for (Honour.Line l : lines) {
            table.row(List.of(
                    Cell.link(l.candidate().name(), Addresses.unit(l.candidate().unit()) + "/honours"),
                    Cell.text(words.get("type" + l.candidate().type())),
                    outcome(l),
                    l.rank() == null ? Cell.number(null, 0) : Cell.count(l.rank()),
                    value(l.value(), l.candidate().unit(), s.standardCode(), s.year()),
                    Cell.text(reasons(l))));
        }
        return table;
    }

    /** What became of a unit, year by year. */
    Table ofUnit(List<Honour.OfUnit> all) {
        Table.Maker table = Table.called("honours", words.get("menuHonours"))
                .text("kind", words.get("honourKind"))
                .text("year", words.get("year"))
                .text("region", words.get("honourRegion"))
                .text("outcome", words.get("honourOutcome"))
                .number("rank", words.get("honourRank"))
                .text("figure", words.get("indicator"))
                .number("value", words.get("value"))
                .text("reasons", words.get("honourReasons"))
                .whenEmpty(words.get("noHonours"));
        for (Honour.OfUnit h : all) {
            table.row(List.of(
                    Cell.text(words.get("honourKind" + h.kind())),
                    Cell.text(String.valueOf(h.year())),
                    Cell.text(h.region()),
                    outcome(h.line()),
                    h.line().rank() == null
                            ? Cell.number(null, 0)
                            : Cell.count(h.line().rank()),
                    Cell.text(figure(h.rule())),
                    Cell.number(h.line().value(), 2),
                    Cell.text(reasons(h.line()))));
        }
        return table.make();
    }

    private static Cell value(BigDecimal value, String unit, String standard, int year) {
        Cell cell = Cell.number(value, 2);
        return value == null
                ? cell
                : cell.to(Addresses.unit(unit) + "/standard?standard=" + standard + "&year=" + year);
    }

    private Cell outcome(Honour.Line l) {
        return Cell.graded(
                words.get("honour" + l.outcome()), l.outcome(), l.outcome().equals("CHOSEN") ? "better" : null);
    }

    private String figure(Honour.Rule rule) {
        return rule.indicator() == null ? words.get("assessmentScore") : words.get("indicator" + rule.indicator());
    }

    private String reasons(Honour.Line l) {
        if (l.reasons().isEmpty()) return null;
        return l.reasons().stream().map(this::reason).collect(Collectors.joining("；"));
    }

    private String reason(Honour.Reason r) {
        String word = r.in(language.get());
        if (r.detail() == null || r.detail().isEmpty()) return word;
        List<String> parts = List.of(r.detail().split(", "));
        String detail =
                switch (r.why()) {
                    case "ABOVE_CONSTRAINT" ->
                        parts.stream().map(p -> words.get("indicator" + p)).collect(Collectors.joining("、"));
                    case "TYPE_NOT_SELECTED" -> words.get("type" + r.detail());
                    // ids say nothing to people
                    case "OVERDUE", "CRITICISED", "FALSIFIED" -> String.valueOf(parts.size());
                    default -> r.detail();
                };
        return word + " (" + detail + ")";
    }

    /** The rule as people read it. */
    String rule(Honour.Rule rule) {
        String places = rule.places().stream()
                .map(p -> words.get("type" + p.type()) + " "
                        + (p.number() != null
                                ? words.get("honourPlaces", p.number())
                                : p.percent().toPlainString() + " %"))
                .collect(Collectors.joining("；"));
        return rule.indicator() == null
                ? words.get(
                        "honourRuleDEMONSTRATION",
                        rule.minScore().toPlainString(),
                        rule.bonusEach().toPlainString(),
                        rule.bonusAtMost().toPlainString(),
                        places)
                : words.get("honourRuleLEADER", figure(rule), places);
    }

    String excluding(Honour.Rule rule) {
        return rule.excluding().stream().map(w -> words.get("honourWhy" + w)).collect(Collectors.joining("；"));
    }
}
