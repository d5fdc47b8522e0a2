package org.jielian.metrics.drafts;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import org.jielian.metrics.Chain331102;
import org.jielian.testkit.Backends;
import org.jielian.testkit.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Backends.class)
class DraftsResourceTest {
    private static final String SCHOOL = Chain331102.SCHOOL;

    @BeforeEach
    void chain() {
        Chain331102.tell();
    }

    private static RequestSpecification as(String token) {
        return given().auth().oauth2(token).contentType(ContentType.JSON);
    }

    private static String typed(String electricity) {
        return """
                {"quantities": {"electricityKwh": "%s", "waterM3": ""}, "headcount": "40", "floorArea": "1000.50",
                "bases": {"electricityKwh": "BILLED"}, "note": "换表", "explanations": {"*": "放假"}}""".formatted(electricity);
    }

    private static Response save(String token, String period, String version, String body) {
        return as(token).header("If-Match", version).body(body).put("/api/drafts/{unit}/{period}", SCHOOL, period);
    }

    private static Response look(String period) {
        return as(Tokens.unit(SCHOOL)).get("/api/drafts/{unit}/{period}", SCHOOL, period);
    }

    private static String saved(String period, String body) {
        return save(Tokens.unit(SCHOOL), period, "\"0\"", body)
                .then()
                .statusCode(200)
                .extract()
                .header("ETag");
    }

    @Test
    void keepsWhatWasTypedHoweverWrong() {
        saved("2024-01", typed("12O,5 度"));

        look("2024-01")
                .then()
                .statusCode(200)
                .body("typed.quantities.electricityKwh", equalTo("12O,5 度"))
                .body("typed.quantities.waterM3", equalTo(""))
                .body("typed.bases.electricityKwh", equalTo("BILLED"))
                .body("typed.note", equalTo("换表"))
                .body("savedBy", equalTo(SCHOOL));
        as(Tokens.unit(SCHOOL))
                .get("/api/drafts/{unit}?from=2024-01&to=2024-01", SCHOOL)
                .then()
                .body("items.period", contains("2024-01"));
    }

    @Test
    void tellsTheSecondWriterWhoWasThereBeforeAndOverwritesNothing() {
        String version = saved("2024-02", typed("1"));
        save(Tokens.region(Chain331102.COUNTY), "2024-02", version, typed("2"))
                .then()
                .statusCode(200);

        save(Tokens.unit(SCHOOL), "2024-02", version, typed("3"))
                .then()
                .statusCode(412)
                .body("type", equalTo("/problems/draft-changed"))
                .body("detail", containsString(Chain331102.COUNTY));
        save(Tokens.unit(SCHOOL), "2024-02", "\"0\"", typed("3")).then().statusCode(412);
        as(Tokens.unit(SCHOOL))
                .header("If-Match", version)
                .delete("/api/drafts/{unit}/2024-02", SCHOOL)
                .then()
                .statusCode(412);
        look("2024-02").then().body("typed.quantities.electricityKwh", equalTo("2"));
    }

    @Test
    void asksForTheVersionThatWasSeen() {
        as(Tokens.unit(SCHOOL))
                .body(typed("1"))
                .put("/api/drafts/{unit}/2024-03", SCHOOL)
                .then()
                .statusCode(428);
        save(Tokens.unit(SCHOOL), "2024-03", "yesterday", typed("1")).then().statusCode(400);
    }

    @Test
    void refusesWhatIsNoMonthOrTooLongToBeTyped() {
        save(Tokens.unit(SCHOOL), "2024-13", "\"0\"", typed("1")).then().statusCode(400);
        save(Tokens.unit(SCHOOL), "2024-03", "\"0\"", typed("1".repeat(40_000)))
                .then()
                .statusCode(413);
        save(Tokens.unit(SCHOOL), "2024-03", "\"0\"", typed("\\u0000")).then().statusCode(400);
        look("2024-03").then().statusCode(404);
    }

    @Test
    void findsByFieldWhatIsWrongAndWritesNothing() {
        as(Tokens.unit(SCHOOL))
                .body(typed("-1"))
                .post("/api/drafts/{unit}/2024-04/check", SCHOOL)
                .then()
                .statusCode(200)
                .body("findings.field", hasItem("quantities.electricityKwh"))
                .body("findings.find { it.field == 'quantities.electricityKwh' }.severity", equalTo("HARD"));
        look("2024-04").then().statusCode(404);
        as(Tokens.unit(SCHOOL))
                .get("/api/reports/{unit}/2024-04", SCHOOL)
                .then()
                .statusCode(404);
    }

