package org.jielian.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.jielian.acceptance.Jielian.PROVINCE;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import org.jielian.local.Service;
import org.junit.jupiter.api.Test;

/**
 * A county inspects a unit and serves a notice that is answered, returned and verified; a draw is repeated from its seed; a city looks at a unit
 * of another.
 */
@OnRunningSystem
class InspectionsIT {
    private static final String COUNTY = "331123";
    private static final String CITY = "331100";
    private static final String OTHER_CITY = "330300";
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Shanghai"));

    private final Jielian jielian;
    private final String unit;
    private Answer made;

    InspectionsIT(Jielian jielian) {
        this.jielian = jielian;
        this.unit = jielian.sample().unitsOf(COUNTY).get(0).code();
    }

    private JsonNode post(String person, String path, String json) {
        return jielian.as(person).post(Service.SUPERVISION, path, json).ok().json();
    }

    private JsonNode get(String person, String path) {
        return jielian.as(person).get(Service.SUPERVISION, path).ok().json();
    }

    /** The sample's standard takes a while to reach every county: until it has, there is no checklist and so no plan. */
    private String plan(String region, String kind, String more) {
        String asked = """
                {"region": "%s", "kind": "%s", "name": "验收检查", "standardCode": "JNJG", "year": %d, "from": "%s", "to": "%s", %s}""".formatted(region, kind, TODAY.getYear(), TODAY, TODAY, more);
        await("the standard to be in force")
                .atMost(Duration.ofMinutes(3))
                .pollInterval(Duration.ofSeconds(2))
                .until(() -> {
                    made = jielian.as(region).post(Service.SUPERVISION, "/api/inspection-plans", asked);
                    return made.status() != 409;
                });
        return made.ok().json().path("id").asText();
    }

    private String inspection(String region, String kind, String of, String more) {
        String plan = plan(region, kind, "\"units\": [\"%s\"], \"inspectors\": [\"王芳\"]%s".formatted(of, more));
        return get(region, "/api/inspections?plan=" + plan).at("/items/0/id").asText();
    }

    private JsonNode step(String person, String inspection, String action) {
        return post(person, "/api/inspections/" + inspection + "/steps", """
                {"action": "%s", "text": "按检查表现场查看", "agrees": true}""".formatted(action));
    }

    private int refused(String person, String path, String json) {
        return jielian.as(person).post(Service.SUPERVISION, path, json).status();
    }

    private String evidence(String person, String words) {
        return jielian.as(person)
                .upload(
                        Service.SUPERVISION,
                        "/api/evidence?name=photo.pdf&node=" + unit,
                        BodyPublishers.ofByteArray(("%PDF-1.7 " + words).getBytes(StandardCharsets.UTF_8)))
                .ok()
                .json()
                .path("id")
                .asText();
    }

    /** Begun, checked with a problem at one item shown by a photograph, confirmed and served. */
    private String served(String inspectors, String id) {
        String item = step(inspectors, id, "BEGIN").at("/items/0/code").asText();
        jielian.as(inspectors)
                .put(Service.SUPERVISION, "/api/inspections/" + id + "/items/" + item, """
                        {"outcome": "PROBLEM", "remark": "没有年度计划", "evidence": ["%s"]}""".formatted(
                                evidence(inspectors, "found by " + inspectors)))
                .ok();
        step(inspectors, id, "CONCLUDE");
        step(unit, id, "CONFIRM");
        return post(inspectors, "/api/inspections/" + id + "/notice", """
                        {"problems": [{"item": "%s", "term": "SHORT", "deadline": "%s", "responsible": "办公室主任", "evidence": "计划"}]}""".formatted(item, TODAY.plusDays(30)))
                .path("id")
                .asText();
    }

    private static String problem(String notice) {
        return "/api/rectifications/" + notice + "/problems/1/steps";
    }

    private String answer(String words) {
        return """
                {"action": "ANSWER", "text": "%s", "day": "%s", "evidence": ["%s"]}""".formatted(words, TODAY, evidence(unit, words));
    }

