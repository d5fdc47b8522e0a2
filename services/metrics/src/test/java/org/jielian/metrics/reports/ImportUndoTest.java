package org.jielian.metrics.reports;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jielian.foundation.access.InTheNameOf;
import org.jielian.metrics.Chain331102;
import org.jielian.testkit.Backends;
import org.jielian.testkit.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Backends.class)
class ImportUndoTest {
    private static final String HEADER =
            "unit_code,period,electricity_kwh,water_m3,headcount,floor_area_m2,explanation\n";
    private static final String SCHOOL = Chain331102.SCHOOL;
    private static final String COUNTY = Tokens.region(Chain331102.COUNTY);

    @Inject
    InTheNameOf inTheNameOf;

    @Inject
    EntityManager em;

    @BeforeEach
    void chain() {
        Chain331102.tell();
    }

    private static RequestSpecification as(String token) {
        return given().auth().oauth2(token);
    }

    private static String imported(String... rows) {
        return as(COUNTY)
                .contentType("text/csv")
                .body((HEADER + String.join("\n", rows) + "\n").getBytes(StandardCharsets.UTF_8))
                .post("/api/reports/import")
                .then()
                .statusCode(200)
                .body("refused", equalTo(0))
                .extract()
                .path("id");
    }

    private static String row(String period, String electricity) {
        return SCHOOL + "," + period + "," + electricity + ",1.00,40,1000.50,核对后更正";
    }

    private static ValidatableResponse undo(String token, String job) {
        return as(token)
                .contentType("application/json")
                .body(Map.of("reason", "导错了文件"))
                .post("/api/imports/" + job + "/undo")
                .then();
    }

    private static JsonPath undone(String job) {
        String id = undo(COUNTY, job).statusCode(202).extract().path("id");
        await().atMost(Duration.ofSeconds(30))
                .until(() -> as(COUNTY).get("/api/imports/" + id).jsonPath().getString("state"), "DONE"::equals);
        return as(COUNTY).get("/api/imports/" + id).jsonPath();
    }

    private static ValidatableResponse report(String period) {
        return as(COUNTY).get("/api/reports/" + SCHOOL + "/" + period).then();
    }

    /** What each tier's roll-up answers, digit by digit, once it says what the reports say. */
    private static String totals() {
        String digest = "/api/rollups/" + Chain331102.PROVINCE + "/digest?period=2020";
        await().atMost(Duration.ofSeconds(60))
                .until(() -> as(Tokens.operator()).get(digest).jsonPath().getBoolean("agrees"));
        return Stream.of(Chain331102.COUNTY, Chain331102.CITY, Chain331102.PROVINCE)
                .map(region -> as(Tokens.region(region))
                        .get("/api/rollups/" + region + "?period=2020")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString()
                        .replaceFirst("\"asOf\":\"[^\"]*\"", ""))
                .collect(Collectors.joining("\n"));
    }

    @Test
    void goesOnWhenItFailedHalfWayAndIsAskedForAgain() throws Exception {
        String job = imported(row("2020-10", "10"), row("2020-11", "20"));
        String undo = undone(job).getString("id");
        // as a failure leaves it: one report is still held
        inTheNameOf.system(() -> QuarkusTransaction.requiringNew().call(() -> {
            em.createNativeQuery("update import_job set state = 'FAILED' where id = ?1")
                    .setParameter(1, UUID.fromString(undo))
                    .executeUpdate();
            return em.createNativeQuery(
                            "update report set undo = ?1, status = 'SUBMITTED' where unit_code = ?2 and period = '2020-11'")
                    .setParameter(1, UUID.fromString(undo))
                    .setParameter(2, SCHOOL)
                    .executeUpdate();
        }));

        assertThat(undone(job).getString("id")).isEqualTo(undo);

        report("2020-11").body("status", equalTo("WITHDRAWN"));
        undo(COUNTY, job).statusCode(409);
    }

