package org.jielian.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.File;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jielian.local.Service;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The province assesses its cities and selects its leaders of 2025. What the system says is computed again, from the files it exports, by a
 * program of its own that shares no class with it, and has to agree in every number, rank, reason and grade.
 */
@OnRunningSystem
class AssessmentIT {
    private static final String STANDARD = "KAOHE";
    private static final String CITY = "330300";
    /** Reports of this year are what the targets are measured against; no other test looks at this city in it. */
    private static final String BASE = "2021";

    /** Beside all cities; each takes the start of a program. */
    private static final int UNITS_COMPARED = 8;

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Jielian jielian;
    private final Standard standard;

    @TempDir
    Path folder;

    AssessmentIT(Jielian jielian) {
        this.jielian = jielian;
        this.standard = new Standard(jielian, STANDARD);
    }

    @Test
    void anotherProgramComputesTheSameFromWhatIsExported() {
        measureAgainst2021();
        standard.awaitResults(jielian.sample().units().size(), Jielian.YEAR);
        allot();
        jielian.as(Jielian.PROVINCE)
                .post(
                        Service.SUPERVISION,
                        "/api/assessments",
                        "{\"assessor\": \"330000\", \"standardCode\": \"KAOHE\", \"year\": 2025}")
                .ok();
        List<JsonNode> sheets =
                standard.all("/api/assessments?region=330000&assessor=330000&year=2025&limit=100", Jielian.PROVINCE);
        long cities = sheets.stream()
                .filter(s -> s.path("kind").asText().equals("REGION"))
                .count();
        assertThat(cities).isEqualTo(jielian.sample().cities().size());
        int withTargets = 0;
        for (JsonNode sheet : sheets)
            withTargets += compareSheet(sheet.path("id").asText());
        assertThat(withTargets).as("sheets with points for targets").isPositive();
        compareLeaders();
    }

    /** A standard with targets against a year in which one unit of a city reported every month. */
    private void measureAgainst2021() {
        Sample.Unit unit = jielian.sample().unitsOf(CITY).get(0);
        for (int month = 1; month <= 12; month++) {
            String period = "%s-%02d".formatted(BASE, month);
            jielian.operator()
                    .put(Service.METRICS, "/api/reports/" + unit.code() + "/" + period, """
                            {"quantities": {"electricityKwh": 31000, "waterM3": 300}, "headcount": 60, "floorArea": 4000,
                             "reason": "补录基准年"}""")
                    .ok();
        }
        String draft = standard.draft(body -> {
            body.put("effectiveFrom", "2025-01-01");
            body.putNull("adoptBy");
            for (JsonNode target : body.at("/content/targets")) {
                if (!target.path("baseYear").isNull()) ((ObjectNode) target).put("baseYear", Integer.parseInt(BASE));
            }
        });
        standard.release(draft);
        await("the city's base year to be known").atMost(PATIENCE).until(() -> {
            Answer result = jielian.as(CITY)
                    .get(Service.SUPERVISION, "/api/results/regions/" + CITY + "?standard=" + STANDARD + "&year=2025");
            if (result.status() != 200) return false;
            for (JsonNode t : result.json().path("targets"))
                if (!t.path("rate").isNull() && !t.path("rate").isMissingNode()) return true;
            return false;
        });
    }

    private void allot() {
        String parts = jielian.sample().cities().stream()
                .map(city -> "{\"node\": \"%s\", \"share\": 80, \"binding\": %s}"
                        .formatted(city.code(), city.code().equals("330100")))
                .collect(Collectors.joining(", "));
        JsonNode progress = jielian.as(Jielian.PROVINCE)
                .put(
                        Service.SUPERVISION,
                        "/api/programme/330000/2025",
                        "{\"parts\": [" + parts + "], \"reason\": \"年度分解\"}")
                .ok()
                .json();
        assertThat(progress.at("/check/allotted").asLong()).isPositive();
        assertThat(progress.path("parts").findValuesAsText("node")).contains("330100", CITY);
    }

