package org.jielian.supervision.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.jielian.supervision.cascade.Cascading.CONSTRAINT;
import static org.jielian.supervision.cascade.Cascading.as;
import static org.jielian.supervision.cascade.Cascading.awaitAnswer;
import static org.jielian.supervision.cascade.Cascading.confirm;
import static org.jielian.supervision.cascade.Cascading.release;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.jielian.contracts.AdoptionState;
import org.jielian.contracts.CoefficientsState;
import org.jielian.contracts.InstitutionType;
import org.jielian.contracts.ReportState;
import org.jielian.contracts.ResultState;
import org.jielian.contracts.TaskState;
import org.jielian.foundation.time.WorkingDays;
import org.jielian.supervision.Chain;
import org.jielian.supervision.MovableClock;
import org.jielian.supervision.calendar.MovableFirstMonth;
import org.jielian.supervision.evaluation.Facts2025;
import org.jielian.testkit.Backends;
import org.jielian.testkit.Facts;
import org.jielian.testkit.Tokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Backends.class)
class TasksTest {
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration AT_ONCE = Duration.ofSeconds(2);
    private static final WorkingDays WORKING = WorkingDays.known();
    private static Chain chain;

    @BeforeEach
    void chain() {
        if (chain == null) chain = Chain.told("64");
    }

    @AfterEach
    void today() {
        MovableFirstMonth.never();
        MovableClock.daysAgo(0);
    }

    private static void on(LocalDate day) {
        MovableClock.on(day);
    }

    private static RequestSpecification unit() {
        return unit(chain.unit);
    }

    private static RequestSpecification unit(String code) {
        return io.restassured.RestAssured.given()
                .auth()
                .oauth2(Tokens.unit(code))
                .contentType(ContentType.JSON);
    }

    private static Response tasks(String node, String query) {
        return as(node).get("/api/tasks?limit=200&" + query);
    }

    /** The only task of that kind about the node; waits for it. */
    private static String awaitTask(String target, String kind, String period, Duration patience) {
        String[] found = new String[1];
        await().atMost(patience).pollInterval(Duration.ofMillis(100)).untilAsserted(() -> {
            List<String> ids = ids(target, kind, period);
            assertThat(ids).hasSize(1);
            found[0] = ids.get(0);
        });
        return found[0];
    }

    private static List<String> ids(String target, String kind, String period) {
        return tasks(chain.province, "kind=" + kind + "&q=" + target)
                .jsonPath()
                .getList("items.findAll { it.target == '" + target + "' && it.period == "
                        + (period == null ? "null" : "'" + period + "'") + " }.id");
    }

    private static void awaitRung(String id, String rung, String holder) {
        await().atMost(PATIENCE).untilAsserted(() -> as(chain.province)
                .get("/api/tasks/" + id)
                .then()
                .statusCode(200)
                .body("task.rung", equalTo(rung))
                .body("task.holder", equalTo(holder)));
    }

    private static void report(String unit, YearMonth month, long version, String kwh) {
        Facts.tell(
                ReportState.TOPIC,
                unit + "/" + month,
                new ReportState(
                        unit,
                        month,
                        version,
                        ReportState.Status.SUBMITTED,
                        new ReportState.CountsIn(chain.county, InstitutionType.AGENCY),
                        Map.of("electricityKwh", new BigDecimal(kwh), "waterM3", new BigDecimal("50")),
                        BigDecimal.valueOf(40),
                        BigDecimal.valueOf(1000),
                        Instant.parse("2026-01-01T00:00:00Z")));
    }

