package org.jielian.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jielian.local.Service;

/** A standard of the province, as tests adjust it and look at where it has come. */
final class Standard {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String PROVINCE = Jielian.PROVINCE;

    private final Jielian jielian;
    private final String code;

    Standard(Jielian jielian, String code) {
        this.jielian = jielian;
        this.code = code;
    }

    /** Begins with the release before, or with the shipped standard, and changes what it says. */
    String draft(Consumer<ObjectNode> change) {
        String drafts = "/api/standards/" + PROVINCE + "/drafts";
        JsonNode begun = jielian.as(PROVINCE)
                .post(Service.SUPERVISION, drafts, "{\"standardCode\": \"" + code + "\"}")
                .ok()
                .json();
        String id = begun.path("id").asText();
        ObjectNode body = (ObjectNode) begun.path("body");
        change.accept(body);
        jielian.as(PROVINCE)
                .put(Service.SUPERVISION, "/api/standards/drafts/" + id, body.toString())
                .ok();
        return id;
    }

    /** The day after the newest release takes effect, or in a month when there is none. */
    LocalDate nextFreeDay() {
        return releases(PROVINCE).stream()
                .map(line ->
                        LocalDate.parse(line.path("effectiveFrom").asText()).plusDays(1))
                .max(LocalDate::compareTo)
                .orElse(LocalDate.now(ZoneId.of("Asia/Shanghai")).plusDays(30));
    }

    /** Releases a draft and gives its number. */
    int release(String draft) {
        return jielian.as(PROVINCE)
                .post(Service.SUPERVISION, "/api/standards/drafts/" + draft + "/release", "")
                .ok()
                .json()
                .path("number")
                .asInt();
    }

    String key(int number) {
        return PROVINCE + "/" + code + "/" + number;
    }

    /** How a region stands to a release of the province: {@code UNDELIVERED} until it has it. */
    String standing(String region, int number) {
        for (JsonNode row : matrix(number).path("items")) {
            if (row.path("regionCode").asText().equals(region))
                return row.path("state").asText();
        }
        return "NOT_THERE";
    }

    JsonNode matrix(int number) {
        return jielian.as(PROVINCE)
                .get(Service.SUPERVISION, "/api/standing/" + PROVINCE + "?all=true&limit=200&origin=" + key(number))
                .ok()
                .json();
    }

    /** Waits until every region below has answered a release, by itself or by silence. */
    void awaitAnswered(int number) {
        await("all regions to have release " + number).atMost(PATIENCE).until(() -> {
            JsonNode counts = matrix(number).path("counts");
            int answered = counts.path("confirmed").asInt()
                    + counts.path("localised").asInt()
                    + counts.path("inherited").asInt();
            return answered == counts.path("regions").asInt();
        });
    }

    /** The newest release a region goes by, with its content. */
    JsonNode newest(String region) {
        JsonNode newest = null;
        for (JsonNode line : releases(region)) {
            boolean holds = line.path("status").asText().equals("ISSUED");
            if (holds
                    && (newest == null
                            || line.path("number").asInt()
                                    > newest.path("number").asInt())) newest = line;
        }
        assertThat(newest).as(region + " has a release of " + code).isNotNull();
        return jielian.as(region)
                .get(Service.SUPERVISION, "/api/releases/" + newest.path("key").asText())
                .ok()
                .json();
    }

    static String key(JsonNode release) {
        return release.path("regionCode").asText() + "/"
                + release.path("standardCode").asText() + "/"
                + release.path("number").asText();
    }

    private List<JsonNode> releases(String region) {
        return all("/api/releases?limit=200&region=" + region, region).stream()
                .filter(line -> line.path("standardCode").asText().equals(code))
                .toList();
    }

    /** All items of a list, page by page. */
    List<JsonNode> all(String path, String person) {
        List<JsonNode> all = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = jielian.as(person)
                    .get(Service.SUPERVISION, path + (cursor.isEmpty() ? "" : "&cursor=" + cursor))
                    .ok()
                    .json();
            page.path("items").forEach(all::add);
            cursor = page.path("next").asText("");
        } while (!cursor.isEmpty() && !cursor.equals("null"));
        return all;
    }

    /** The bands of all units in a year, by unit and indicator, with the value they come from. */
    Map<String, String> bands(String year, List<String> indicators) {
        Map<String, String> bands = new TreeMap<>();
        for (String indicator : indicators) {
            String list = "/api/results/units?limit=1000&region=" + PROVINCE + "&standard=" + code + "&year=" + year
                    + "&indicator=" + indicator;
            for (JsonNode unit : all(list, PROVINCE)) {
                bands.put(
                        unit.path("unitCode").asText() + " " + indicator,
                        unit.path("band").asText() + " " + unit.path("value").asText());
            }
        }
        return bands;
    }

    /** Waits until nothing is left to be computed and these units are judged by that release. */
    void awaitResults(List<String> units, String year, int number) {
        awaitResults(units.size(), year);
        await("results by release " + number).atMost(PATIENCE).until(() -> units.stream()
                .allMatch(unit -> originOf(unit, year).equals(key(number))));
        awaitResults(units.size(), year);
    }

    /** Waits until at least so many units have results and nothing is left to be computed. */
    void awaitResults(int units, String year) {
        String list = "/api/results/units?region=" + PROVINCE + "&standard=" + code + "&year=" + year + "&limit=1";
        await("all results to be there")
                .atMost(PATIENCE)
                .until(() -> number(list, "total") >= units && number("/api/results/recomputation", "waiting") == 0);
    }

    private int number(String path, String field) {
        return jielian.operator()
                .get(Service.SUPERVISION, path)
                .ok()
                .json()
                .path(field)
                .asInt();
    }

    /** The province's release that a unit's result goes back to. */
    private String originOf(String unit, String year) {
        String release = jielian.operator()
                .get(Service.SUPERVISION, "/api/results/unit/" + unit + "?standard=" + code + "&year=" + year)
                .ok()
                .json()
                .at("/basis/release")
                .asText();
        JsonNode found = jielian.operator()
                .get(Service.SUPERVISION, "/api/releases/" + release)
                .ok()
                .json();
        String origin = found.path("origin").asText("");
        return origin.isEmpty() || origin.equals("null") ? release : origin;
    }
}
