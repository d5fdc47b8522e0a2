package org.jielian.portal.assessment;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jielian.portal.frame.Addresses;
import org.jielian.portal.i18n.CurrentLanguage;
import org.jielian.portal.i18n.Language;
import org.jielian.portal.i18n.Words;
import org.jielian.portal.tables.Cell;
import org.jielian.portal.tables.Table;

/** What a number of a sheet came from; each entry leads to the page that has more of it. */
final class SourceTables {
    private final Told.Sheet sheet;
    private final Language language;
    private final Words words;
    /** Where the results of the assessed are. */
    private final String results;

    SourceTables(Told.Sheet sheet, CurrentLanguage language, String results) {
        this.sheet = sheet;
        this.language = language.get();
        this.words = language.words();
        this.results = results;
    }

    Table of(Told.Sources sources, String caption, String xlsx) {
        Table.Maker table = Table.called("sources", caption)
                .whenEmpty(words.get("noSources"))
                .xlsx(xlsx);
        heads(sources.item()).forEach(head -> {
            if (head.startsWith("#")) table.number(head.substring(1), words.get("source_" + head.substring(1)));
            else table.text(head, words.get("source_" + head));
        });
        sources.items().forEach(entry -> table.row(cells(sources.item(), entry)));
        return table.make();
    }

    private static List<String> heads(String item) {
        return switch (item) {
            case "TARGETS" ->
                List.of("indicator", "baseYear", "#base", "#value", "#decline", "#target", "#rate", "met");
            case "BANDS" -> List.of("unit", "bands", "release", "version");
            case "COVERAGE" -> List.of("unit", "#expected", "#reported", "#lacking");
            case "ON_TIME", "LATE" -> List.of("unit", "period", "since", "task");
            case "CONFIRMED" -> List.of("release", "answer", "due", "answeredOn", "by");
            case "TASKS", "RETURNED_TWICE" -> List.of("task", "target_node", "due", "settledOn", "status", "#returned");
            case "RECTIFIED", "UNRESOLVED" -> List.of("notice", "unit", "due", "settledOn", "status");
            case "RECOGNISED" -> List.of("unit", "titled", "number", "recognisedOn");
            case "CRITICISED", "SUMMONED" -> List.of("task", "rung", "on", "by");
            default -> List.of("reason", "by", "on", "evidence");
        };
    }

    private List<Cell> cells(String item, JsonNode n) {
        return switch (item) {
            case "TARGETS" -> target(n);
            case "BANDS" ->
                List.of(
                        Cell.link(text(n, "name"), Addresses.unit(text(n, "unit")) + "/standard"),
                        Cell.text(bands(n.path("bands"))),
                        Cell.text(text(n, "release")),
                        Cell.text(text(n, "version")));
            case "COVERAGE" -> {
                long expected = n.path("expected").asLong();
                long reported = n.path("reported").asLong();
                yield List.of(
                        Cell.link(text(n, "name"), Addresses.unit(text(n, "unit"))),
                        Cell.count(expected),
                        Cell.count(reported),
                        Cell.count(Math.max(0, expected - reported)));
            }
            case "ON_TIME", "LATE" ->
                List.of(
                        Cell.link(text(n, "unit"), Addresses.unit(text(n, "unit"))),
                        Cell.text(text(n, "period")),
                        Cell.text(text(n, "since")),
                        Cell.link(words.get("menuTasks"), "/tasks/" + text(n, "task")));
            case "CONFIRMED" ->
                List.of(
                        Cell.text(text(n, "release")),
                        Cell.text(text(n, "answer")),
                        Cell.text(text(n, "due")),
                        Cell.text(text(n, "answeredOn")),
                        Cell.text(text(n, "answeredBy")));
            case "TASKS", "RETURNED_TWICE" ->
                List.of(
                        Cell.link(text(n, language == Language.EN ? "en" : "zh"), "/tasks/" + text(n, "id")),
                        Cell.text(text(n, "target")),
                        Cell.text(text(n, "due")),
                        Cell.text(text(n, "settledOn")),
                        Cell.text(words.get("taskStatus" + text(n, "status"))),
                        Cell.count(n.path("returned").asLong()));
            case "RECTIFIED", "UNRESOLVED" ->
                List.of(
                        Cell.link(text(n, "found"), "/rectifications/" + text(n, "notice")),
                        Cell.link(text(n, "unit"), Addresses.unit(text(n, "unit"))),
                        Cell.text(text(n, "deadline")),
                        Cell.text(text(n, "settledOn")),
                        Cell.text(words.get("problemStatus" + text(n, "status"))));
            case "RECOGNISED" ->
                List.of(
                        Cell.link(text(n, "name"), Addresses.unit(text(n, "unit")) + "/titles"),
                        n.path("titled").asBoolean()
                                ? Cell.link(
                                        words.get("isSo"),
                                        Addresses.unit(text(n, "unit")) + "/titles/" + text(n, "title"))
                                : Cell.text(words.get("isNotSo")),
                        Cell.text(text(n, "number")),
                        Cell.text(text(n, "recognisedOn")));
            case "CRITICISED", "SUMMONED" ->
                List.of(
                        Cell.link(words.get("menuTasks"), "/tasks/" + text(n, "task")),
                        Cell.text(words.get("taskRung" + text(n, "rung"))),
                        Cell.text(text(n, "on")),
                        Cell.text(text(n, "byRegion")));
            default -> falsified(n);
        };
    }

    private List<Cell> target(JsonNode n) {
        String met =
                n.path("met").isNull() ? null : words.get(n.path("met").asBoolean() ? "targetMet" : "targetMissed");
        return List.of(
                Cell.link(
                        words.get("indicator" + text(n, "indicator")) + " " + words.unitOfMeasure(text(n, "unit")),
                        results),
                Cell.text(text(n, "baseYear")),
                number(n, "base"),
                number(n, "value"),
                number(n, "decline"),
                number(n, "target"),
                number(n, "rate"),
                Cell.text(met));
    }

    private List<Cell> falsified(JsonNode n) {
        List<String> evidence = StreamSupport.stream(n.path("evidence").spliterator(), false)
                .map(JsonNode::asText)
                .toList();
        Cell shown = evidence.isEmpty()
                ? Cell.text(null)
                : Cell.link(words.get("taskEvidence"), "/evidence/" + evidence.get(0));
        return List.of(Cell.text(text(n, "reason")), Cell.text(text(n, "by")), Cell.text(text(n, "on")), shown);
    }

    private String bands(JsonNode bands) {
        List<String> all = new ArrayList<>();
        bands.fields()
                .forEachRemaining(b -> all.add(words.get("indicator" + b.getKey()) + "："
                        + words.get("band" + b.getValue().asText())));
        return String.join("；", all);
    }

    private static Cell number(JsonNode n, String field) {
        return n.path(field).isNull() || n.path(field).isMissingNode()
                ? Cell.number(null, 2)
                : Cell.number(new BigDecimal(n.path(field).asText()), 2);
    }

    private static String text(JsonNode n, String field) {
        return n.path(field).isNull() || n.path(field).isMissingNode()
                ? null
                : n.path(field).asText();
    }

    /** The line or deduction the sources are about. */
    String name(String code) {
        return sheet.outcome().lines().stream()
                .filter(l -> l.code().equals(code))
                .map(l -> l.name(language))
                .findFirst()
                .orElseGet(() -> words.get("assessmentItem" + code));
    }

    boolean has(String code) {
        return sheet.outcome().lines().stream().anyMatch(l -> l.code().equals(code))
                || sheet.outcome().deductions().stream().anyMatch(d -> d.item().equals(code));
    }
}
