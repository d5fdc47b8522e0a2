package org.jielian.portal.inspections;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jielian.portal.i18n.CurrentLanguage;
import org.jielian.portal.i18n.Words;

/**
 * An inspection as its page says it, in the reader's language.
 *
 * @param problems a row for each item with a problem, and some empty ones, for the notice
 */
public record InspectionView(
        Inspection inspection,
        String kind,
        String status,
        String inspectors,
        List<Item> items,
        Said inspectorsStatement,
        List<Said> unitStatements,
        List<Row> problems,
        String today,
        String shortDay,
        long looked,
        long problemCount) {
    private static final int EMPTY_ROWS = 2;
    private static final List<String> OUTCOMES = List.of("SATISFIED", "PROBLEM", "NOT_APPLICABLE", "NOT_LOOKED_AT");
    private static final int USUAL_DAYS = 30;

    /** One item of the checklist. */
    public record Item(
            String code,
            String name,
            boolean binding,
            String evidence,
            String outcome,
            String outcomeText,
            String remark,
            List<File> files,
            List<Choice> choices) {}

    /** One thing that can be found. */
    public record Choice(String value, String text, boolean chosen) {}

    /** What shows something. */
    public record File(String id, String name) {}

    /** What one side says. */
    public record Said(String text, String agrees, String by, String at, List<File> files) {}

    /** One row of the notice's form; without an item it is an empty one. */
    public record Row(int no, String item, String clause, String found, String evidence) {}

    /** Whether the reader may take a step now. */
    public boolean may(String action) {
        return inspection.actions().contains(action);
    }

    static InspectionView of(Inspection i, CurrentLanguage language, LocalDate today) {
        Words words = language.words();
        List<Item> items =
                i.items().stream().map(item -> item(item, i, language)).toList();
        long looked = items.stream()
                .filter(item -> item.outcome() != null && !item.outcome().equals("NOT_LOOKED_AT"))
                .count();
        long problems =
                items.stream().filter(item -> "PROBLEM".equals(item.outcome())).count();
        return new InspectionView(
                i,
                words.get("inspectionKind" + i.kind()),
                words.get("inspectionStatus" + i.status()),
                String.join("、", i.inspectors()),
                items,
                i.inspectorsStatement() == null ? null : said(i.inspectorsStatement(), i, words),
                i.unitStatements().stream().map(s -> said(s, i, words)).toList(),
                rows(items),
                today.toString(),
                today.plusDays(USUAL_DAYS).toString(),
                looked,
                problems);
    }

    private static Item item(Inspection.Item item, Inspection i, CurrentLanguage language) {
        Words words = language.words();
        Inspection.Finding f = item.finding();
        String outcome = f == null ? null : f.outcome();
        return new Item(
                item.code(),
                item.name().in(language.get()),
                item.binding(),
                item.evidence(),
                outcome,
                outcome == null ? words.get("outcomeNONE") : words.get("outcome" + outcome),
                f == null ? null : f.remark(),
                f == null ? List.of() : files(f.evidence(), i.files()),
                OUTCOMES.stream()
                        .map(o -> new Choice(o, words.get("outcome" + o), o.equals(outcome)))
                        .toList());
    }

    private static Said said(Inspection.Statement s, Inspection i, Words words) {
        String agrees = s.agrees() == null ? null : words.get(s.agrees() ? "unitAgrees" : "unitObjects");
        return new Said(s.text(), agrees, s.by(), words.time(s.at()), files(s.evidence(), i.files()));
    }

    static List<File> files(List<String> ids, Map<String, String> names) {
        return ids.stream().map(id -> new File(id, names.getOrDefault(id, id))).toList();
    }

    private static List<Row> rows(List<Item> items) {
        List<Row> rows = new ArrayList<>();
        for (Item item : items) {
            if (!"PROBLEM".equals(item.outcome())) continue;
            rows.add(new Row(
                    rows.size() + 1, item.code(), item.code() + " " + item.name(), item.remark(), item.evidence()));
        }
        for (int empty = 0; empty < EMPTY_ROWS; empty++) rows.add(new Row(rows.size() + 1, null, "", "", ""));
        return rows;
    }
}
