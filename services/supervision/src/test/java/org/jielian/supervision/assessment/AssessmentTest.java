package org.jielian.supervision.assessment;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.jielian.supervision.cascade.Cascading.as;
import static org.jielian.supervision.cascade.Cascading.release;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.smallrye.jwt.build.Jwt;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Set;
import org.jielian.contracts.CoefficientsState;
import org.jielian.contracts.InstitutionType;
import org.jielian.contracts.ReportState;
import org.jielian.contracts.RollupState;
import org.jielian.supervision.Chain;
import org.jielian.supervision.MovableClock;
import org.jielian.supervision.evaluation.Facts2025;
import org.jielian.testkit.Backends;
import org.jielian.testkit.Facts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A province assesses its cities and the agency it administers itself. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class AssessmentTest {
    private static final int YEAR = 2025;
    private static final String STANDARD = "ASSESS";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static Chain chain;
    private static String ofProvince;

    @BeforeEach
    void chain() {
        if (chain != null) return;
        Facts.tell(CoefficientsState.TOPIC, "QUOTA", Facts2025.QUOTA);
        chain = Chain.told("91");
        ofProvince = "11910000TEST0002A2";
        Chain.unit(ofProvince, chain.province, InstitutionType.AGENCY);
        await().atMost(PATIENCE).until(() -> Chain.isKnown(ofProvince));
        int back = (int) ChronoUnit.DAYS.between(MovableClock.today(), LocalDate.of(YEAR, 1, 1));
        release(chain.province, STANDARD, back, null, Map.of());
        for (int month = 1; month <= 12; month++) {
            report(chain.unit, chain.county, YearMonth.of(YEAR, month), "9000");
            cell(chain.city, YearMonth.of(YEAR, month), "9000");
            cell(chain.city, YearMonth.of(2020, month), "10000");
        }
        await().atMost(PATIENCE).until(() -> as(chain.province)
                .get("/api/results/unit/{u}?standard={s}&year={y}", chain.unit, STANDARD, YEAR)
                .asString()
                .contains("\"monthsReported\":12,"));
        await().atMost(PATIENCE).until(() -> as(chain.province)
                .get("/api/results/regions/{u}?standard={s}&year={y}", chain.city, STANDARD, YEAR)
                .asString()
                .contains("\"met\":true"));
    }

    @AfterEach
    void clock() {
        MovableClock.daysAgo(0);
    }

    private static void report(String unit, String region, YearMonth month, String kwh) {
        Facts.tell(
                ReportState.TOPIC,
                unit + "/" + month,
                new ReportState(
                        unit,
                        month,
                        1,
                        ReportState.Status.SUBMITTED,
                        new ReportState.CountsIn(region, InstitutionType.AGENCY),
                        Map.of("electricityKwh", new BigDecimal(kwh), "waterM3", new BigDecimal("50")),
                        BigDecimal.valueOf(40),
                        BigDecimal.valueOf(1000),
                        Instant.parse("2026-01-01T00:00:00Z")));
    }

    private static void cell(String region, YearMonth month, String kwh) {
        var sums = new RollupState.Sums(
                Map.of("electricityKwh", new BigDecimal(kwh)),
                Map.of("electricityKwh", 1L),
                1,
                BigDecimal.valueOf(40),
                BigDecimal.valueOf(1000));
        var cell = new RollupState(
                region, month, InstitutionType.AGENCY, 1, sums, sums, Instant.parse("2026-01-01T00:00:00Z"));
        Facts.tell(RollupState.TOPIC, cell.key(), cell);
    }

    /** Another person of the same region. */
    private static RequestSpecification another(String node) {
        String token = Jwt.preferredUserName(node + "-b")
                .claim("node", node)
                .groups(Set.of("administrator", "supervisor"))
                .audience("services")
                .issuer("https://server.example.com")
                .jws()
                .keyId("1")
                .sign();
        return given().auth().oauth2(token).contentType(ContentType.JSON);
    }

    private static void compute() {
        as(chain.province)
                .body("{\"assessor\": \"%s\", \"standardCode\": \"%s\", \"year\": %d}"
                        .formatted(chain.province, STANDARD, YEAR))
                .post("/api/assessments")
                .then()
                .statusCode(200)
                .body("computed", greaterThan(0));
    }

    private static String idOf(String node) {
        return as(chain.province)
                .get("/api/assessments?region={r}&year={y}", node, YEAR)
                .then()
                .statusCode(200)
                .extract()
                .path("items.find { it.assessed == '%s' }.id".formatted(node));
    }

    private static ValidatableResponse step(RequestSpecification who, String id, String action) {
        return who.body("{\"action\": \"%s\", \"text\": \"因为\"}".formatted(action))
                .post("/api/assessments/{id}/steps", id)
                .then();
    }

    @Test
    void goesFromTheNumbersToThePublishedGradeWithTwoPeopleAndTheAssessedInBetween() {
        as(chain.province)
                .body("{\"parts\": [{\"node\": \"%s\", \"share\": 50, \"binding\": false}], \"reason\": \"年度分解\"}"
                        .formatted(chain.city))
                .put("/api/programme/{r}/{y}", chain.province, YEAR)
                .then()
                .statusCode(200);
        compute();
        String id = idOf(chain.city);
        as(chain.province)
                .get("/api/assessments/{id}", id)
                .then()
                .statusCode(200)
                .body("state", equalTo("COMPUTED"))
                .body("outcome.lines.find { it.code == 'TARGETS.T1' }.points", equalTo(7.0f))
                .body("outcome.lines.find { it.code == 'TARGETS.T3' }.points", nullValue())
                .body("outcome.lines.find { it.code == 'TARGETS.T3' }.missing.code", equalTo("NOT_REPORTED"))
                .body("outcome.lines.find { it.code == 'COVERAGE' }.numerator", equalTo(12))
                .body("outcome.lines.find { it.code == 'COVERAGE' }.denominator", equalTo(12))
                .body("outcome.lines.find { it.code == 'ON_TIME' }.missing.code", equalTo("NOT_WATCHED"))
                .body("outcome.lines.find { it.code == 'RECOGNISED' }.points", equalTo(0.0f))
                .body("actions", hasItems("SEND", "RECOMPUTE"));
        as(chain.province)
                .get("/api/assessments/{id}/sources/COVERAGE", id)
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].unit", equalTo(chain.unit));
        as(chain.province)
                .get("/api/assessments/{id}/inputs", id)
                .then()
                .body("inputs.sums.'2020'.quantities.electricityKwh", equalTo(120000))
                .body("inputs.allotment.share", equalTo(50));
        as(chain.city).get("/api/assessments/{id}", id).then().statusCode(403);
        as(chain.city).get("/api/assessments?region=" + chain.city).then().body("items", empty());
        as(chain.otherCity).get("/api/assessments/{id}", id).then().statusCode(403);

        step(as(chain.city), id, "SEND").statusCode(403);
        step(as(chain.province), id, "CONFIRM").statusCode(409);
        step(as(chain.province), id, "SEND").statusCode(200).body("state", equalTo("SENT"));
        step(as(chain.province), id, "RECOMPUTE").statusCode(409);
        as(chain.otherCity).get("/api/assessments/{id}", id).then().statusCode(403);
        as(chain.county).get("/api/assessments/{id}", id).then().statusCode(403);
        step(another(chain.province), id, "CONFIRM")
                .statusCode(409)
                .body("type", equalTo("/problems/statement-awaited"));
        step(as(chain.otherCity), id, "STATE").statusCode(403);
        step(as(chain.province), id, "STATE").statusCode(403);
        as(chain.city).get("/api/assessments/{id}", id).then().statusCode(200).body("actions", hasItem("STATE"));
        step(as(chain.city), id, "STATE").statusCode(200).body("statement.text", equalTo("因为"));
        step(as(chain.province), id, "CONFIRM").statusCode(403).body("type", equalTo("/problems/own-work"));
        step(another(chain.province), id, "RETURN").statusCode(200).body("state", equalTo("COMPUTED"));
        step(as(chain.province), id, "RECOMPUTE").statusCode(200);
        step(as(chain.province), id, "SEND").statusCode(200);
        step(as(chain.city), id, "STATE").statusCode(200);
        step(another(chain.province), id, "CONFIRM").statusCode(200).body("state", equalTo("CONFIRMED"));
        step(as(chain.province), id, "PUBLISH")
                .statusCode(200)
                .body("state", equalTo("PUBLISHED"))
                .body("actions", empty())
                .body("trail.size()", greaterThan(8));
        as(chain.province)
                .get(
                        "/api/assessments?region={r}&year={y}&state=PUBLISHED&kind=REGION&sort=score&order=desc",
                        chain.province,
                        YEAR)
                .then()
                .body("items", hasSize(1))
                .body("total", equalTo(1));
        byte[] file = as(chain.province)
                .get("/api/assessments/{id}/export", id)
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        assertThat(file).startsWith('P', 'K');
        as(chain.province)
                .get("/api/assessments/export?region=" + chain.province)
                .then()
                .statusCode(200);
    }

    @Test
    void aFalsificationTakesPointsOffAndDecidesTheGrade() {
        compute();
        String id = idOf(ofProvince);
        as(chain.province)
                .body("{\"node\": \"%s\", \"year\": %d, \"reason\": \"虚报电量\", \"evidence\": []}"
                        .formatted(ofProvince, YEAR))
                .post("/api/assessments/falsifications")
                .then()
                .statusCode(400);
        as(chain.otherCity)
                .body("{\"node\": \"%s\", \"year\": %d, \"reason\": \"虚报电量\", \"evidence\": []}"
                        .formatted(ofProvince, YEAR))
                .post("/api/assessments/falsifications")
                .then()
                .statusCode(403);
        String evidence = as(chain.province)
                .contentType("application/octet-stream")
                .body("%PDF-1.4\n%âãÏÓ\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF"
                        .getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .post("/api/evidence?node={n}&name=a.pdf", ofProvince)
                .then()
                .extract()
                .path("id");
        String finding = as(chain.province)
                .body("{\"node\": \"%s\", \"year\": %d, \"reason\": \"虚报电量\", \"evidence\": [\"%s\"]}"
                        .formatted(ofProvince, YEAR, evidence))
                .post("/api/assessments/falsifications")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        compute();
        as(chain.province)
                .get("/api/assessments/{id}", id)
                .then()
                .body("outcome.grade", equalTo("UNFINISHED"))
                .body("outcome.deducted", equalTo(10.0f))
                .body("outcome.vetoes.veto", hasItem("FALSIFICATION"));
        as(chain.province)
                .body("{\"reason\": \"查明属录入错误\"}")
                .post("/api/assessments/falsifications/{id}/withdrawal", finding)
                .then()
                .statusCode(200);
        compute();
        as(chain.province)
                .get("/api/assessments/{id}", id)
                .then()
                .body("outcome.vetoes.veto", not(hasItem("FALSIFICATION")))
                .body("outcome.deducted", equalTo(0.0f));
        as(chain.province)
                .get("/api/assessments/falsifications?node={n}&year={y}", ofProvince, YEAR)
                .then()
                .body("items[0].withdrawnReason", containsString("录入"));
    }

    @Test
    void whatIsNoIdentifierIsNotFoundInTheReadersLanguage() {
        as(chain.province)
                .get("/api/assessments/nothing")
                .then()
                .statusCode(404)
                .body("title", equalTo("未找到"))
                .body("detail", equalTo("没有 /api/assessments/nothing"));
        as(chain.province)
                .header("Accept-Language", "en")
                .get("/api/assessments/nothing")
                .then()
                .statusCode(404)
                .body("detail", equalTo("there is nothing at /api/assessments/nothing"));
    }

    @Test
    void targetsAreAllottedWithTheirHistoryAndMeasuredAgainstTime() {
        String parts = "{\"parts\": [{\"node\": \"%s\", \"share\": %s, \"binding\": true}], \"reason\": \"%s\"}";
        as(chain.city)
                .body(parts.formatted(chain.city, "80", "自定"))
                .put("/api/programme/{r}/{y}", chain.province, 2026)
                .then()
                .statusCode(403);
        as(chain.province)
                .body(parts.formatted(chain.county, "80", "越级"))
                .put("/api/programme/{r}/{y}", chain.province, 2026)
                .then()
                .statusCode(403);
        as(chain.province)
                .body(parts.formatted(chain.city, "180", "过大"))
                .put("/api/programme/{r}/{y}", chain.province, 2026)
                .then()
                .statusCode(400);
        as(chain.province)
                .body(parts.formatted(chain.city, "80", "首次分配"))
                .put("/api/programme/{r}/{y}", chain.province, 2026)
                .then()
                .statusCode(200)
                .body("basis", equalTo("STANDARD"))
                .body("whole.eligible", equalTo(2))
                .body("whole.wanted", equalTo(2))
                .body("check.allotted", equalTo(1))
                .body("check.enough", equalTo(false))
                .body("months", hasSize(12))
                .body("parts.find { it.node == '%s' }.lacking".formatted(chain.city), equalTo(1));
        as(chain.province)
                .body(parts.formatted(chain.city, "90", "调整"))
                .put("/api/programme/{r}/{y}", chain.province, 2026)
                .then()
                .statusCode(200);
        as(chain.province)
                .get("/api/programme/{r}/{y}/history", chain.province, 2026)
                .then()
                .body("items", hasSize(2))
                .body("items[0].reason", equalTo("调整"));
        as(chain.city)
                .get("/api/programme/{r}/{y}", chain.city, 2026)
                .then()
                .statusCode(200)
                .body("basis", equalTo("ALLOTTED"))
                .body("whole.target", equalTo(90))
                .body("whole.binding", equalTo(true));
        as(chain.otherCity)
                .get("/api/programme/{r}/{y}", chain.city, 2026)
                .then()
                .statusCode(403);
        as(chain.province)
                .get("/api/programme/{r}/{y}/export", chain.province, 2026)
                .then()
                .statusCode(200);
    }
}