    @Test
    void bringsEveryReportBackToWhatItWasAndEveryTotalToTheLastDigit() {
        imported(row("2020-01", "10.0100"), row("2020-02", "20.25"));
        as(COUNTY).post("/api/reports/" + SCHOOL + "/2020-02/acceptance").then().statusCode(200);
        as(COUNTY)
                .contentType("application/json")
                .body("{\"reason\":\"x\"}")
                .post("/api/reports/" + SCHOOL + "/2020-01/withdrawal")
                .then()
                .statusCode(200);
        String before = totals();

        String job = imported(row("2020-01", "11"), row("2020-02", "0.0001"), row("2020-03", "33.3"));
        assertThat(totals()).isNotEqualTo(before);
        JsonPath undone = undone(job);

        assertThat(undone.getInt("changed")).isEqualTo(3);
        assertThat(undone.getString("undoes")).isEqualTo(job);
        report("2020-01").body("status", equalTo("WITHDRAWN"), "quantities.electricityKwh", equalTo(10.01f));
        report("2020-02")
                .body("status", equalTo("ACCEPTED"), "quantities.electricityKwh", equalTo(20.25f))
                .body("version", equalTo(4));
        report("2020-03").body("status", equalTo("WITHDRAWN"), "importJob", nullValue());
        assertThat(totals()).isEqualTo(before);
        as(COUNTY)
                .get("/api/reports/" + SCHOOL + "/2020-02/revisions")
                .then()
                .body("action", hasItem("IMPORT_UNDONE"), "reason", hasItem("导错了文件"));
        as(COUNTY).get("/api/imports/" + job).then().body("undoneBy", equalTo(undone.getString("id")));
        undo(COUNTY, job).statusCode(409);
    }

    @Test
    void goesBackOneImportAfterTheOther() {
        String first = imported(row("2020-04", "1"));
        String second = imported(row("2020-04", "2"));
        undo(COUNTY, first).statusCode(409).body("errors[0].message", containsString("更正"));
        undone(second);
        report("2020-04").body("quantities.electricityKwh", equalTo(1), "importJob", equalTo(first));
        undone(first);
        report("2020-04").body("status", equalTo("WITHDRAWN"));
    }

    @Test
    void isRefusedAsAWholeWhenSomethingBuildsOnOneOfThem() {
        String job = imported(row("2020-05", "1"), row("2020-06", "2"), row("2020-07", "3"));
        as(COUNTY).post("/api/reports/" + SCHOOL + "/2020-06/acceptance").then().statusCode(200);
        undo(COUNTY, job)
                .statusCode(409)
                .body("detail", containsString("1 份"))
                .body("errors.field", equalTo(List.of(SCHOOL + "/2020-06")))
                .body("errors[0].message", containsString("审核"));
        report("2020-05").body("status", equalTo("SUBMITTED"), "version", equalTo(1));
        report("2020-06").body("status", equalTo("ACCEPTED"));
        as(COUNTY)
                .contentType("application/json")
                .body("{\"reason\":\"x\"}")
                .post("/api/reports/" + SCHOOL + "/2020-05/withdrawal")
                .then()
                .statusCode(200);
    }

    @Test
    void needsAReasonAndTheSameNode() {
        String job = imported(row("2020-08", "1"));
        as(COUNTY)
                .contentType("application/json")
                .body("{\"reason\":\" \"}")
                .post("/api/imports/" + job + "/undo")
                .then()
                .statusCode(400);
        undo(Tokens.region(Chain331102.OTHER_COUNTY), job).statusCode(404);
        undo(Tokens.region(Chain331102.CITY), job).statusCode(403);
        undo(Tokens.of(Chain331102.COUNTY, "auditor"), job).statusCode(403);
        undo(Tokens.unit(SCHOOL), job).statusCode(404);
        undo(Tokens.operator(), job).statusCode(403);
        report("2020-08").body("status", equalTo("SUBMITTED"));
    }
}
