package org.jielian.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.jielian.acceptance.Jielian.PROVINCE;

import com.fasterxml.jackson.databind.JsonNode;
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
    private final InspectedUnits inspected;

    InspectionsIT(Jielian jielian) {
        this.jielian = jielian;
        this.inspected = new InspectedUnits(jielian, TODAY);
        this.unit = inspected.unit(COUNTY);
    }

    private JsonNode get(String person, String path) {
        return jielian.as(person).get(Service.SUPERVISION, path).ok().json();
    }

    private int refused(String person, String path, String json) {
        return jielian.as(person).post(Service.SUPERVISION, path, json).status();
    }

    private int status(String person, String notice, String body) {
        return inspected.problem(person, notice, body).status();
    }

    @Test
    void leadsToANoticeThatIsAnsweredReturnedAndVerifiedBySomebodyElse() {
        String id = inspected.planned(COUNTY, "PLANNED", unit, "");
        String notice = inspected.served(COUNTY, unit, id);
        String tasks = "/api/tasks?kind=INSPECTION_FINDING&q=" + unit;
        await("the task of the notice").atMost(Duration.ofMinutes(1)).until(() -> open(get(COUNTY, tasks)) == 1);
        assertThat(status(COUNTY, notice, inspected.answer(unit, "代为反馈"))).isEqualTo(403);
        inspected.problem(unit, notice, inspected.answer(unit, "已制定计划")).ok();
        assertThat(status(unit, notice, "{\"action\": \"VERIFY\"}")).isEqualTo(403);
        assertThat(status(CITY, notice, "{\"action\": \"VERIFY\"}")).isEqualTo(403);
        inspected
                .problem(COUNTY, notice, "{\"action\": \"RETURN\", \"text\": \"计划没有盖章\"}")
                .ok();
        inspected.problem(unit, notice, inspected.answer(unit, "已盖章")).ok();
        JsonNode verified = inspected
                .problem(COUNTY, notice, "{\"action\": \"VERIFY\"}")
                .ok()
                .json();
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
        String plan = inspected.plan(
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
        String own = inspected.planned(COUNTY, "PLANNED", unit, "");
        String given = inspected.planned(PROVINCE, "CROSS_CITY", unit, ", \"inspecting\": \"" + OTHER_CITY + "\"");
        assertThat(refused(COUNTY, "/api/inspections/" + given + "/steps", "{\"action\": \"BEGIN\"}"))
                .isEqualTo(403);
        assertThat(jielian.as(OTHER_CITY)
                        .get(Service.SUPERVISION, "/api/inspections/" + own)
                        .status())
                .isEqualTo(403);
        String notice = inspected.served(OTHER_CITY, unit, given);
        inspected.problem(unit, notice, inspected.answer(unit, "已整改，请核实")).ok();
        assertThat(status(COUNTY, notice, "{\"action\": \"VERIFY\"}")).isEqualTo(403);
        inspected.problem(OTHER_CITY, notice, "{\"action\": \"VERIFY\"}").ok();
        get(OTHER_CITY, "/api/inspections")
                .path("items")
                .forEach(i -> assertThat(i.path("inspecting").asText()).isEqualTo(OTHER_CITY));
        for (String path : List.of(
                "/api/standing/standards/" + unit, "/api/inspections?region=" + COUNTY, "/api/tasks?region=" + CITY)) {
            assertThat(jielian.as(OTHER_CITY).get(Service.SUPERVISION, path).status())
                    .as(path)
                    .isEqualTo(403);
        }
        inspected.step(COUNTY, own, "CANCEL");
    }
}
