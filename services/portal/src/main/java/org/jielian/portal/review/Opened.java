package org.jielian.portal.review;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jielian.portal.clients.Attachment;
import org.jielian.portal.clients.Quantity;
import org.jielian.portal.clients.Review;
import org.jielian.portal.clients.Review.Finding;
import org.jielian.portal.frame.Addresses;
import org.jielian.portal.i18n.Numbers;
import org.jielian.portal.i18n.Words;

/**
 * A report opened: its figures beside the earlier ones, what was found, what the unit says, and what may be done with it.
 *
 * @param whole findings about the report as a whole
 * @param explanation what the unit says about the report as a whole; {@code null} for nothing
 * @param returned who sent it back, when and why; {@code null} unless it is
 * @param accepts whether the reader may accept it; {@code sendsBack} likewise
 * @param error why the last attempt was refused; {@code null} if there was none
 */
public record Opened(
        String unit,
        String name,
        String version,
        String unitHref,
        List<Line> lines,
        List<Note> whole,
        String explanation,
        String note,
        List<Bill> bills,
        String returned,
        String why,
        boolean accepts,
        boolean sendsBack,
        String comment,
        String error) {

    /** One figure. */
    public record Line(
            String field,
            String label,
            String value,
            String basis,
            String lastMonth,
            String lastYear,
            List<Note> notes,
            String explanation,
            String returned,
            String comment) {
        /** Whether there is anything to see: the form has fields that most units never fill in. */
        boolean says() {
            boolean figures = Stream.of(value, lastMonth, lastYear).anyMatch(text -> !text.equals(Numbers.MISSING));
            return figures || !notes.isEmpty() || explanation != null || returned != null;
        }
    }

    /** A bill or photograph that stands beside the report; {@code about} is the quantity it is for, {@code null} for the whole month. */
    public record Bill(String name, String href, String about) {}

    /** What a check says. */
    public record Note(String rule, String text, String grade) {}

    /**
     * What was typed before it was refused.
     *
     * @param comments by field
     */
    record Attempt(String comment, Map<String, String> comments, String error) {
        static final Attempt NONE = new Attempt("", Map.of(), null);
    }

    static Opened of(
            Review r,
            List<Quantity> catalogue,
            List<Attachment> attachments,
            boolean accepts,
            boolean reviews,
            Attempt attempt,
            Words words) {
        List<Line> lines = new ArrayList<>();
        for (Quantity q : catalogue) {
            Line line = line(
                    r,
                    "quantities." + q.code(),
                    q.label(words.language()) + " " + q.unit(),
                    figures -> figures.get(q.code()),
                    attempt,
                    words);
            if (line.says()) lines.add(line);
        }
        lines.add(fixed(r, "headcount", words.get("headcount"), attempt, words));
        lines.add(fixed(r, "floorArea", words.get("floorArea") + " m²", attempt, words));
        boolean waiting = "SUBMITTED".equals(r.status().name());
        boolean returnable = waiting || "ACCEPTED".equals(r.status().name());
        return new Opened(
                r.unitCode(),
                r.name(),
                String.valueOf(r.version()),
                Addresses.unit(r.unitCode()) + "?month=" + r.period() + "#month",
                lines,
                notes(r, "*", words),
                r.remarks().explanations().get("*"),
                r.remarks().note(),
                attachments.stream().map(a -> bill(r, a, catalogue, words)).toList(),
                r.returned() == null
                        ? null
                        : words.get(
                                "sentBackBy",
                                r.returned().node(),
                                words.time(r.returned().at())),
                r.returned() == null ? null : r.returned().comment(),
                accepts && waiting,
                reviews && returnable,
                attempt.comment(),
                attempt.error());
    }

    private static Bill bill(Review r, Attachment a, List<Quantity> catalogue, Words words) {
        String about = catalogue.stream()
                .filter(q -> q.code().equals(a.quantity()))
                .map(q -> q.label(words.language()))
                .findFirst()
                .orElse(null);
        return new Bill(a.name(), Addresses.unit(r.unitCode()) + "/bills/" + a.period() + "/" + a.id(), about);
    }

    private static Line line(
            Review r,
            String field,
            String label,
            Function<Map<String, BigDecimal>, BigDecimal> figure,
            Attempt attempt,
            Words words) {
        String code = field.substring(field.indexOf('.') + 1);
        String basis = r.remarks().bases().get(code);
        return line(
                r,
                field,
                label,
                figure.apply(r.quantities()),
                basis == null ? null : words.get("basis" + basis),
                r.lastMonth() == null ? null : figure.apply(r.lastMonth().quantities()),
                r.lastYear() == null ? null : figure.apply(r.lastYear().quantities()),
                attempt,
                words);
    }

    private static Line fixed(Review r, String field, String label, Attempt attempt, Words words) {
        boolean people = "headcount".equals(field);
        return line(
                r,
                field,
                label,
                people ? r.headcount() : r.floorArea(),
                null,
                r.lastMonth() == null
                        ? null
                        : people ? r.lastMonth().headcount() : r.lastMonth().floorArea(),
                r.lastYear() == null
                        ? null
                        : people ? r.lastYear().headcount() : r.lastYear().floorArea(),
                attempt,
                words);
    }

    private static Line line(
            Review r,
            String field,
            String label,
            BigDecimal value,
            String basis,
            BigDecimal lastMonth,
            BigDecimal lastYear,
            Attempt attempt,
            Words words) {
        String returned = r.returned() == null
                ? null
                : r.returned().cells().stream()
                        .filter(c -> c.field().equals(field))
                        .map(c -> c.comment() == null ? words.get("inQuestion") : c.comment())
                        .findFirst()
                        .orElse(null);
        return new Line(
                field,
                label,
                Numbers.exact(value),
                basis,
                Numbers.exact(lastMonth),
                Numbers.exact(lastYear),
                notes(r, field, words),
                r.remarks().explanations().get(field),
                returned,
                attempt.comments().getOrDefault(field, ""));
    }

    private static List<Note> notes(Review r, String field, Words words) {
        return r.findings().stream()
                .filter(f -> field.equals(f.field()))
                .map(f -> note(f, words))
                .toList();
    }

    private static Note note(Finding f, Words words) {
        String grade = "SOFT".equals(f.severity()) ? "fair" : words.has("severity" + f.severity()) ? "poor" : "none";
        return new Note(f.rule(), f.message().in(words.language()), grade);
    }
}
