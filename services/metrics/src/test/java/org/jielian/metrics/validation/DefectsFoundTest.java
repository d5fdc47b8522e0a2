package org.jielian.metrics.validation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.YearMonth;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.assertj.core.api.SoftAssertions;
import org.jielian.contracts.InstitutionType;
import org.jielian.contracts.UnitState;
import org.jielian.metrics.Chain331102;
import org.jielian.metrics.validation.SpoiledRows.Kind;
import org.jielian.metrics.validation.SpoiledRows.Row;
import org.jielian.testkit.Backends;
import org.jielian.testkit.Tokens;
import org.junit.jupiter.api.Test;

/**
 * How many defects of each kind are found and how many good rows are suspected, for each way a report comes in. Units of the sample are
 * divided among the ways, so that none is the other's history; the year has no year before it.
 */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class DefectsFoundTest {
    private static final Path SAMPLE = Path.of("../../deploy/local/sample/zhejiang");
    private static final String YEAR = "2020";
    private static final YearMonth EVER = YearMonth.of(2000, 1);
    private static final double FOUND = 0.95;
    private static final double FALSE_ALARMS = 0.01;

    @Test
    void inCsv() throws IOException {
        SpoiledRows rows = new SpoiledRows(year(unit -> unit % 24 == 0), 10, strangers());
        score("CSV", rows, named(upload(rows.csv())));
    }

    @Test
    void inWorkbooks() throws IOException {
        SpoiledRows rows = new SpoiledRows(year(unit -> unit % 24 == 1), 10, strangers());
        score("xlsx", rows, named(upload(rows.xlsx())));
    }

    @Test
    void inCalls() throws IOException {
        SpoiledRows rows = new SpoiledRows(year(unit -> unit % 96 == 2), 6, strangers());
        Set<String> named = new HashSet<>();
        for (Row row : rows.all()) {
            String column = refusedFor(row);
            if (column != null) named.add(row.line() + " " + column);
        }
        score("API", rows, named);
    }

    /** A year of the chosen units, which stand one after the other; the county knows them before. */
    private static List<String> year(IntPredicate choice) throws IOException {
        Map<String, String> types = new TreeMap<>();
        List<String> units = lines("units.csv");
        for (int i = 0; i < units.size(); i++) {
            String[] cells = units.get(i).split(",");
            if (choice.test(i)) types.put(cells[0], cells[2]);
        }
        Chain331102.tell();
        types.forEach((code, type) -> Chain331102.unit(
                1,
                code,
                code,
                InstitutionType.valueOf(type),
                new UnitState.Belonging(Chain331102.COUNTY, InstitutionType.valueOf(type), EVER)));
        types.keySet().forEach(unit -> await().atMost(Duration.ofMinutes(2))
                .until(() -> given().auth()
                                .oauth2(Tokens.operator())
                                .get("/api/reports/" + unit)
                                .statusCode()
                        == 200));
        return lines("reports.csv.gz").stream()
                .filter(row -> types.containsKey(row.substring(0, row.indexOf(','))))
                .map(row -> row.replace(",2025-", "," + YEAR + "-"))
                .toList();
    }

    /** Units of the sample that nobody has told the service about. */
    private static List<String> strangers() throws IOException {
        List<String> units = lines("units.csv");
        return IntStream.range(0, units.size())
                .filter(i -> i % 8 == 7)
                .mapToObj(i -> units.get(i).substring(0, 18))
                .toList();
    }

    private static List<String> lines(String file) throws IOException {
        try (InputStream in = Files.newInputStream(SAMPLE.resolve(file));
                var reader = new BufferedReader(new InputStreamReader(
                        file.endsWith(".gz") ? new GZIPInputStream(in) : in, StandardCharsets.UTF_8))) {
            return reader.lines().skip(1).toList();
        }
    }

    private static Response upload(byte[] file) {
        return given().auth()
                .oauth2(Tokens.operator())
                .contentType("text/csv")
                .body(file)
                .post("/api/reports/import");
    }

    /** Line and column of everything that was refused. */
    private static Set<String> named(Response result) {
        Set<String> named = new HashSet<>();
        List<Map<String, Object>> errors =
                result.then().statusCode(200).extract().jsonPath().getList("errors");
        errors.stream()
                .filter(e -> !e.containsKey("severity") || "HARD".equals(e.get("severity")))
                .forEach(e -> named.add(e.get("line") + " " + e.get("column")));
        return named;
    }

    /** The column that a call is refused for, or that shows that it is a repetition; {@code null} when it is taken. */
    private static String refusedFor(Row row) {
        StringBuilder quantities = new StringBuilder();
        for (int i = 2; i < row.cells().size(); i++) {
            String column = SpoiledRows.COLUMNS.get(i);
            if (column.equals("headcount") || column.equals("floor_area_m2")) continue;
            quantities.append(quantities.isEmpty() ? "" : ", ");
            quantities.append(
                    "\"%s\": \"%s\"".formatted(json(column), row.cells().get(i)));
        }
        Response answer = given().auth()
                .oauth2(Tokens.operator())
                .contentType(ContentType.JSON)
                .body("{\"quantities\": {%s}, \"headcount\": \"%s\", \"floorArea\": \"%s\"}"
                        .formatted(quantities, row.cells().get(9), row.cells().get(10)))
                .put(
                        "/api/reports/{unit}/{period}",
                        row.cells().get(0).isEmpty() ? " " : row.cells().get(0),
                        row.cells().get(1));
        return switch (answer.statusCode()) {
            case 201 -> null;
            // the same again: nothing is added and nothing changed
            case 200 -> answer.jsonPath().getInt("version") == 1 ? "period" : null;
            case 400 -> column(answer.jsonPath().getString("errors[0].field"));
            default -> "unit_code";
        };
    }

    /** electricity_kwh is electricityKwh in JSON. */
    private static String json(String column) {
        StringBuilder name = new StringBuilder();
        for (String word : column.split("_"))
            name.append(name.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
        return name.toString();
    }

    private static String column(String field) {
        return SpoiledRows.COLUMNS.stream()
                .filter(column -> field.equals("quantities." + json(column)) || field.equals(json(column)))
                .findFirst()
                .orElse(field);
    }

    private static void score(String way, SpoiledRows rows, Set<String> refused) {
        Map<String, List<Map<String, Object>>> found = findings(rows);
        Map<Kind, int[]> counts = new EnumMap<>(Kind.class);
        int good = 0;
        int suspected = 0;
        Set<Long> lines = new HashSet<>();
        refused.forEach(place -> lines.add(Long.valueOf(place.substring(0, place.indexOf(' ')))));
        for (Row row : rows.all()) {
            List<Map<String, Object>> findings = found.getOrDefault(row.unit() + row.period(), List.of());
            if (row.kind() == null) {
                good++;
                if (lines.contains(row.line()) || !findings.isEmpty()) suspected++;
                continue;
            }
            int[] count = counts.computeIfAbsent(row.kind(), kind -> new int[2]);
            count[1]++;
            boolean isFound = row.kind() == Kind.SPIKE_10X
                    ? findings.stream().anyMatch(f -> "quantities.electricityKwh".equals(f.get("field")))
                    : refused.contains(row.line() + " " + row.column());
            if (isFound) count[0]++;
        }
        judge(way, counts, suspected, good);
    }

    /** What was found in the reports that were taken, by unit and month. */
    private static Map<String, List<Map<String, Object>>> findings(SpoiledRows rows) {
        Map<String, List<Map<String, Object>>> findings = new HashMap<>();
        rows.all().stream().map(Row::unit).distinct().forEach(unit -> {
            List<Map<String, Object>> reports = given().auth()
                    .oauth2(Tokens.operator())
                    .get("/api/reports/{unit}?from=%1$s-01&to=%1$s-12".formatted(YEAR), unit)
                    .jsonPath()
                    .getList("items");
            for (Map<String, Object> report : reports) {
                @SuppressWarnings("unchecked")
                var of = (List<Map<String, Object>>) report.get("findings");
                findings.put(unit + report.get("period"), of);
            }
        });
        return findings;
    }

    private static void judge(String way, Map<Kind, int[]> counts, int suspected, int good) {
        SoftAssertions softly = new SoftAssertions();
        StringBuilder table = new StringBuilder("defects found by ").append(way);
        counts.forEach((kind, count) -> {
            table.append(" | ")
                    .append(kind)
                    .append(' ')
                    .append(count[0])
                    .append('/')
                    .append(count[1]);
            softly.assertThat((double) count[0] / count[1]).as(kind.name()).isGreaterThanOrEqualTo(FOUND);
        });
        System.out.println(
                table.append(" | false alarms ").append(suspected).append('/').append(good));
        softly.assertThat((double) suspected / good).as("false alarms").isLessThan(FALSE_ALARMS);
        softly.assertAll();
        assertThat(counts).hasSize(Kind.values().length);
        assertThat(good).isGreaterThan(150);
    }
}