    @Test
    void climbsDayByDayFromTheCountyToTheProvinceAndIsClosedWhenTheReportComes() {
        String unit = "11641102TEST0002A1";
        Chain.unit(unit, chain.county, InstitutionType.AGENCY);
        await().atMost(PATIENCE).until(() -> Chain.isKnown(unit));
        YearMonth month = YearMonth.now(CHINA).minusMonths(5);
        String period = month.toString();
        LocalDate reportDay = WORKING.onOrAfter(month.plusMonths(1).atDay(5));
        on(reportDay);
        MovableFirstMonth.is(month);
        await().pollDelay(Duration.ofSeconds(3))
                .until(() -> ids(unit, "REPORT_MISSING", period).isEmpty());
        LocalDate opened = reportDay.plusDays(1);
        on(opened);
        String id = awaitTask(unit, "REPORT_MISSING", period, PATIENCE);
        LocalDate due = WORKING.plus(opened, 10);
        as(chain.county)
                .get("/api/tasks/" + id)
                .then()
                .body("task.due", equalTo(due.toString()))
                .body("task.openedBy", nullValue())
                .body("causes", hasSize(1));
        unit(unit).get("/api/notices?limit=100").then().body("items.cause", hasItem("TASK_OPENED"));
        unit(unit).get("/api/tasks?tab=todo&limit=200").then().body("items.id", hasItem(id));
        tasks(chain.county, "tab=waiting").then().body("items.id", hasItem(id));

        on(due);
        awaitRung(id, "REMINDED", chain.county);
        on(WORKING.plus(due, 1));
        awaitRung(id, "YELLOW", chain.county);
        on(WORKING.plus(due, 9));
        await().pollDelay(Duration.ofSeconds(2)).untilAsserted(() -> awaitRung(id, "YELLOW", chain.county));
        on(WORKING.plus(due, 10));
        awaitRung(id, "RED", chain.city);
        tasks(chain.city, "tab=climbed").then().body("items.id", hasItem(id));
        on(WORKING.plus(due, 20));
        awaitRung(id, "CRITICISED", chain.province);
        on(WORKING.plus(due, 30));
        awaitRung(id, "SUMMONED", chain.province);
        as(chain.province)
                .get("/api/tasks/" + id)
                .then()
                .body("records.rung", contains("CRITICISED", "SUMMONED"))
                .body("records.byRegion", contains(chain.province, chain.province))
                .body(
                        "history.action",
                        contains("TASK_OPENED", "TASK_CLIMB", "TASK_CLIMB", "TASK_CLIMB", "TASK_CLIMB", "TASK_CLIMB"));
        as(chain.province).post("/api/tasks/{id}/closing", id).then().statusCode(409);

        report(unit, month, 1, "1000");
        await().atMost(AT_ONCE)
                .pollInterval(Duration.ofMillis(100))
                .untilAsserted(() ->
                        as(chain.province).get("/api/tasks/" + id).then().body("task.causeGoneAt", notNullValue()));
        as(chain.county).post("/api/tasks/{id}/closing", id).then().statusCode(403);
        as(chain.province)
                .post("/api/tasks/{id}/closing", id)
                .then()
                .statusCode(200)
                .body("task.status", equalTo("CLOSED"));
        TaskState fact = Facts.await(
                TaskState.TOPIC, TaskState.class, t -> t.key().equals(id) && t.status() == TaskState.Status.CLOSED);
        assertThat(fact.rung()).isEqualTo(TaskState.Rung.SUMMONED);

        // taken back and told again: the same cause opens nothing a second time
        Facts.rawOf(ReportState.TOPIC, unit + "/" + month)
                .forEach(told -> Facts.tellRaw(ReportState.TOPIC, unit + "/" + month, told));
        await().pollDelay(Duration.ofSeconds(3)).untilAsserted(() -> assertThat(ids(unit, "REPORT_MISSING", period))
                .containsExactly(id));
    }

    @Test
    void opensOnceWhenSilenceInheritsAndSaysSoWhenItIsConfirmed() {
        MovableFirstMonth.is(YearMonth.now(CHINA).minusMonths(2));
        MovableClock.daysAgo(9);
        release(chain.province, "QUIET", 8, 3, Map.of());
        awaitAnswer(chain.city, chain.province, "QUIET", 1, "OPEN");
        MovableClock.daysAgo(5);
        awaitAnswer(chain.city, chain.province, "QUIET", 1, "INHERITED");
        String id = awaitTask(chain.city, "RELEASE_NOT_CONFIRMED", null, AT_ONCE);
        as(chain.city).get("/api/tasks/" + id).then().body("task.holder", equalTo(chain.province));
        replay();
        assertThat(ids(chain.city, "RELEASE_NOT_CONFIRMED", null)).containsExactly(id);
        confirm(chain.city, chain.province, "QUIET", 1).then().statusCode(200);
        await().atMost(AT_ONCE)
                .pollInterval(Duration.ofMillis(100))
                .untilAsserted(() ->
                        as(chain.province).get("/api/tasks/" + id).then().body("task.causeGoneAt", notNullValue()));
        as(chain.city).post("/api/tasks/{id}/closing", id).then().statusCode(403);
        as(chain.province).post("/api/tasks/{id}/closing", id).then().statusCode(200);
        replay();
        assertThat(ids(chain.city, "RELEASE_NOT_CONFIRMED", null)).containsExactly(id);
    }

    /** Everything that was ever told, from the start, and time for it to be learnt. */
    private static void replay() {
        for (String topic : List.of(AdoptionState.TOPIC, ResultState.TOPIC)) {
            for (String told : Facts.rawOf(topic, null)) Facts.tellRaw(topic, "again-" + told.hashCode(), told);
        }
        await().pollDelay(Duration.ofSeconds(3)).until(() -> true);
    }

