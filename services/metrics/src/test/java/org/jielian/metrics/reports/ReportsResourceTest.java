package org.jielian.metrics.reports;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.comparesEqualTo;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.JsonConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.path.json.config.JsonPathConfig.NumberReturnType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.math.BigDecimal;
import org.jielian.contracts.ReportState;
import org.jielian.metrics.Chain331102;
import org.jielian.testkit.Backends;
import org.jielian.testkit.Facts;
import org.jielian.testkit.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(Backends.class)
class ReportsResourceTest {
    private static final String SCHOOL = Chain331102.SCHOOL;

    @BeforeEach
    void chain() {
        Chain331102.tell();
    }

    private static RequestSpecification as(String token) {
        return given().config(RestAssuredConfig.config()
                        .jsonConfig(JsonConfig.jsonConfig().numberReturnType(NumberReturnType.BIG_DECIMAL)))
                .auth()
                .oauth2(token)
                .contentType(ContentType.JSON);
    }

    private static String figures(String electricity) {
        return """
                {"quantities": {"electricityKwh": %s, "waterM3": 12.5}, "headcount": 40, "floorArea": 1000.50, "reason": "表计复核",
                 "explanations": {"*": "按新表读数"}}""".formatted(electricity);
    }

    private static Response put(String token, String unit, String period, String body) {
        return as(token).body(body).put("/api/reports/{unit}/{period}", unit, period);
    }

    @Test
    void keepsEveryDigitOfWhatWasHandedIn() {
        put(Tokens.unit(SCHOOL), SCHOOL, "2025-01", figures("1234567.8901"))
                .then()
                .statusCode(201)
                .header("ETag", equalTo("\"1\""))
                .body("status", equalTo("SUBMITTED"))
                .body("countsIn.regionCode", equalTo(Chain331102.COUNTY));
        as(Tokens.unit(SCHOOL))
                .get("/api/reports/{unit}/2025-01", SCHOOL)
                .then()
                .statusCode(200)
                .body("quantities.electricityKwh", comparesEqualTo(new BigDecimal("1234567.8901")))
                .body("quantities.dieselL", nullValue());
    }

    @Test
    void tellsTheFactWithTheCellItCountsIn() {
        put(Tokens.unit(SCHOOL), SCHOOL, "2025-02", figures("100")).then().statusCode(201);
        ReportState fact =
                Facts.await(ReportState.TOPIC, ReportState.class, r -> r.key().equals(SCHOOL + "/2025-02"));
        assertThat(fact.countsIn().regionCode()).isEqualTo(Chain331102.COUNTY);
        assertThat(fact.quantities()).containsOnlyKeys("electricityKwh", "waterM3");
    }

    @Test
    void keepsWhoChangedWhatAndWhy() {
        put(Tokens.unit(SCHOOL), SCHOOL, "2025-03", figures("100"));
        put(Tokens.region(Chain331102.COUNTY), SCHOOL, "2025-03", figures("90"))
                .then()
                .statusCode(200);
        as(Tokens.unit(SCHOOL))
                .get("/api/reports/{unit}/2025-03/revisions", SCHOOL)
                .then()
                .body("action", contains("SUBMITTED", "CORRECTED"))
                .body("who", contains(SCHOOL, Chain331102.COUNTY))
                .body("[1].reason", equalTo("表计复核"))
                .body("[1].before.quantities.electricityKwh", equalTo(100))
                .body("[1].after.quantities.electricityKwh", equalTo(90));
    }

    @Test
    void changesNothingWhenTheSameFiguresComeAgain() {
        put(Tokens.unit(SCHOOL), SCHOOL, "2025-04", figures("100"));
        put(Tokens.unit(SCHOOL), SCHOOL, "2025-04", figures("100.00"))
                .then()
                .statusCode(200)
                .body("version", equalTo(1));
        as(Tokens.unit(SCHOOL))
                .get("/api/reports/{unit}/2025-04/revisions", SCHOOL)
                .then()
                .body("", hasSize(1));
    }