    @Test
    void isHandedInAsItWasSeenAndIsGoneThen() {
        String version = saved("2024-05", typed("100.25"));

        submit("2024-05", version, null).then().statusCode(200).body("status", equalTo("SUBMITTED"));

        look("2024-05").then().statusCode(404);
        as(Tokens.unit(SCHOOL))
                .get("/api/reports/{unit}/2024-05", SCHOOL)
                .then()
                .body("quantities.electricityKwh", equalTo(100.25f))
                .body("remarks.note", equalTo("换表"));
    }

    private static Response submit(String period, String version, String reason) {
        String body = reason == null ? "{}" : "{\"reason\": \"" + reason + "\"}";
        return as(Tokens.unit(SCHOOL))
                .header("If-Match", version)
                .body(body)
                .post("/api/drafts/{unit}/{period}/submission", SCHOOL, period);
    }

    @Test
    void staysWhenItIsRefused() {
        String version = saved("2024-06", typed("abc"));

        submit("2024-06", version, null)
                .then()
                .statusCode(400)
                .body("errors.field", contains("quantities.electricityKwh"));

        look("2024-06").then().statusCode(200).header("ETag", equalTo(version));
    }

    @Test
    void correctsWithAReasonOnlyAndOnlyWhatWasSeen() {
        submit("2024-07", saved("2024-07", typed("100")), null).then().statusCode(200);

        String unaware = saved("2024-07", typed("90"));
        submit("2024-07", unaware, null).then().statusCode(400).body("errors.field", contains("reason"));
        submit("2024-07", unaware, "复核").then().statusCode(412);
        String aware = save(
                        Tokens.unit(SCHOOL),
                        "2024-07",
                        unaware,
                        typed("90").replace("{\"quantities\"", "{\"reportVersion\": 1, \"quantities\""))
                .header("ETag");
        submit("2024-07", aware, "复核").then().statusCode(200).body("version", equalTo(2));
    }

    @Test
    void isForgottenWhenItsOwnerHandsInByAnotherWayAndKeptWhenSomebodyElseDoes() {
        saved("2024-08", typed("1"));
        saved("2024-09", typed("1"));
        String figures = "{\"quantities\": {\"electricityKwh\": 5}, \"headcount\": 40, \"floorArea\": 1000}";

        as(Tokens.unit(SCHOOL))
                .body(figures)
                .put("/api/reports/{unit}/2024-08", SCHOOL)
                .then()
                .statusCode(201);
        as(Tokens.region(Chain331102.COUNTY))
                .body(figures)
                .put("/api/reports/{unit}/2024-09", SCHOOL)
                .then()
                .statusCode(201);

        look("2024-08").then().statusCode(404);
        look("2024-09").then().statusCode(200);
    }

    @Test
    void isNobodysBusinessButOfThoseWhoReportForTheUnit() {
        String version = saved("2024-10", typed("1"));
        String draft = "/api/drafts/" + SCHOOL;
        for (String stranger : List.of(
                Tokens.unit(Chain331102.HOSPITAL),
                Tokens.region(Chain331102.OTHER_COUNTY),
                Tokens.region(Chain331102.CITY),
                Tokens.region(Chain331102.PROVINCE))) {
            as(stranger).get(draft).then().statusCode(403);
            as(stranger).get(draft + "/2024-10").then().statusCode(403);
            save(stranger, "2024-10", version, typed("9")).then().statusCode(403);
            as(stranger)
                    .header("If-Match", version)
                    .delete(draft + "/2024-10")
                    .then()
                    .statusCode(403);
            as(stranger).body(typed("9")).post(draft + "/2024-10/check").then().statusCode(403);
            as(stranger)
                    .header("If-Match", version)
                    .body("{}")
                    .post(draft + "/2024-10/submission")
                    .then()
                    .statusCode(403);
        }
        given().get(draft).then().statusCode(401);
        as(Tokens.of(SCHOOL, "auditor")).get(draft).then().statusCode(403);
        as(Tokens.region(Chain331102.COUNTY)).get(draft + "/2024-10").then().statusCode(200);
        assertThat(look("2024-10").header("ETag")).isEqualTo(version);
    }
}