    @Test
    void opensWhenAYearLiesAboveTheConstraintValue() {
        Facts.tell(CoefficientsState.TOPIC, "QUOTA", Facts2025.QUOTA);
        MovableFirstMonth.is(YearMonth.of(2025, 12));
        for (int m = 1; m <= 12; m++) report(chain.unit, YearMonth.of(2025, m), 1, "10000");
        Map<String, Object> values = new HashMap<>(Map.of(CONSTRAINT, 900));
        values.put("/content/zones/0/regionCode", chain.province);
        release(
                chain.province,
                "LIMITS",
                (int) ChronoUnit.DAYS.between(MovableClock.today(), LocalDate.of(2025, 1, 1)),
                null,
                values);
        Facts.await(
                ResultState.TOPIC,
                ResultState.class,
                r -> r.unitCode().equals(chain.unit)
                        && r.standardCode().equals("LIMITS")
                        && r.indicators().stream().anyMatch(p -> "ABOVE_CONSTRAINT".equals(p.band())));
        String id = awaitTask(chain.unit, "ABOVE_CONSTRAINT", "2025", AT_ONCE);
        as(chain.county)
                .get("/api/tasks/" + id)
                .then()
                .body("detail.zh", org.hamcrest.Matchers.containsString("E_CAP 930"));
        replay();
        assertThat(ids(chain.unit, "ABOVE_CONSTRAINT", "2025")).containsExactly(id);
        for (int m = 1; m <= 12; m++) report(chain.unit, YearMonth.of(2025, m), 2, "100");
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> as(chain.county).get("/api/tasks/" + id).then().body("task.causeGoneAt", notNullValue()));
    }

    @Test
    void aFloodUnderOneRegionIsOneTaskWithAList() {
        YearMonth month = YearMonth.now(CHINA).minusMonths(3);
        for (int i = 10; i < 31; i++) {
            Chain.unit("1164110" + "3FLOOD" + i + "A1", chain.secondCounty, InstitutionType.AGENCY);
        }
        await().atMost(PATIENCE).until(() -> Chain.isKnown("11641103FLOOD30A1"));
        on(WORKING.onOrAfter(month.plusMonths(1).atDay(5)).plusDays(1));
        MovableFirstMonth.is(month);
        String id = awaitTask(chain.secondCounty, "REPORT_MISSING", month.toString(), PATIENCE);
        as(chain.city)
                .get("/api/tasks/" + id)
                .then()
                .body("grouped", equalTo(true))
                .body("task.holder", equalTo(chain.city))
                .body("causes", hasSize(21));
        assertThat(ids("11641103FLOOD30A1", "REPORT_MISSING", month.toString())).isEmpty();
    }

    private static String opened(String by, String target) {
        return as(by).body(Map.of("target", target, "title", "食堂浪费", "detail", "群众反映"))
                .post("/api/tasks")
                .then()
                .statusCode(201)
                .body("task.status", equalTo("OPEN"))
                .body("task.openedBy", equalTo(by))
                .extract()
                .path("task.id");
    }

    /** The id of a picture about a node. */
    private static String photograph(RequestSpecification by, String node) {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(node.length(), 2, BufferedImage.TYPE_INT_RGB), "png", png);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return by.contentType("application/octet-stream")
                .body(png.toByteArray())
                .queryParam("node", node)
                .queryParam("name", "厨房.png")
                .post("/api/evidence")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    @Test
    void isAnsweredReturnedExtendedAndVerified() {
        String id = opened(chain.county, chain.unit);
        unit().body("{\"text\": \" \"}")
                .post("/api/tasks/{id}/answer", id)
                .then()
                .statusCode(400);
        String elsewhere = photograph(as(chain.otherCounty), chain.otherCounty);
        unit().body("{\"text\": \"已整改\", \"evidence\": [\"" + elsewhere + "\"]}")
                .post("/api/tasks/{id}/answer", id)
                .then()
                .statusCode(404);
        String photograph = photograph(unit(), chain.unit);
        unit().body("{\"text\": \"已整改\", \"evidence\": [\"" + photograph + "\"]}")
                .post("/api/tasks/{id}/answer", id)
                .then()
                .statusCode(200)
                .body("task.status", equalTo("ANSWERED"))
                .body("evidence.id", contains(photograph))
                .body("evidence.name", contains("厨房.png"));
        unit().body("{\"text\": \"再答\"}")
                .post("/api/tasks/{id}/answer", id)
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/no-such-step"))
                .body("detail", org.hamcrest.Matchers.containsString("待核实"));
        tasks(chain.county, "tab=todo").then().body("items.id", hasItem(id));
        as(chain.county).body("{}").post("/api/tasks/{id}/return", id).then().statusCode(400);
        as(chain.county)
                .body("{\"reason\": \"缺照片\"}")
                .post("/api/tasks/{id}/return", id)
                .then()
                .body("task.status", equalTo("RETURNED"));
        LocalDate until = MovableClock.today().plusDays(40);
        unit().body(Map.of("until", until.toString(), "reason", "设备采购中"))
                .post("/api/tasks/{id}/extension-request", id)
                .then()
                .body("task.status", equalTo("EXTENSION_ASKED"))
                .body("may", contains("ANSWER"));
        unit().body("{\"granted\": true}")
                .post("/api/tasks/{id}/extension", id)
                .then()
                .statusCode(403);
        as(chain.county)
                .body("{\"granted\": true}")
                .post("/api/tasks/{id}/extension", id)
                .then()
                .body("task.status", equalTo("OPEN"))
                .body("task.due", equalTo(until.toString()));
        unit().body("{\"text\": \"已整改，附照片\"}")
                .post("/api/tasks/{id}/answer", id)
                .then()
                .statusCode(200);
        as(chain.county)
                .body("{}")
                .post("/api/tasks/{id}/verification", id)
                .then()
                .statusCode(200)
                .body("task.status", equalTo("VERIFIED"))
                .body("history", hasSize(7));
        assertThat(as(chain.county).get("/api/tasks/export?tab=all").asByteArray())
                .startsWith('P', 'K');
        as(chain.county).get("/api/tasks/steps").then().statusCode(200).body("from", hasItem("OPEN"));
    }

    @Test
    void isWithdrawnByWhoOpenedIt() {
        String id = opened(chain.city, chain.county);
        as(chain.county)
                .body("{\"reason\": \"x\"}")
                .post("/api/tasks/{id}/withdrawal", id)
                .then()
                .statusCode(403);
        as(chain.city)
                .body("{\"reason\": \"误发\"}")
                .post("/api/tasks/{id}/withdrawal", id)
                .then()
                .body("task.status", equalTo("WITHDRAWN"));
    }

    @Test
    void pagesInOrder() {
        for (int i = 0; i < 3; i++) opened(chain.otherCity, chain.otherCounty);
        Response first =
                as(chain.otherCity).get("/api/tasks?limit=2&sort=opened&order=desc&status=OPEN&kind=BY_PERSON");
        first.then().body("items", hasSize(2)).body("total", equalTo(3));
        as(chain.otherCity)
                .get("/api/tasks?limit=2&sort=opened&order=desc&status=OPEN&kind=BY_PERSON&cursor="
                        + first.path("next"))
                .then()
                .body("items", hasSize(1))
                .body("next", nullValue());
        as(chain.otherCity).get("/api/tasks?status=SOMETHING").then().statusCode(400);
    }

    @Test
    void refusesStrangersAndTiersWhoseTurnItIsNot() {
        String id = opened(chain.county, chain.unit);
        for (String stranger : List.of(chain.otherCounty, chain.secondCounty, chain.otherCity)) {
            as(stranger).get("/api/tasks/" + id).then().statusCode(403);
            as(stranger)
                    .body("{\"text\": \"x\"}")
                    .post("/api/tasks/{id}/answer", id)
                    .then()
                    .statusCode(403);
            as(stranger)
                    .body("{}")
                    .post("/api/tasks/{id}/verification", id)
                    .then()
                    .statusCode(403);
            as(stranger).get("/api/tasks?region=" + chain.county).then().statusCode(403);
            tasks(stranger, "tab=all").then().body("items.id", org.hamcrest.Matchers.not(hasItem(id)));
        }
        as(chain.county)
                .body("{\"text\": \"x\"}")
                .post("/api/tasks/{id}/answer", id)
                .then()
                .statusCode(403);
        unit().body("{\"text\": \"x\"}")
                .post("/api/tasks/{id}/answer", id)
                .then()
                .statusCode(200);
        as(chain.city).get("/api/tasks/" + id).then().statusCode(200);
        as(chain.city)
                .body("{}")
                .post("/api/tasks/{id}/verification", id)
                .then()
                .statusCode(403);
        as(chain.county)
                .body(Map.of("target", chain.county, "title", "自己"))
                .post("/api/tasks")
                .then()
                .statusCode(403);
        as(chain.county)
                .body(Map.of("target", chain.secondCounty, "title", "邻县"))
                .post("/api/tasks")
                .then()
                .statusCode(403);
        unit().body(Map.of("target", chain.unit, "title", "x"))
                .post("/api/tasks")
                .then()
                .statusCode(403);
    }
}
