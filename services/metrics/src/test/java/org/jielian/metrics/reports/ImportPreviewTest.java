package org.jielian.metrics.reports;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jielian.foundation.imports.ForgettingFiles;
import org.jielian.foundation.imports.ImportsConfig;
import org.jielian.metrics.Chain331102;
import org.jielian.testkit.Backends;
import org.jielian.testkit.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Backends.class)
class ImportPreviewTest {
    private static final String HEADER =
            "unit_code,unit_name,period,electricity_kwh,water_m3,headcount,floor_area_m2,explanation\n";
    private static final String SCHOOL = Chain331102.SCHOOL;
    private static final String COUNTY = Tokens.region(Chain331102.COUNTY);

    @Inject
    ForgettingFiles forgetting;

    @Inject
    ImportsConfig config;

    @Inject
    AgroalDataSource database;

    @BeforeEach
    void chain() {
        Chain331102.tell();
    }

    private static RequestSpecification as(String token) {
        return given().auth().oauth2(token);
    }

    private static JsonPath send(String query, String... rows) {
        return as(COUNTY)
                .contentType("text/csv")
                .body((HEADER + String.join("\n", rows) + "\n").getBytes(StandardCharsets.UTF_8))
                .post("/api/reports/import" + query)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static String row(String period, String electricity, String water) {
        return SCHOOL + ",莲都区第一中学," + period + "," + electricity + "," + water + ",40,1000.50,试运行";
    }

    private static JsonPath finished(String job) {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> as(COUNTY).get("/api/imports/" + job).jsonPath().getString("state"), "DONE"::equals);
        return as(COUNTY).get("/api/imports/" + job).jsonPath();
    }

    private static int status(String period) {
        return as(COUNTY).get("/api/reports/" + SCHOOL + "/" + period).statusCode();
    }

    @Test
    void saysWhatWouldBeAddedChangedAndRefusedAndTakesTheVeryFileWhenConfirmed() {
        send("", row("2023-07", "10.00", "1.00"), row("2023-08", "10.00", "1.00"));

        JsonPath preview = send(
                "?dryRun=true&name=一月.csv",
                row("2023-07", "10.0", "1"),
                row("2023-08", "11.50", ""),
                row("2023-09", "12.00", "1.00"),
                row("2023-10", "-1", "1.00"));

        assertThat(preview.getString("name")).isEqualTo("一月.csv");
        assertThat(preview.getInt("unchanged")).isEqualTo(1);
        assertThat(preview.getList("first.UNCHANGED.line")).isEqualTo(List.of(2));
        assertThat(preview.getList("first.CHANGED.line")).isEqualTo(List.of(3));
        assertThat(preview.getMap("first.CHANGED[0].before"))
                .isEqualTo(java.util.Map.of("electricity_kwh", "10.00", "water_m3", "1.00"));
        assertThat(preview.getString("first.CHANGED[0].cells[3]")).isEqualTo("11.50");
        assertThat(preview.getList("first.ADDED.line")).isEqualTo(List.of(4));
        assertThat(preview.getString("first.REFUSED[0].errors[0].column")).isEqualTo("electricity_kwh");
        assertThat(preview.getString("first.REFUSED[0].errors[0].severity")).isEqualTo("HARD");
        assertThat(status("2023-09")).isEqualTo(404);

        String id = preview.getString("id");
        String job = as(COUNTY)
                .header("Idempotency-Key", "apply-" + id)
                .post("/api/imports/" + id + "/application")
                .then()
                .statusCode(202)
                .extract()
                .path("id");
        JsonPath taken = finished(job);

        assertThat(taken.getInt("added")).isEqualTo(1);
        assertThat(taken.getInt("changed")).isEqualTo(1);
        assertThat(taken.getInt("refused")).isEqualTo(1);
        assertThat(taken.getString("preview")).isEqualTo(id);
        assertThat(status("2023-09")).isEqualTo(200);
        as(COUNTY)
                .get("/api/reports/" + SCHOOL + "/2023-08")
                .then()
                .body("quantities.waterM3", nullValue())
                .body("importJob", equalTo(job));

        as(COUNTY)
                .header("Idempotency-Key", "apply-" + id)
                .post("/api/imports/" + id + "/application")
                .then()
                .statusCode(202)
                .body("id", equalTo(job));
        as(COUNTY)
                .post("/api/imports/" + id + "/application")
                .then()
                .statusCode(409)
                .body("detail", containsString(job));
    }

