package org.jielian.supervision.inspections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.jielian.supervision.inspections.InspectingFixture.*;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.jielian.contracts.InspectionState;
import org.jielian.contracts.RectificationState;
import org.jielian.foundation.time.WorkingDays;
import org.jielian.supervision.Chain;
import org.jielian.supervision.MovableClock;
import org.jielian.supervision.recognition.SmallStandard;
import org.jielian.testkit.Backends;
import org.jielian.testkit.Facts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Backends.class)
class InspectionsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final WorkingDays WORKING = WorkingDays.known();
    private static Chain chain;

    @BeforeEach
    void chain() {
        if (chain != null) return;
        chain = Chain.told("57");
        SmallStandard.released(chain, LocalDate.of(2024, 1, 1));
    }

    @AfterEach
    void today() {
        MovableClock.daysAgo(0);
    }

    private static void taskStands(String unit, String status, String rung, LocalDate due, boolean gone) {
        await().atMost(PATIENCE).untilAsserted(() -> by(chain.province)
                .get("/api/tasks?kind=INSPECTION_FINDING&q=" + unit)
                .then()
                .body("items", hasSize(1))
                .body("items[0].status", equalTo(status))
                .body("items[0].rung", equalTo(rung))
                .body("items[0].due", equalTo(due.toString()))
                .body("items[0].causeGoneAt", gone ? notNullValue() : nullValue()));
    }

    @Test
    void goesFromThePlanToTheLastVerifiedProblem() {
        String unit = told("11571102TEST0011A1", chain.county);
        String id = planned(chain.county, "PLANNED", unit, "");
        by(unit).get("/api/inspections/" + id)
                .then()
                .statusCode(200)
                .body("status", equalTo("PLANNED"))
                .body("actions", hasSize(0));
        step(unit, id, "BEGIN", "").statusCode(403);
        step(chain.city, id, "BEGIN", "").statusCode(403).body("type", equalTo("/problems/not-your-step"));
        step(chain.county, id, "BEGIN", "")
                .statusCode(200)
                .body("release", startsWith(chain.county + "/TITLES/"))
                .body("items.code", contains("Q", "C", "D", "K"));
        step(chain.county, id, "CONCLUDE", "").statusCode(409).body("type", equalTo("/problems/nothing-looked-at"));
        look(chain.county, id, "X", "SATISFIED").statusCode(404);
        by(chain.county)
                .body("{\"outcome\": \"PROBLEM\"}")
                .put("/api/inspections/{id}/items/D", id)
                .then()
                .statusCode(400);
        look(chain.county, id, "D", "PROBLEM").statusCode(200);
        look(unit, id, "D", "SATISFIED").statusCode(403);
        step(unit, id, "STATE_CASE", "").statusCode(200).body("unitStatements", hasSize(1));
        step(chain.county, id, "CONCLUDE", "").statusCode(200).body("status", equalTo("CONCLUDED"));
        by(unit).get("/api/inspections?waiting=true").then().body("items.id", contains(id));
        step(unit, id, "CONFIRM", ", \"agrees\": false").statusCode(200).body("status", equalTo("CONFIRMED"));
        step(chain.county, id, "CLOSE", "").statusCode(409).body("type", equalTo("/problems/problems-found"));
        LocalDate deadline = MovableClock.today().plusDays(20);
        by(chain.county)
                .body("{\"problems\": []}")
                .post("/api/inspections/{id}/notice", id)
                .then()
                .statusCode(400);
        serve(chain.county, id, MovableClock.today().plusMonths(7))
                .then()
                .statusCode(400)
                .body("detail", containsString("第 1 项"));
        serve(unit, id, deadline).then().statusCode(403);
        Response served = serve(chain.county, id, deadline);
        served.then()
                .statusCode(201)
                .body(
                        "number",
                        startsWith(chain.county + "整〔" + MovableClock.today().getYear() + "〕"))
                .body("problems[0].problem.clause", equalTo("D 指标D"))
                .body("problems[0].problem.found", equalTo("现场情况"));
        String notice = served.path("id");
        taskStands(unit, "OPEN", "NONE", deadline, false);

        answered(unit, notice, deadline);

        InspectionState inspection = Facts.await(
                InspectionState.TOPIC,
                InspectionState.class,
                f -> f.key().equals(id) && f.status().equals("RECTIFIED"));
        assertThat(inspection.problems()).containsExactly("D");
        RectificationState fact = Facts.await(
                RectificationState.TOPIC,
                RectificationState.class,
                f -> f.key().equals(notice) && f.closedAt() != null);
        assertThat(fact.problems())
                .extracting(RectificationState.Problem::status)
                .containsOnly("VERIFIED");
        by(unit).get("/api/notices?limit=100")
                .then()
                .body("items.cause", hasItem("RECTIFICATION_SERVED"))
                .body("items.cause", hasItem("RECTIFICATION_RETURN_1"));
    }

    /** Answered, returned, put off and verified; the task follows. */
    private void answered(String unit, String notice, LocalDate deadline) {
        answer(unit, notice, 1, null).statusCode(400).body("type", equalTo("/problems/evidence-missing"));
        String photo = photograph(unit, unit, "整改后").path("id");
        answer(chain.county, notice, 1, photo).statusCode(403);
        answer(unit, notice, 1, photo).statusCode(200).body("problems[0].problem.status", equalTo("ANSWERED"));
        taskStands(unit, "OPEN", "NONE", deadline.plusDays(30), false);
        problem(unit, notice, 1, "VERIFY", "").statusCode(403);
        problem(chain.city, notice, 1, "VERIFY", "").statusCode(403);
        problem(chain.county, notice, 1, "RETURN", "").statusCode(200);
        taskStands(unit, "OPEN", "NONE", deadline, false);
        problem(unit, notice, 2, "ASK_EXTENSION", ", \"day\": \"" + deadline.plusDays(60) + "\"")
                .statusCode(200);
        problem(unit, notice, 2, "GRANT", "").statusCode(403);
        problem(chain.county, notice, 2, "GRANT", "")
                .statusCode(200)
                .body(
                        "problems[1].problem.deadline",
                        equalTo(deadline.plusDays(60).toString()));
        answer(unit, notice, 1, photo).statusCode(200);
        answer(unit, notice, 2, null).statusCode(200);
        by(chain.county)
                .get("/api/rectifications?waiting=true&q=" + unit)
                .then()
                .body("items", hasSize(2));
        problem(chain.county, notice, 1, "VERIFY", "").statusCode(200).body("closedAt", nullValue());
        problem(chain.county, notice, 2, "VERIFY", "").statusCode(200).body("closedAt", notNullValue());
        await().atMost(PATIENCE).untilAsserted(() -> by(chain.county)
                .get("/api/tasks?kind=INSPECTION_FINDING&q=" + unit)
                .then()
                .body("items[0].causeGoneAt", notNullValue()));
        by(chain.county)
                .get("/api/rectifications/board?region=" + chain.city)
                .then()
                .statusCode(403);
        by(chain.city)
                .get("/api/rectifications/board?region=" + chain.city)
                .then()
                .body(
                        "items.find { it.regionCode == '" + chain.county + "' }.columns.VERIFIED",
                        greaterThanOrEqualTo(2));
        for (String file : List.of("rectifications", "inspections")) {
            byte[] sheet = by(chain.county)
                    .get("/api/" + file + "/export?region=" + chain.county)
                    .asByteArray();
            assertThat(sheet).startsWith('P', 'K');
        }
    }

    @Test
    void climbsByTheDayOfItsFirstProblemAndStandsStillWhileTheUnitIsWaitedFor() {
        MovableClock.daysAgo(90);
        String unit = told("11571102TEST0012A2", chain.county);
        String id = planned(chain.county, "PLANNED", unit, "");
        checked(chain.county, unit, id);
        LocalDate deadline = WORKING.onOrAfter(MovableClock.today().plusDays(15));
        String notice = serve(chain.county, id, deadline).path("id");
        taskStands(unit, "OPEN", "NONE", deadline, false);
        String task = by(chain.county)
                .get("/api/tasks?kind=INSPECTION_FINDING&q=" + unit)
                .path("items[0].id");
        by(unit).get("/api/tasks/" + task)
                .then()
                .body("may", not(hasItem("ANSWER")))
                .body("causes.key", contains(notice));
        by(unit).body("{\"text\": \"已整改\"}")
                .post("/api/tasks/{id}/answer", task)
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/answered-elsewhere"));

        MovableClock.daysAgo((int) java.time.temporal.ChronoUnit.DAYS.between(
                WORKING.plus(deadline, 1), LocalDate.now(java.time.ZoneId.of("Asia/Shanghai"))));
        taskStands(unit, "OPEN", "YELLOW", deadline, false);
        by(chain.city)
                .get("/api/rectifications?column=OVERDUE&q=" + unit)
                .then()
                .body("items.no", contains(1))
                .body("items[0].notice", equalTo(notice));
        problem(unit, notice, 1, "ASK_EXTENSION", ", \"day\": \"" + deadline.plusDays(10) + "\"")
                .statusCode(200);
        problem(chain.county, notice, 1, "REFUSE", "").statusCode(200);
        String photo = photograph(unit, unit, "再拍").path("id");
        answer(unit, notice, 1, photo).statusCode(200);
        answer(unit, notice, 2, null).statusCode(200);
        await().atMost(PATIENCE).untilAsserted(() -> by(chain.county)
                .get("/api/tasks/" + task)
                .then()
                .body("history.action", hasItem("TASK_DAY_MOVES")));
        MovableClock.daysAgo(0);
        await().pollDelay(Duration.ofSeconds(3))
                .untilAsserted(() ->
                        by(chain.county).get("/api/tasks/" + task).then().body("task.rung", not(equalTo("SUMMONED"))));
    }

    @Test
    void showsAnUnannouncedInspectionToTheUnitOnlyWhenTheInspectorsHaveCome() {
        String unit = told("11571102TEST0013A3", chain.county);
        String id = planned(chain.city, "SPOT", unit, ", \"reason\": \"群众举报\"");
        by(unit).get("/api/inspections/" + id).then().statusCode(403);
        by(unit).get("/api/inspections").then().body("items", hasSize(0));
        by(unit).get("/api/notices").then().body("items", hasSize(0));
        step(chain.city, id, "POSTPONE", ", \"day\": \"" + MovableClock.today().plusDays(1) + "\"")
                .statusCode(200);
        step(chain.city, id, "BEGIN", "").statusCode(409).body("type", equalTo("/problems/not-yet-the-day"));
        step(chain.city, id, "POSTPONE", ", \"day\": \"" + MovableClock.today() + "\"")
                .statusCode(200);
        step(chain.city, id, "BEGIN", "").statusCode(200);
        by(unit).get("/api/inspections/" + id).then().statusCode(200);
        look(chain.city, id, "C", "SATISFIED").statusCode(200);
        step(chain.city, id, "CONCLUDE", "").statusCode(200);
        step(chain.city, id, "REOPEN", "").statusCode(200).body("status", equalTo("CHECKING"));
        step(chain.city, id, "CONCLUDE", "").statusCode(200);
        step(unit, id, "CONFIRM", "").statusCode(200);
        serve(chain.city, id, MovableClock.today().plusDays(5)).then().statusCode(409);
        step(chain.city, id, "CLOSE", "").statusCode(200).body("status", equalTo("CLOSED"));
        step(chain.city, id, "REOPEN", "").statusCode(409).body("type", equalTo("/problems/no-such-step"));
    }

    @Test
    void goesOnWhenTheUnitIsSilentAndServesNothingAfterItsDay() {
        MovableClock.daysAgo(60);
        String unit = told("11571102TEST0014A4", chain.county);
        String id = planned(chain.county, "PLANNED", unit, "");
        step(chain.county, id, "BEGIN", "").statusCode(200);
        look(chain.county, id, "D", "PROBLEM").statusCode(200);
        step(chain.county, id, "CONCLUDE", "").statusCode(200);
        MovableClock.daysAgo(45);
        await().atMost(PATIENCE).untilAsserted(() -> by(unit).get("/api/inspections/" + id)
                .then()
                .body("status", equalTo("CONFIRMED"))
                .body("history[-1].by", equalTo("system")));
        MovableClock.daysAgo(30);
        serve(chain.county, id, MovableClock.today().plusDays(5))
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/served-too-late"));
        step(chain.county, id, "REPEAT", ", \"day\": \"" + MovableClock.today() + "\"")
                .statusCode(200)
                .body("status", equalTo("PLANNED"))
                .body("items", hasSize(0));
    }

    @Test
    void letsACityActOnExactlyTheInspectionsItWasGivenElsewhere() {
        String unit = told("11571102TEST0015A5", chain.county);
        String other = told("11571102TEST0016A6", chain.county);
        String given = planned(chain.province, "CROSS_CITY", unit, ", \"inspecting\": \"" + chain.otherCity + "\"");
        String notGiven = planned(chain.county, "PLANNED", other, "");
        plan(chain.city, "CROSS_CITY", "\"units\": [\"%s\"], \"inspecting\": \"%s\"".formatted(unit, chain.otherCity))
                .then()
                .statusCode(400);
        plan(chain.province, "CROSS_CITY", "\"units\": [\"%s\"], \"inspecting\": \"%s\"".formatted(unit, chain.city))
                .then()
                .statusCode(400)
                .body("detail", containsString("交叉检查"));

        by(chain.otherCity).get("/api/inspections").then().body("items.id", contains(given));
        by(chain.otherCity).get("/api/notices").then().body("items.subject", hasItem("inspection/" + given));
        by(chain.otherCity).get("/api/inspections/" + notGiven).then().statusCode(403);
        by(chain.otherCounty).get("/api/inspections/" + given).then().statusCode(403);
        for (String nobody : List.of(chain.county, chain.city, chain.province, unit)) {
            step(nobody, given, "BEGIN", "").statusCode(403);
        }
        // what may be shown of the unit, and nothing else of it
        photograph(chain.otherCity, other, "别处").then().statusCode(403);
        String photo = photograph(chain.otherCity, unit, "现场")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        String unseen = photograph(unit, unit, "与检查无关").path("id");
        by(chain.otherCity).get("/api/evidence/" + unseen).then().statusCode(404);
        by(chain.otherCity).get("/api/evidence/" + photo).then().statusCode(200);
        step(chain.otherCity, given, "BEGIN", "").statusCode(200).body("release", startsWith(chain.county));
        by(chain.otherCity)
                .body("{\"outcome\": \"PROBLEM\", \"remark\": \"空调温度\", \"evidence\": [\"%s\"]}".formatted(photo))
                .put("/api/inspections/{id}/items/D", given)
                .then()
                .statusCode(200)
                .body("files." + "'" + photo + "'", equalTo("照片.pdf"));
        by(unit).get("/api/evidence/" + photo).then().statusCode(200);
        step(chain.otherCity, given, "CONCLUDE", "").statusCode(200);
        step(unit, given, "CONFIRM", "").statusCode(200);
        String notice = serve(chain.otherCity, given, MovableClock.today().plusDays(9))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        String proof = photograph(unit, unit, "整改好了").path("id");
        by(chain.otherCity).get("/api/evidence/" + proof).then().statusCode(404);
        answer(unit, notice, 1, proof).statusCode(200);
        by(chain.otherCity).get("/api/evidence/" + proof).then().statusCode(200);
        problem(chain.county, notice, 1, "VERIFY", "").statusCode(403);
        problem(chain.otherCity, notice, 1, "VERIFY", "").statusCode(200);
        by(chain.otherCity).get("/api/rectifications").then().body("items.notice", everyItem(equalTo(notice)));
        by(chain.otherCity)
                .get("/api/rectifications?region=" + chain.city)
                .then()
                .statusCode(403);
        by(chain.otherCity).get("/api/tasks").then().body("items", hasSize(0));
        by(chain.otherCity).get("/api/standing/standards/" + unit).then().statusCode(403);
        by(chain.county).get("/api/inspections/" + given).then().statusCode(200).body("actions", hasSize(0));
    }

    @Test
    void drawsUnitsAndInspectorsThatAnybodyCanDrawAgain() throws Exception {
        for (int i = 1; i <= 9; i++) told("11571103TEST00" + (20 + i) + "B" + i, chain.secondCounty);
        String people = quoted(List.of("王芳", "李强", "赵敏", "钱伟", "孙丽"));
        Response plan = plan(
                chain.city, "DOUBLE_RANDOM", "\"many\": 4, \"inspectors\": %s, \"seed\": \"2026秋\"".formatted(people));
        plan.then().statusCode(201).body("draw.algorithm", equalTo("SHA256-SEED-SLASH-NAME-1"));
        List<String> hat = plan.path("draw.unitsInHat");
        List<String> drawn = by(chain.city)
                .get("/api/inspections?sort=unit&plan=" + plan.path("id"))
                .path("items.unitCode");
        assertThat(hat).hasSizeGreaterThan(8).isSorted();
        // repeated here with nothing but the kept list, the seed and a hash
        List<String> again = hat.stream()
                .sorted(java.util.Comparator.comparing(unit -> sha256("2026秋/" + unit)))
                .limit(4)
                .sorted()
                .toList();
        assertThat(drawn).containsExactlyElementsOf(again);
        by(chain.city)
                .get("/api/inspection-plans/{id}/draw", plan.<String>path("id"))
                .then()
                .statusCode(200)
                .body("same", equalTo(true))
                .body("units.size()", equalTo(4))
                .body("units." + "'" + again.get(0) + "'", hasSize(2));
        by(chain.otherCity)
                .get("/api/inspection-plans/" + plan.path("id"))
                .then()
                .statusCode(403);
        by(chain.otherCity)
                .get("/api/inspection-plans?region=" + chain.city)
                .then()
                .statusCode(403);
        plan(chain.city, "DOUBLE_RANDOM", "\"many\": 4000, \"inspectors\": " + people)
                .then()
                .statusCode(400);
    }

    private static String sha256(String text) {
        try {
            return java.util.HexFormat.of()
                    .formatHex(java.security.MessageDigest.getInstance("SHA-256")
                            .digest(text.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void refusesStrangersAndPagesThroughWhatIsThere() {
        String unit = told("11571102TEST0017A7", chain.county);
        String id = planned(chain.county, "PLANNED", unit, "");
        for (String stranger : List.of(chain.secondCounty, chain.otherCity, chain.unit)) {
            by(stranger).get("/api/inspections/" + id).then().statusCode(403);
            step(stranger, id, "BEGIN", "").statusCode(403);
        }
        by(chain.county)
                .get("/api/inspections/00000000-0000-0000-0000-000000000000")
                .then()
                .statusCode(403);
        by(chain.county).get("/api/inspections?region=" + chain.city).then().statusCode(403);
        by(chain.county).get("/api/inspections?status=LOST").then().statusCode(400);
        plan(chain.county, "PLANNED", "\"units\": [\"%s\"]".formatted("11570106TEST0099A9"))
                .then()
                .statusCode(403);
        by(chain.city)
                .body("{\"region\": \"%s\", \"kind\": \"SPOT\"}".formatted(chain.county))
                .post("/api/inspection-plans")
                .then()
                .statusCode(403);
        by(unit).get("/api/inspections/steps").then().statusCode(200).body("action", hasItem("SERVE"));
        by(unit).get("/api/rectifications/steps").then().statusCode(200).body("action", hasItem("VERIFY"));
        Response first =
                by(chain.province).get("/api/inspections?limit=1&sort=unit&order=desc&region=" + chain.province);
        long total = first.jsonPath().getLong("total");
        String next = first.path("next");
        long seen = 1;
        while (next != null) {
            Response page = by(chain.province)
                    .get("/api/inspections?limit=1&sort=unit&order=desc&region=" + chain.province + "&cursor=" + next);
            seen += page.jsonPath().getList("items").size();
            next = page.path("next");
        }
        assertThat(seen).isEqualTo(total);
    }
}
