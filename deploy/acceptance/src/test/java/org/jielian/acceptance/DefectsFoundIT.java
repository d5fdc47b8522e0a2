package org.jielian.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.assertj.core.api.SoftAssertions;
import org.jielian.acceptance.Defects.Defect;
import org.jielian.acceptance.Defects.Kind;
import org.jielian.acceptance.Way.Month;
import org.jielian.local.Service;
import org.junit.jupiter.api.Test;

/** How many defects of each kind are found, and how many good rows are suspected, whichever way the rows come in. */
@OnRunningSystem
class DefectsFoundIT {
    /** The sample's year moved to one of which nobody adds up the province; each way has the units of a city of its own. */
    private static final String YEAR = "2020";

    private static final double FOUND = 0.95;
    private static final double FALSE_ALARMS = 0.01;
    private static final int VERSION_OF_A_REPETITION = 1;

    private final Jielian jielian;

    DefectsFoundIT(Jielian jielian) {
        this.jielian = jielian;
    }

    @Test
    void inCsv() {
        Defects rows = new Defects(clean("330300", 1200));
        score("CSV", rows, namedIn(rows.csv()));
    }

    @Test
    void inWorkbooks() {
        Defects rows = new Defects(clean("330400", 1200));
        List<List<String>> cells =
                rows.lines().stream().map(line -> List.of(line.split(",", -1))).toList();
        score("xlsx", rows, namedIn(Way.xlsx(List.of(Sample.REPORTS_HEADER.split(",")), cells)));
    }

    @Test
    void inCalls() {
        Defects rows = new Defects(clean("330500", 600));
        Set<String> named = new HashSet<>();
        for (int i = 0; i < rows.lines().size(); i++) {
            String column = columnRefused(rows.lines().get(i));
            if (column != null) named.add(i + 2 + " " + column);
        }
        score("API", rows, named);
    }

    private List<String> clean(String city, int most) {
        Set<String> units = jielian.sample().unitsBelow(city).stream()
                .map(Sample.Unit::code)
                .collect(Collectors.toSet());
        return jielian.sample().reports().stream()
                .filter(row -> units.contains(row.substring(0, row.indexOf(','))))
                .limit(most)
                .map(row -> row.replace(",2025-", "," + YEAR + "-"))
                .toList();
    }

    /** Line and column of everything that was refused. */
    private Set<String> namedIn(byte[] file) {
        JsonNode result = jielian.operator()
                .upload(Service.METRICS, "/api/reports/import", BodyPublishers.ofByteArray(file))
                .ok()
                .json();
        Set<String> named = new HashSet<>();
        result.path("errors").forEach(error -> {
            if (error.path("severity").asText("HARD").equals("HARD"))
                named.add(
                        error.path("line").asText() + " " + error.path("column").asText());
        });
        return named;
    }

    /** The column a call is refused for, or that shows that it is a repetition; {@code null} when it is taken. */
    private String columnRefused(String row) {
        String[] columns = Sample.REPORTS_HEADER.split(",");
        String[] cells = row.split(",", -1);
        Map<String, String> figures = new LinkedHashMap<>();
        for (int i = 2; i < columns.length; i++) figures.put(columns[i], cells[i]);
        Month month = new Month(cells[0].isEmpty() ? "%20" : cells[0], cells[1].replace("/", "%2F"), figures, null);
        Answer answer = jielian.operator()
                .put(
                        Service.METRICS,
                        "/api/reports/" + month.unit() + "/" + month.period(),
                        month.json().toString());
        return switch (answer.status()) {
            case 201 -> null;
            // the same again: nothing is added and nothing changed
            case 200 -> answer.json().path("version").asInt() == VERSION_OF_A_REPETITION ? "period" : null;
            case 400 -> Way.column(answer.json().at("/errors/0/field").asText());
            default -> "unit_code";
        };
    }

    private void score(String way, Defects rows, Set<String> refused) {
        Map<Long, Defect> made = new HashMap<>();
        rows.all().forEach(defect -> made.put(defect.line(), defect));
        Set<String> refusedLines =
                refused.stream().map(place -> place.split(" ")[0]).collect(Collectors.toSet());
        Map<String, JsonNode> findings = findings(rows);
        Map<Kind, int[]> counts = new EnumMap<>(Kind.class);
        int good = 0;
        int suspected = 0;
        for (int i = 0; i < rows.lines().size(); i++) {
            long line = i + 2L;
            String[] cells = rows.lines().get(i).split(",", -1);
            JsonNode found = findings.getOrDefault(cells[0] + cells[1], Answer.parse("[]"));
            Defect defect = made.get(line);
            if (defect == null) {
                good++;
                if (refusedLines.contains(String.valueOf(line)) || !found.isEmpty()) suspected++;
                continue;
            }
            int[] count = counts.computeIfAbsent(defect.kind(), kind -> new int[2]);
            count[1]++;
            boolean isFound = defect.isDetectable()
                    ? refused.contains(line + " " + defect.column())
                    : found.findValuesAsText("field").contains("quantities.electricityKwh");
            if (isFound) count[0]++;
        }
        judge(way, counts, suspected, good);
    }

    /** What was found in the reports that were taken, by unit and month. */
    private Map<String, JsonNode> findings(Defects rows) {
        Map<String, JsonNode> findings = new HashMap<>();
        Set<String> known =
                jielian.sample().units().stream().map(Sample.Unit::code).collect(Collectors.toSet());
        rows.lines().stream()
                .map(line -> line.substring(0, line.indexOf(',')))
                .distinct()
                .filter(known::contains)
                .forEach(unit -> jielian.operator()
                        .get(Service.METRICS, "/api/reports/" + unit + "?from=%1$s-01&to=%1$s-12".formatted(YEAR))
                        .ok()
                        .json()
                        .path("items")
                        .forEach(report ->
                                findings.put(unit + report.path("period").asText(), report.path("findings"))));
        return findings;
    }

    private static void judge(String way, Map<Kind, int[]> counts, int suspected, int good) {
        SoftAssertions softly = new SoftAssertions();
        StringBuilder table = new StringBuilder("defects found by ").append(way);
        counts.forEach((kind, count) -> {
            table.append(" | %s %d/%d".formatted(kind, count[0], count[1]));
            softly.assertThat((double) count[0] / count[1]).as(kind.name()).isGreaterThanOrEqualTo(FOUND);
        });
        System.out.println(table.append(" | false alarms %d/%d".formatted(suspected, good)));
        softly.assertThat((double) suspected / good).as("false alarms").isLessThan(FALSE_ALARMS);
        softly.assertAll();
        assertThat(counts).hasSize(Kind.values().length);
        assertThat(good).isGreaterThan(500);
    }
}