    /** 1 if the sheet has points for targets. */
    private int compareSheet(String id) {
        ObjectNode export = export("/api/assessments/" + id + "/inputs");
        JsonNode said = export.remove("outcome");
        export.path("inputs").path("targets").forEach(t -> ((ObjectNode) t)
                .remove(List.of("base", "value", "decline", "rate", "met", "missing")));
        JsonNode computed = recomputed(export);
        int targets = 0;
        assertThat(computed.path("lines").size()).isEqualTo(said.path("lines").size());
        for (JsonNode line : said.path("lines")) {
            JsonNode other = computed.path("lines").path(line.path("code").asText());
            for (String field : List.of("weight", "numerator", "denominator", "percent", "points")) {
                assertSame(id + " " + line.path("code").asText() + " " + field, line.path(field), other.path(field));
            }
            assertThat(line.path("points").isNull())
                    .as(line + " says why")
                    .isEqualTo(!line.path("missing").isNull());
            if (line.path("code").asText().startsWith("TARGETS")
                    && !line.path("points").isNull()) targets = 1;
        }
        for (JsonNode deduction : said.path("deductions")) {
            String item = deduction.path("item").asText();
            assertSame(
                    id + " " + item,
                    deduction.path("points"),
                    computed.path("deductions").path(item));
        }
        for (String field : List.of("got", "applicable", "base", "deducted", "score")) {
            assertSame(id + " " + field, said.path(field), computed.path(field));
        }
        assertThat(computed.path("grade").asText())
                .as(id)
                .isEqualTo(said.path("grade").asText());
        List<String> vetoes = new ArrayList<>();
        computed.path("vetoes").forEach(v -> vetoes.add(v.asText()));
        assertThat(vetoes).containsExactlyElementsOf(said.path("vetoes").findValuesAsText("veto"));
        return targets;
    }

    private void compareLeaders() {
        JsonNode begun = jielian.as(Jielian.PROVINCE)
                .post(Service.SUPERVISION, "/api/honours", """
                        {"kind": "LEADER", "region": "330000", "year": 2025, "standardCode": "KAOHE", "rule": {"indicator": "E_CAP",
                         "places": [{"type": "AGENCY", "number": 5}, {"type": "SCHOOL", "number": 10}, {"type": "HOSPITAL", "percent": 5}],
                         "excluding": ["YEAR_INCOMPLETE", "NO_TITLE", "CRITICISED", "ABOVE_CONSTRAINT", "OVERDUE", "FALSIFIED"]}}""")
                .ok()
                .json();
        String id = begun.path("id").asText();
        ObjectNode export = export("/api/honours/" + id + "/inputs");
        List<JsonNode> said = new ArrayList<>();
        for (JsonNode line : export.path("lines")) {
            said.add(line.deepCopy());
            ((ObjectNode) line).retain("candidate");
            ((ObjectNode) line.path("candidate")).remove("figures");
        }
        JsonNode computed = recomputed(export);
        assertThat(said).hasSize(jielian.sample().units().size()).hasSize(computed.size());
        int chosen = 0;
        for (JsonNode line : said) {
            String unit = line.at("/candidate/unit").asText();
            JsonNode other = computed.path(unit);
            assertSame(unit, line.path("value"), other.path("value"));
            assertThat(other.path("outcome")).as(unit).isEqualTo(line.path("outcome"));
            assertThat(other.path("rank").asInt(-1))
                    .as(unit)
                    .isEqualTo(line.path("rank").asInt(-1));
            List<String> reasons = new ArrayList<>();
            line.path("reasons")
                    .forEach(r -> reasons.add(
                            r.path("why").asText() + " " + r.path("detail").asText()));
            List<String> others = new ArrayList<>();
            other.path("reasons").forEach(r -> others.add(r.asText()));
            assertThat(others).as(unit).isEqualTo(reasons);
            if (line.path("outcome").asText().equals("CHOSEN")) chosen++;
        }
        assertThat(chosen)
                .as("leaders")
                .isGreaterThanOrEqualTo(10)
                .isEqualTo(begun.path("chosen").asInt());
        jielian.as(Jielian.PROVINCE)
                .post(Service.SUPERVISION, "/api/honours/" + id + "/steps", "{\"action\": \"DISCARD\"}")
                .ok();
    }

    private ObjectNode export(String path) {
        return (ObjectNode)
                jielian.as(Jielian.PROVINCE).get(Service.SUPERVISION, path).ok().json();
    }

    /** What the program prints; it knows the file and nothing else. */
    private JsonNode recomputed(JsonNode export) {
        try {
            Path file = Files.writeString(folder.resolve("export.json"), export.toString());
            String libraries = Stream.of(ObjectMapper.class, JsonFactory.class, JsonProperty.class)
                    .map(type -> type.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .getPath())
                    .collect(Collectors.joining(File.pathSeparator));
            Process program = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-cp",
                            libraries,
                            "src/test/resources/recompute/Recompute.java",
                            file.toString())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            String printed = new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(program.waitFor()).as(printed).isZero();
            return Answer.parse(printed);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while the program ran", e);
        }
    }

    /** The same number, however it is written, or none on both sides. */
    private static void assertSame(String what, JsonNode said, JsonNode computed) {
        BigDecimal one = said.isNumber() ? said.decimalValue() : null;
        BigDecimal other = computed.isNumber() ? computed.decimalValue() : null;
        if (one == null || other == null) assertThat(other).as(what).isEqualTo(one);
        else assertThat(other).as(what).isEqualByComparingTo(one);
    }
}
