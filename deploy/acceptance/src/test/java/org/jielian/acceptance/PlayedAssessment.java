package org.jielian.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jielian.acceptance.Jielian.PROVINCE;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jielian.local.Service;

/** The province assesses its cities for the year that was played: one city has something to say, another is computed anew. */
final class PlayedAssessment {
    private static final String SHEETS = "/api/assessments";
    /** Somebody else in the same office. */
    private static final String SECOND = PROVINCE + "-b";

    private final PlayedYear year;
    private final Jielian jielian;
    private final int of;

    PlayedAssessment(PlayedYear year, int of) {
        this.year = year;
        this.jielian = year.jielian();
        this.of = of;
    }

    /** A city is asked for something in the year, and never answers. */
    void ask(LocalDate day, String city) {
        year.goTo(day);
        post(
                PROVINCE,
                "/api/tasks",
                "{\"target\": \"%s\", \"title\": \"请报送年度节能工作安排\", \"detail\": \"未收到。\"}".formatted(city));
    }

    void assess(LocalDate day) {
        year.goTo(day);
        post(
                PROVINCE,
                SHEETS,
                "{\"assessor\": \"%s\", \"standardCode\": \"JNJG\", \"year\": %d}".formatted(PROVINCE, of));
        List<JsonNode> cities = cities();
        assertThat(cities).hasSameSizeAs(jielian.sample().cities());
        step(PROVINCE, cities.get(0), "SEND", null);
        step(PROVINCE, cities.get(0), "RETURN", "督办记录有更新");
        for (JsonNode city : cities) step(PROVINCE, city, "SEND", null);
        for (JsonNode city : cities) step(city.path("assessed").asText(), city, "STATE", "无异议");
        assertThat(jielian.as(PROVINCE)
                        .post(Service.SUPERVISION, steps(cities.get(0)), "{\"action\": \"CONFIRM\"}")
                        .status())
                .as("nobody confirms what they sent")
                .isEqualTo(403);
        for (JsonNode city : cities.subList(1, cities.size())) {
            step(SECOND, city, "CONFIRM", null);
            step(PROVINCE, city, "PUBLISH", null);
        }
    }

    void addUp(Recount recount) {
        Map<String, Long> listed = new TreeMap<>();
        Map<String, Long> grades = new TreeMap<>();
        for (JsonNode sheet : sheets()) {
            listed.merge(sheet.path("state").asText(), 1L, Long::sum);
            if (sheet.path("kind").asText().equals("REGION"))
                grades.merge(sheet.path("grade").asText(), 1L, Long::sum);
        }
        System.out.printf("  assessments by state: %s; cities by grade: %s%n", listed, grades);
        assertThat(recount.standing("assessment", "after ->> 'state'")).isEqualTo(listed);
        assertThat(listed).containsEntry("PUBLISHED", 10L).containsEntry("STATED", 1L);
        deductionsAddUp("CRITICISED", recount.criticisms(of));
        deductionsAddUp("LATE", recount.lateReportsBelow(PROVINCE, of));
    }

    /** What went wrong in the year costs points, as often as the trail says it happened. */
    private void deductionsAddUp(String item, Map<String, Long> byCity) {
        assertThat(byCity).as(item).isNotEmpty();
        for (JsonNode city : cities()) {
            JsonNode sheet = jielian.as(PROVINCE)
                    .get(Service.SUPERVISION, SHEETS + "/" + city.path("id").asText())
                    .ok()
                    .json();
            for (JsonNode deduction : sheet.at("/outcome/deductions")) {
                if (!deduction.path("item").asText().equals(item)) continue;
                assertThat(deduction.path("count").asLong())
                        .as("%s: %s", city.path("assessed"), deduction)
                        .isEqualTo(byCity.getOrDefault(city.path("assessed").asText(), 0L));
            }
        }
    }

    private List<JsonNode> sheets() {
        List<JsonNode> found = new ArrayList<>();
        jielian.as(PROVINCE)
                .get(
                        Service.SUPERVISION,
                        SHEETS + "?region=" + PROVINCE + "&assessor=" + PROVINCE + "&limit=1000&year=" + of)
                .ok()
                .json()
                .path("items")
                .forEach(found::add);
        return found;
    }

    private List<JsonNode> cities() {
        return sheets().stream()
                .filter(sheet -> sheet.path("kind").asText().equals("REGION"))
                .toList();
    }

    private static String steps(JsonNode sheet) {
        return SHEETS + "/" + sheet.path("id").asText() + "/steps";
    }

    private void step(String person, JsonNode sheet, String action, String said) {
        post(
                person,
                steps(sheet),
                "{\"action\": \"" + action + "\"" + (said == null ? "" : ", \"text\": \"" + said + "\"") + "}");
    }

    private void post(String person, String path, String json) {
        jielian.as(person).post(Service.SUPERVISION, path, json).ok();
    }
}
