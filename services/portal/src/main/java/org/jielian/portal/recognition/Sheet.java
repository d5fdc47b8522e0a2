package org.jielian.portal.recognition;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jielian.portal.i18n.Language;
import org.jielian.portal.i18n.Numbers;
import org.jielian.portal.i18n.Words;

/** The items of a title as the page shows them: by category, scores of the tiers beside each other, and what may be entered. */
public final class Sheet {
    private static final List<String> SCORERS = List.of("SELF", "COUNTY", "CITY", "PROVINCE");
    private static final Set<String> WITH_OF = Set.of("COVER", "BAND", "SAMPLE");

    /** A category and its items. */
    public record Part(String code, String name, String points, List<Row> rows) {}

    /** One tier's score: the points, what was found, and why. */
    public record Mark(String scorer, String points, String how, boolean changed) {}

    /** A choice of a value. */
    public record Choice(String value, String text, boolean chosen) {}

    /**
     * One item.
     *
     * @param computed points and source where figures decide; {@code null} otherwise
     * @param missing why figures do not decide; {@code null} otherwise
     * @param choices what may be chosen; empty where a number is entered
     * @param of label of the second number; {@code null} where there is none
     * @param files ids of what the unit shows for it
     */
    public record Row(
            String code,
            String name,
            boolean binding,
            String of100,
            String evidence,
            String how,
            List<Mark> marks,
            String computed,
            String missing,
            boolean open,
            List<Choice> choices,
            String valueLabel,
            String value,
            String of,
            String ofValue,
            String points,
            String reason,
            boolean notApplicable,
            List<String> files) {}

    private final Words words;
    private final boolean english;

    Sheet(Words words) {
        this.words = words;
        this.english = words.language() == Language.EN;
    }

    String text(Seen.Name name) {
        return english ? name.en() : name.zh();
    }

    List<Part> parts(Seen.Title title) {
        List<Part> parts = new ArrayList<>();
        for (Seen.Category category : title.categories()) {
            List<Row> rows = title.items().stream()
                    .filter(i -> i.category().equals(category.code()))
                    .map(i -> row(i, title))
                    .toList();
            if (!rows.isEmpty())
                parts.add(new Part(category.code(), text(category.name()), plain(category.points()), rows));
        }
        return parts;
    }

    private Row row(Seen.Item item, Seen.Title title) {
        boolean draft = title.state().equals("DRAFT");
        Seen.Score last = last(item, draft);
        Seen.Found found = last == null ? null : last.found();
        return new Row(
                item.code(),
                text(item.name()),
                item.binding(),
                plain(item.points()),
                item.evidence(),
                how(item),
                marks(item),
                item.computed() == null
                        ? null
                        : plain(item.computed().points()) + " · "
                                + item.computed().source(),
                item.missing() == null
                        ? null
                        : english ? item.missing().en() : item.missing().zh(),
                title.scoring() && !(draft && item.computed() != null),
                choices(item, found),
                words.get("found" + item.function()),
                found == null ? "" : plain(found.value()),
                WITH_OF.contains(item.function()) ? words.get("foundOf" + item.function()) : null,
                found == null || found.of() == null ? "" : plain(found.of()),
                last == null || last.points() == null ? "" : plain(last.points()),
                last == null || last.reason() == null ? "" : last.reason(),
                last != null && !last.applicable(),
                item.scores().containsKey("SELF") ? item.scores().get("SELF").evidence() : List.of());
    }

    private static Seen.Score last(Seen.Item item, boolean draft) {
        Seen.Score last = null;
        for (String scorer : draft ? List.of("SELF") : SCORERS) {
            if (item.scores().containsKey(scorer)) last = item.scores().get(scorer);
        }
        return last;
    }

    /** How points are given, with the limit or number asked for. */
    private String how(Seen.Item item) {
        String how = words.get("scoring" + item.function());
        if (item.threshold() != null) {
            String sense = item.threshold().sense().equals("AT_MOST") ? " ≤ " : " ≥ ";
            how += sense + plain(item.threshold().value()) + " "
                    + item.threshold().unit();
        }
        return item.frequency() == null ? how : how + " · " + words.get("timesAYear", item.frequency());
    }

    private List<Mark> marks(Seen.Item item) {
        List<Mark> marks = new ArrayList<>();
        BigDecimal before = null;
        for (String scorer : SCORERS) {
            Seen.Score score = item.scores().get(scorer);
            if (score == null) continue;
            boolean changed = !marks.isEmpty()
                    && (before == null || score.points() == null || before.compareTo(score.points()) != 0);
            marks.add(new Mark(
                    words.get("scorer" + scorer),
                    score.applicable() ? plain(score.points()) : words.get("notApplicable"),
                    said(score),
                    changed));
            before = score.points();
        }
        return marks;
    }

    private static String said(Seen.Score score) {
        List<String> said = new ArrayList<>();
        if (score.found() != null) {
            said.add(plain(score.found().value())
                    + (score.found().of() == null
                            ? ""
                            : " / " + plain(score.found().of())));
        }
        if (score.source() != null) said.add(score.source());
        if (score.reason() != null && !score.reason().isBlank()) said.add(score.reason());
        return String.join(" · ", said);
    }

    private List<Choice> choices(Seen.Item item, Seen.Found found) {
        String now = found == null ? null : plain(found.value());
        List<String> values =
                switch (item.function()) {
                    case "DOC" -> List.of("0", "50", "100");
                    case "BOOL" -> item.threshold() == null ? List.of("1", "0") : List.of();
                    default -> List.of();
                };
        return values.stream()
                .map(v -> new Choice(v, words.get("choice" + item.function() + v), v.equals(now)))
                .toList();
    }

    /** The totals as each tier left them, and what holds now. */
    List<Mark> totals(Map<String, Seen.Total> totals) {
        return SCORERS.stream()
                .filter(totals::containsKey)
                .map(s -> new Mark(words.get("scorer" + s), plain(totals.get(s).score()), "", false))
                .toList();
    }

    static String plain(BigDecimal number) {
        if (number == null) return Numbers.MISSING;
        BigDecimal stripped = number.stripTrailingZeros();
        return (stripped.scale() < 0 ? stripped.setScale(0) : stripped).toPlainString();
    }
}