    @Test
    void leadsToANoticeThatIsAnsweredReturnedAndVerifiedBySomebodyElse() {
        String id = inspection(COUNTY, "PLANNED", unit, "");
        String notice = served(COUNTY, id);
        String tasks = "/api/tasks?kind=INSPECTION_FINDING&q=" + unit;
        await("the task of the notice").atMost(Duration.ofMinutes(1)).until(() -> open(get(COUNTY, tasks)) == 1);
        assertThat(refused(COUNTY, problem(notice), answer("代为反馈"))).isEqualTo(403);
        post(unit, problem(notice), answer("已制定计划"));
        assertThat(refused(unit, problem(notice), "{\"action\": \"VERIFY\"}")).isEqualTo(403);
        assertThat(refused(CITY, problem(notice), "{\"action\": \"VERIFY\"}")).isEqualTo(403);
        post(COUNTY, problem(notice), "{\"action\": \"RETURN\", \"text\": \"计划没有盖章\"}");
        post(unit, problem(notice), answer("已盖章"));
        JsonNode verified = post(COUNTY, problem(notice), "{\"action\": \"VERIFY\"}");
        assertThat(verified.path("closedAt").isTextual()).isTrue();
        assertThat(verified.at("/problems/0/problem/verifiedBy").asText())
                .isNotEqualTo(verified.at("/problems/0/problem/answeredBy").asText());
        assertThat(get(unit, "/api/inspections/" + id).path("status").asText()).isEqualTo("RECTIFIED");
        await("the cause of the task to go").atMost(Duration.ofMinutes(1)).until(() -> open(get(COUNTY, tasks)) == 0);
    }

    private static long open(JsonNode tasks) {
        long open = 0;
        for (JsonNode task : tasks.path("items")) {
            if (task.path("causeGoneAt").isNull()
                    && task.path("status").asText().equals("OPEN")) open++;
        }
        return open;
    }

    @Test
    void drawsWhatAnybodyDrawsAgainFromTheSeed() {
        String plan = plan(
                CITY, "DOUBLE_RANDOM", "\"many\": 3, \"seed\": \"2026-IT\", \"inspectors\": [\"王芳\", \"李强\", \"赵敏\"]");
        JsonNode draw = get(CITY, "/api/inspection-plans/" + plan).path("draw");
        List<String> hat = new ArrayList<>();
        draw.path("unitsInHat").forEach(code -> hat.add(code.asText()));
        List<String> drawn = new ArrayList<>();
        get(CITY, "/api/inspections?plan=" + plan)
                .path("items")
                .forEach(i -> drawn.add(i.path("unitCode").asText()));
        assertThat(hat).hasSizeGreaterThan(100);
        assertThat(drawn)
                .containsExactlyInAnyOrderElementsOf(hat.stream()
                        .sorted(Comparator.comparing(code -> sha256("2026-IT/" + code)))
                        .limit(3)
                        .toList());
        assertThat(get(CITY, "/api/inspection-plans/" + plan + "/draw")
                        .path("same")
                        .asBoolean())
                .isTrue();
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    @Test
    void showsAnotherCityTheInspectionItWasGivenAndNothingElse() {
        String own = inspection(COUNTY, "PLANNED", unit, "");
        String given = inspection(PROVINCE, "CROSS_CITY", unit, ", \"inspecting\": \"" + OTHER_CITY + "\"");
        assertThat(refused(COUNTY, "/api/inspections/" + given + "/steps", "{\"action\": \"BEGIN\"}"))
                .isEqualTo(403);
        assertThat(jielian.as(OTHER_CITY)
                        .get(Service.SUPERVISION, "/api/inspections/" + own)
                        .status())
                .isEqualTo(403);
        String notice = served(OTHER_CITY, given);
        post(unit, problem(notice), answer("已整改，请核实"));
        assertThat(refused(COUNTY, problem(notice), "{\"action\": \"VERIFY\"}")).isEqualTo(403);
        post(OTHER_CITY, problem(notice), "{\"action\": \"VERIFY\"}");
        get(OTHER_CITY, "/api/inspections")
                .path("items")
                .forEach(i -> assertThat(i.path("inspecting").asText()).isEqualTo(OTHER_CITY));
        for (String path : List.of(
                "/api/standing/standards/" + unit, "/api/inspections?region=" + COUNTY, "/api/tasks?region=" + CITY)) {
            assertThat(jielian.as(OTHER_CITY).get(Service.SUPERVISION, path).status())
                    .as(path)
                    .isEqualTo(403);
        }
        step(COUNTY, own, "CANCEL");
    }
}
