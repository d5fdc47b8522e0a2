package org.jielian.portal.assessment;

import java.math.BigDecimal;
import java.util.List;
import java.util.function.Function;
import org.jielian.portal.i18n.CurrentLanguage;
import org.jielian.portal.i18n.Words;
import org.jielian.portal.tables.Cell;
import org.jielian.portal.tables.Table;

/** The tables of assessments. */
final class AssessmentTables {
    static final List<String> STATES = List.of("COMPUTED", "SENT", "STATED", "CONFIRMED", "PUBLISHED");
    static final List<String> GRADES = List.of("EXCEEDED", "FULFILLED", "MOSTLY", "UNFINISHED");

    private final CurrentLanguage language;
    private final Words words;

    AssessmentTables(CurrentLanguage language) {
        this.language = language;
        this.words = language.words();
    }

    /** Those a region assesses; a region among them leads on to those it assesses itself. */
    Table.Maker list(
            String caption,
            List<Told.Line> lines,
            Function<Told.Line, String> sheet,
            Function<Told.Line, String> below) {
        Table.Maker table = Table.called("assessments", caption)
                .text("code", words.get("assessed"))
                .text("year", words.get("year"))
                .number("score", words.get("assessmentScore"))
                .text("grade", words.get("assessmentGrade"))
                .text("state", words.get("state"))
                .text("below", words.get("assessedBelow"))
                .whenEmpty(words.get("noAssessments"));
        for (Told.Line l : lines) {
            String further = below.apply(l);
            table.row(List.of(
                    Cell.link(l.name(), sheet.apply(l)),
                    Cell.text(String.valueOf(l.year())),
                    Cell.number(l.score(), 2),
                    grade(l.grade(), l.vetoed()),
                    Cell.text(words.get("assessmentState" + l.state())),
                    further == null ? Cell.text(null) : Cell.link(words.get("drillDown"), further)));
        }
        return table;
    }

    private Cell grade(String grade, boolean vetoed) {
        if (grade == null) return Cell.text(null);
        String text = words.get("grade" + grade) + (vetoed ? " · " + words.get("vetoed") : "");
        return Cell.graded(text, grade, grade.equals("UNFINISHED") ? "worse" : grade.equals("MOSTLY") ? "warn" : null);
    }

    /** The lines of a sheet; each number leads to what it came from. */
    Table lines(Told.Sheet s, String sources) {
        Table.Maker table = Table.called("lines", words.get("assessmentLines"))
                .text("line", words.get("assessmentLine"))
                .number("weight", words.get("assessmentWeight"))
                .number("numerator", words.get("assessmentPart"))
                .number("denominator", words.get("assessmentWhole"))
                .number("percent", words.get("assessmentPercent"))
                .number("points", words.get("assessmentPoints"))
                .text("missing", words.get("assessmentWhyNot"));
        for (Told.Part l : s.outcome().lines()) {
            String from = sources == null ? null : sources + l.code();
            table.row(List.of(
                    from == null ? Cell.text(l.name(language.get())) : Cell.link(l.name(language.get()), from),
                    decimals(l.weight()),
                    to(decimals(l.numerator()), from),
                    to(decimals(l.denominator()), from),
                    to(Cell.number(l.percent(), 2), from),
                    to(decimals(l.points()), from),
                    Cell.text(l.missing() == null ? null : l.missing().in(language.get()))));
        }
        Told.Outcome o = s.outcome();
        table.total(
                List.of(
                        Cell.text(words.get("assessmentBase")),
                        decimals(o.applicable()),
                        Cell.number(null, 0),
                        Cell.number(null, 0),
                        Cell.number(o.base(), 2),
                        decimals(o.got()),
                        Cell.text(words.get("assessmentBaseHow"))),
                "own");
        return table.make();
    }

    Table deductions(Told.Sheet s, String sources) {
        Table.Maker table = Table.called("deductions", words.get("assessmentDeductions"))
                .text("item", words.get("assessmentLine"))
                .number("count", words.get("assessmentCount"))
                .number("each", words.get("assessmentEach"))
                .number("atMost", words.get("assessmentAtMost"))
                .number("points", words.get("assessmentTakenOff"))
                .text("missing", words.get("assessmentWhyNot"));
        for (Told.Deduction d : s.outcome().deductions()) {
            String from = sources == null ? null : sources + d.item();
            String name = words.get("assessmentItem" + d.item());
            table.row(List.of(
                    from == null ? Cell.text(name) : Cell.link(name, from),
                    to(Cell.count(d.count()), d.count() == 0 ? null : from),
                    decimals(d.each()),
                    decimals(d.atMost()),
                    to(decimals(d.points()), d.count() == 0 ? null : from),
                    Cell.text(d.missing() == null ? null : d.missing().in(language.get()))));
        }
        return table.make();
    }

    Table trail(List<Told.Step> steps) {
        Table.Maker table = Table.called("trail", words.get("taskHistory"))
                .text("at", words.get("when"))
                .text("who", words.get("who"))
                .text("action", words.get("taskStep"))
                .text("reason", words.get("taskWord"))
                .text("state", words.get("state"))
                .text("score", words.get("assessmentScore"));
        for (Told.Step t : steps) {
            Object score = t.after().get("score");
            table.row(List.of(
                    Cell.text(words.time(t.at())),
                    Cell.text(t.node() == null ? t.who() : t.who() + " (" + t.node() + ")"),
                    Cell.text(words.get("assessmentDo" + t.action())),
                    Cell.text(t.reason()),
                    Cell.text(words.get("assessmentState" + t.after().get("state"))),
                    Cell.text(score == null ? null : score.toString())));
        }
        return table.make();
    }

    static Cell decimals(BigDecimal number) {
        if (number == null) return Cell.number(null, 0);
        return Cell.number(
                number, Math.min(2, Math.max(0, number.stripTrailingZeros().scale())));
    }

    private static Cell to(Cell cell, String address) {
        return address == null || cell.value() == null ? cell : cell.to(address);
    }
}