    @Test
    void pagesThroughTheRowsOfEachKind() {
        JsonPath preview =
                send("?dryRun=true", row("2021-01", "1", "1"), row("2021-02", "1", "1"), row("2021-03", "1", "1"));
        String rows = "/api/imports/" + preview.getString("id") + "/rows?fate=ADDED&limit=2";
        JsonPath page = as(COUNTY).get(rows).then().statusCode(200).extract().jsonPath();
        assertThat(page.getList("items.line")).isEqualTo(List.of(2, 3));
        assertThat(page.getInt("total")).isEqualTo(3);
        as(COUNTY)
                .get(rows + "&cursor=" + page.getString("next"))
                .then()
                .body("items", hasSize(1))
                .body("next", nullValue());
        as(COUNTY)
                .get("/api/imports/" + preview.getString("id") + "/rows")
                .then()
                .statusCode(400);
    }

    @Test
    void isNobodyElsesToSeeOrApply() {
        String id = send("?dryRun=true", row("2021-05", "1", "1")).getString("id");
        String other = Tokens.region(Chain331102.OTHER_COUNTY);
        as(other).get("/api/imports/" + id).then().statusCode(404);
        as(other).get("/api/imports/" + id + "/rows?fate=ADDED").then().statusCode(404);
        as(other).post("/api/imports/" + id + "/application").then().statusCode(404);
        as(other).get("/api/imports?node=" + Chain331102.COUNTY).then().statusCode(403);
        String above = Tokens.region(Chain331102.CITY);
        as(above).get("/api/imports/" + id).then().statusCode(200);
        as(above).post("/api/imports/" + id + "/application").then().statusCode(403);
        as(Tokens.of(Chain331102.COUNTY, "auditor"))
                .post("/api/imports/" + id + "/application")
                .then()
                .statusCode(403);
        as(Tokens.unit(SCHOOL)).get("/api/imports/" + id).then().statusCode(404);
        assertThat(status("2021-05")).isEqualTo(404);
    }

    @Test
    void areListedForTheNodeNewestFirst() {
        String first = send("?dryRun=true", row("2021-06", "1", "1")).getString("id");
        String second =
                send("?dryRun=true&name=b.csv", row("2021-06", "1", "1")).getString("id");
        JsonPath page = as(COUNTY)
                .get("/api/imports?limit=1&node=" + Chain331102.COUNTY)
                .then()
                .statusCode(200)
                .body("items[0].id", equalTo(second), "items[0].who", equalTo(Chain331102.COUNTY))
                .extract()
                .jsonPath();
        as(COUNTY)
                .get("/api/imports?limit=1&node=" + Chain331102.COUNTY + "&cursor=" + page.getString("next"))
                .then()
                .body("items[0].id", equalTo(first));
    }

    @Test
    void isForgottenWithItsFileWhenNobodyAppliesItForADay() throws Exception {
        String id = send("?dryRun=true", row("2021-07", "1", "1")).getString("id");
        String kept = send("?dryRun=true", row("2021-08", "1", "1")).getString("id");
        finished(as(COUNTY)
                .post("/api/imports/" + kept + "/application")
                .jsonPath()
                .getString("id"));
        makeJobsOld(id, kept);
        long before = makeFilesOld();

        forgetting.forget();

        as(COUNTY).get("/api/imports/" + id).then().statusCode(404);
        as(COUNTY).get("/api/imports/" + kept).then().statusCode(200);
        assertThat(files()).as("the applied import's file stays").isPositive().isLessThan(before);
    }

    private void makeJobsOld(String... ids) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement scope = connection.createStatement();
                PreparedStatement age = connection.prepareStatement(
                        "update import_job set started_at = started_at - interval '2 days' where id::text = any(?)")) {
            scope.execute("select set_config('jielian.scope', '/', false)");
            age.setArray(1, connection.createArrayOf("text", ids));
            assertThat(age.executeUpdate()).isEqualTo(ids.length);
        }
    }

    private Stream<Path> spool() throws IOException {
        return Files.list(config.data().resolve("spool").toAbsolutePath());
    }

    private long files() throws IOException {
        try (Stream<Path> files = spool()) {
            return files.count();
        }
    }

    private long makeFilesOld() throws IOException {
        try (Stream<Path> files = spool()) {
            List<Path> all = files.toList();
            for (Path file : all)
                Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(Duration.ofDays(2))));
            return all.size();
        }
    }
}