    @Test
    void namesEveryFieldThatIsWrong() {
        String body = """
                {"quantities": {"electricityKwh": -1, "waterM3": "12O.5", "beer": 3}, "headcount": 0}""";
        put(Tokens.unit(SCHOOL), SCHOOL, "2025-05", body)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body(
                        "errors.field",
                        containsInAnyOrder(
                                "quantities.electricityKwh",
                                "quantities.waterM3",
                                "quantities.beer",
                                "headcount",
                                "floorArea"));
        as(Tokens.unit(SCHOOL))
                .get("/api/reports/{unit}/2025-05", SCHOOL)
                .then()
                .statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2025-13", "202503", "2035-01", "2015-01", "2025-1"})
    void refusesMonthsThatCannotBeReported(String period) {
        put(Tokens.unit(SCHOOL), SCHOOL, period, figures("1"))
                .then()
                .statusCode(400)
                .body("errors[0].field", equalTo("period"));
    }

    @Test
    void tellsTheSecondEditorThatSomebodyWasThereBefore() {
        put(Tokens.unit(SCHOOL), SCHOOL, "2025-06", figures("100"));
        put(Tokens.region(Chain331102.COUNTY), SCHOOL, "2025-06", figures("90"));
        as(Tokens.unit(SCHOOL))
                .header("If-Match", "\"1\"")
                .body(figures("80"))
                .put("/api/reports/{unit}/2025-06", SCHOOL)
                .then()
                .statusCode(412);
    }

    @Test
    void countsNowhereOnceWithdrawnAndAgainAfterItIsHandedInAgain() {
        put(Tokens.unit(SCHOOL), SCHOOL, "2025-07", figures("100"));
        as(Tokens.unit(SCHOOL))
                .body("{}")
                .post("/api/reports/{unit}/2025-07/withdrawal", SCHOOL)
                .then()
                .statusCode(400);
        as(Tokens.unit(SCHOOL))
                .body("{\"reason\": \"填错月份\"}")
                .post("/api/reports/{unit}/2025-07/withdrawal", SCHOOL)
                .then()
                .statusCode(200)
                .body("status", equalTo("WITHDRAWN"));
        put(Tokens.unit(SCHOOL), SCHOOL, "2025-07", figures("100"))
                .then()
                .statusCode(200)
                .body("status", equalTo("SUBMITTED"));
    }

    @Test
    void isAcceptedByTheTierThatAdministersTheUnitOnly() {
        put(Tokens.unit(SCHOOL), SCHOOL, "2025-08", figures("100"));
        String acceptance = "/api/reports/" + SCHOOL + "/2025-08/acceptance";
        as(Tokens.unit(SCHOOL)).post(acceptance).then().statusCode(403);
        as(Tokens.region(Chain331102.CITY)).post(acceptance).then().statusCode(403);
        as(Tokens.region(Chain331102.COUNTY))
                .post(acceptance)
                .then()
                .statusCode(200)
                .body("status", equalTo("ACCEPTED"));
        as(Tokens.region(Chain331102.COUNTY)).post(acceptance).then().statusCode(409);
    }

    @Test
    void isNotShownToStrangersNorTakenFromThem() {
        put(Tokens.unit(SCHOOL), SCHOOL, "2025-09", figures("100"));
        String report = "/api/reports/" + SCHOOL + "/2025-09";
        for (String stranger : new String[] {
            Tokens.unit(Chain331102.HOSPITAL),
            Tokens.region(Chain331102.OTHER_COUNTY),
            Tokens.region(Chain331102.OTHER_CITY)
        }) {
            as(stranger).get(report).then().statusCode(403);
            as(stranger).get(report + "/revisions").then().statusCode(403);
            as(stranger).get("/api/reports/" + SCHOOL).then().statusCode(403);
            as(stranger).body(figures("1")).put(report).then().statusCode(403);
            as(stranger)
                    .body("{\"reason\": \"x\"}")
                    .post(report + "/withdrawal")
                    .then()
                    .statusCode(403);
            as(stranger).post(report + "/acceptance").then().statusCode(403);
        }
        given().get(report).then().statusCode(401);
        as(Tokens.region(Chain331102.CITY)).get(report).then().statusCode(200);
        as(Tokens.region(Chain331102.CITY))
                .body(figures("1"))
                .put(report)
                .then()
                .statusCode(403);
    }

    @Test
    void isNotMoreTellingAboutUnitsThatDoNotExist() {
        as(Tokens.region(Chain331102.COUNTY))
                .get("/api/reports/12330106MB0000036X")
                .then()
                .statusCode(403);
    }
}
