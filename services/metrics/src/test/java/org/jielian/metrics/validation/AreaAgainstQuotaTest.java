package org.jielian.metrics.validation;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.jielian.contracts.InstitutionType;
import org.jielian.contracts.ResultState;
import org.jielian.contracts.UnitState;
import org.jielian.metrics.Chain331102;
import org.jielian.testkit.Backends;
import org.jielian.testkit.Facts;
import org.jielian.testkit.Tokens;
import org.junit.jupiter.api.Test;

/** V07: units of 1,000 m² whose quota reaches from 20 to 60 kWh/m² a year; from 10 to 90 nobody is asked. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class AreaAgainstQuotaTest {
    private static final YearMonth EVER = YearMonth.of(2000, 1);
    private static final int YEAR = 2023;

    @Test
    void showsTheReviewerAYearAboveItsConstraintWithTheReportThatCompletesIt() {
        String unit = told("11331123T0XAMRPDXX");
        limits(unit, 1, "330000/JNJG/1");
        for (int month = 1; month <= 11; month++)
            handsIn(unit, month, 8_000).body("findings.rule", not(hasItem("V07")));

        handsIn(unit, 12, 8_000)
                .statusCode(201)
                .body("findings.findAll { it.rule == 'V07' }", hasSize(1))
                .body("findings.find { it.rule == 'V07' }.code", equalTo("ABOVE_CONSTRAINT"))
                .body("findings.find { it.rule == 'V07' }.severity", equalTo("REVIEW"))
                .body("findings.find { it.rule == 'V07' }.value", equalTo("96"))
                .body("findings.find { it.rule == 'V07' }.expected", equalTo("≤ 60"))
                .body(
                        "findings.find { it.rule == 'V07' }.message.en",
                        allOf(containsString("96 kWh/m²"), containsString("330000/JNJG/1")));
    }

    @Test
    void showsACorrectionThatTakesAWholeYearOutOfItsLimitsAndNoOther() {
        String unit = told("11331123T0JYA8DJ13");
        limits(unit, 1, "330000/JNJG/1");
        for (int month = 1; month <= 12; month++)
            handsIn(unit, month, 7_000).body("findings.rule", not(hasItem("V07")));

        corrects(unit, 3, 7_100).body("findings.rule", not(hasItem("V07")));
        corrects(unit, 3, 20_000).body("findings.code", hasItem("ABOVE_CONSTRAINT"));
        corrects(unit, 4, 7_100).body("findings.rule", not(hasItem("V07")));
    }

    @Test
    void showsAYearBelowItsGuidance() {
        String unit = told("12331123TL9XAEGU4X");
        limits(unit, 1, "330000/JNJG/1");
        for (int month = 1; month <= 11; month++) handsIn(unit, month, 800);

        handsIn(unit, 12, 800)
                .body("findings.find { it.rule == 'V07' }.code", equalTo("BELOW_GUIDANCE"))
                .body("findings.find { it.rule == 'V07' }.value", equalTo("9.6"));
    }

    @Test
    void saysNothingOfAYearThatNoReleaseJudgesAnyMore() {
        String unit = told("12331123TNRE594H32");
        limits(unit, 1, "330000/JNJG/1");
        for (int month = 1; month <= 11; month++) handsIn(unit, month, 9_000);
        awaitFinding(unit, 9_000, true);

        tell(unit, 3, null, List.of());
        awaitFinding(unit, 9_000, false);
        // what is told late is older than what is known
        limits(unit, 2, "330000/JNJG/1");

        handsIn(unit, 12, 9_000).statusCode(201).body("findings.rule", not(hasItem("V07")));
    }

    @Test
    void namesAWholeYearOfAFileOnceAndAtNoColumn() {
        String unit = told("12331123T40AY41B8D");
        limits(unit, 1, "330000/JNJG/1");
        for (int month = 1; month <= 11; month++) handsIn(unit, month, 9_000);
        awaitFinding(unit, 9_000, true);
        StringBuilder file = new StringBuilder("unit_code,period,headcount,floor_area_m2,electricity_kwh\n");
        for (int month = 1; month <= 12; month++)
            file.append("%s,%s,40,1000,%d%n".formatted(unit, YearMonth.of(YEAR, month), 9_000 + month));

        given().auth()
                .oauth2(Tokens.operator())
                .contentType("text/csv")
                .body(file.toString())
                .post("/api/reports/import?dryRun=true")
                .then()
                .statusCode(200)
                .body("findings.findAll { it.rule == 'V07' }", hasSize(1))
                .body("findings.find { it.rule == 'V07' }.line", equalTo(13));
    }

    private static String told(String unit) {
        Chain331102.tell();
        Chain331102.unit(
                1,
                unit,
                unit,
                InstitutionType.AGENCY,
                new UnitState.Belonging(Chain331102.COUNTY, InstitutionType.AGENCY, EVER));
        await().atMost(Duration.ofSeconds(30))
                .until(() -> given().auth()
                                .oauth2(Tokens.operator())
                                .get("/api/reports/" + unit)
                                .statusCode()
                        == 200);
        return unit;
    }

    /** Told before the year is whole; what comes after waits until it is known where that matters. */
    private static void limits(String unit, long version, String release) {
        Map<String, BigDecimal> bounds = Map.of(
                "CONSTRAINT", new BigDecimal("60"),
                "BASELINE", new BigDecimal("40"),
                "GUIDANCE", new BigDecimal("20"));
        tell(unit, version, release, List.of(new ResultState.Position("EL_AREA", null, bounds, null)));
        // the topic is read in order: once a later fact is known, this one has been heard
        if (version == 1) awaitKnown(unit);
    }

    private static void tell(String unit, long version, String release, List<ResultState.Position> positions) {
        var fact = new ResultState(unit, "JNJG", YEAR, version, release, "QUOTA", 1L, true, positions);
        Facts.tell(ResultState.TOPIC, fact.key(), fact);
    }

    /** Asks a year nobody keeps: a preview of twelve months above the constraint. */
    private static void awaitKnown(String unit) {
        StringBuilder file = new StringBuilder("unit_code,period,headcount,floor_area_m2,electricity_kwh\n");
        for (int month = 1; month <= 12; month++)
            file.append("%s,%s,40,1000,50000%n".formatted(unit, YearMonth.of(YEAR, month)));
        await("limits of " + unit).atMost(Duration.ofSeconds(30)).until(() -> given().auth()
                .oauth2(Tokens.operator())
                .contentType("text/csv")
                .body(file.toString())
                .post("/api/reports/import?dryRun=true")
                .jsonPath()
                .getList("findings.rule")
                .contains("V07"));
    }

    private static void awaitFinding(String unit, int december, boolean there) {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> given().auth()
                                .oauth2(Tokens.unit(unit))
                                .contentType(ContentType.JSON)
                                .body(body(december, null))
                                .post(
                                        "/api/drafts/{unit}/{period}/check",
                                        unit,
                                        YearMonth.of(YEAR, 12).toString())
                                .jsonPath()
                                .getList("findings.rule")
                                .contains("V07")
                        == there);
    }

    private static ValidatableResponse handsIn(String unit, int month, int kwh) {
        return put(unit, month, body(kwh, null)).statusCode(201);
    }

    private static ValidatableResponse corrects(String unit, int month, int kwh) {
        return put(unit, month, body(kwh, "抄错表")).statusCode(200);
    }

    private static ValidatableResponse put(String unit, int month, String body) {
        return given().auth()
                .oauth2(Tokens.operator())
                .contentType(ContentType.JSON)
                .header("Accept-Language", "en")
                .body(body)
                .put(
                        "/api/reports/{unit}/{period}",
                        unit,
                        YearMonth.of(YEAR, month).toString())
                .then();
    }

    private static String body(int kwh, String reason) {
        return """
                {"quantities": {"electricityKwh": %d}, "headcount": 40, "floorArea": 1000, "reason": %s}""".formatted(kwh, reason == null ? "null" : '"' + reason + '"');
    }
}
