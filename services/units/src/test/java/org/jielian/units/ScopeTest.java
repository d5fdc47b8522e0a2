package org.jielian.units;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.jielian.testkit.Backends;
import org.jielian.testkit.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Nobody learns or changes anything outside of the own part of the chain, on any endpoint. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class ScopeTest {
    private static final String MINE = Codes.next();
    private static final String THEIRS = Codes.next();

    @Inject
    DataSource database;

    @BeforeEach
    void plantTwoCounties() {
        Province.plant();
        Province.importUnits(Province.operator(), Province.HEADER + row(MINE, "331102") + row(THEIRS, "331121"))
                .statusCode(200);
    }

    /** A call as somebody, and what it is about. */
    private interface Call {
        Response by(RequestSpecification who);
    }

    private static Stream<Call> readsOf(String unit, String region) {
        return Stream.of(
                who -> who.get("/api/units/" + unit),
                who -> who.get("/api/units/" + unit + "/history"),
                who -> who.get("/api/units?region=" + region),
                who -> who.get("/api/units?region=" + unit),
                who -> who.get("/api/units/export?region=" + region),
                who -> who.get("/api/regions/" + region),
                who -> who.get("/api/regions/" + region + "/children"));
    }

    private static Stream<Call> changesOf(String unit, String region) {
        Map<String, Object> description =
                Map.of("name", "夺", "floorArea", 1, "headcount", 1, "hasCanteen", false, "heating", "NONE");
        Map<String, Object> registration = new java.util.HashMap<>(description);
        registration.putAll(Map.of("code", Codes.next(), "type", "OTHER", "regionCode", region, "since", "2024-01"));
        return Stream.of(
                who -> json(who, registration).post("/api/units"),
                who -> json(who, description).header("If-Match", "\"1\"").put("/api/units/" + unit),
                who -> json(who, Map.of("regionCode", "331102", "from", "2025-01"))
                        .post("/api/units/" + unit + "/moves"),
                who -> json(who, Map.of("regionCode", region, "from", "2025-01"))
                        .post("/api/units/" + unit + "/moves"),
                who -> json(who, Map.of("from", "2025-01", "reason", "夺")).post("/api/units/" + unit + "/closure"),
                who -> json(
                                who,
                                Map.of(
                                        "effectiveFrom",
                                        "2025-01",
                                        "changes",
                                        List.of(Map.of(
                                                "kind", "RENAME", "scope", "WHOLE", "oldCode", region, "newCode",
                                                region, "newName", "夺"))))
                        .post("/api/reorganisations"),
                who -> who.contentType("text/csv")
                        .body("code,name,level,parent_code\n")
                        .post("/api/regions/import"));
    }

    @Test
    void nobodyGetsInWithoutAToken() {
        Stream.concat(readsOf(MINE, "331102"), changesOf(MINE, "331102"))
                .forEach(call ->
                        assertThat(call.by(RestAssured.given()).statusCode()).isEqualTo(401));
    }

    @Test
    void anotherCountysPersonIsRefusedEverywhere() {
        Stream.concat(readsOf(THEIRS, "331121"), changesOf(THEIRS, "331121"))
                .forEach(call -> assertThat(call.by(Province.person("331102")).statusCode())
                        .isEqualTo(403));
    }

    @Test
    void theWayUpIsClosedToo() {
        readsOf(THEIRS, "331100")
                .forEach(call -> assertThat(call.by(Province.person("331102")).statusCode())
                        .isEqualTo(403));
        changesOf(THEIRS, "331100")
                .forEach(call -> assertThat(call.by(Province.person("331102")).statusCode())
                        .isEqualTo(403));
    }

    @Test
    void anotherUnitsPersonIsRefusedEverywhere() {
        Stream.concat(readsOf(THEIRS, "331121"), changesOf(THEIRS, "331121")).forEach(call -> assertThat(
                        call.by(Province.as(Tokens.unit(MINE))).statusCode())
                .isEqualTo(403));
    }

    @Test
    void whatDoesNotExistIsRefusedInTheSameWords() {
        String nobody = Codes.next();
        Response unknown = Province.person("331102").get("/api/units/" + nobody);
        Response foreign = Province.person("331102").get("/api/units/" + THEIRS);

        assertThat(unknown.statusCode()).isEqualTo(foreign.statusCode()).isEqualTo(403);
        assertThat(unknown.jsonPath().getString("detail").replace(nobody, THEIRS))
                .isEqualTo(foreign.jsonPath().getString("detail"));
        Province.operator().get("/api/units/" + nobody).then().statusCode(404);
    }

    @Test
    void theTierAboveLooksButDoesNotRegisterForACounty() {
        readsOf(THEIRS, "331121")
                .forEach(call -> assertThat(call.by(Province.person("331100")).statusCode())
                        .isEqualTo(200));
        assertThat(changesOf(THEIRS, "331121")
                        .findFirst()
                        .orElseThrow()
                        .by(Province.person("331100"))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void aSupervisorChangesNothing() {
        changesOf(MINE, "331102").forEach(call -> assertThat(
                        call.by(Province.as(Tokens.of("331102", "supervisor"))).statusCode())
                .isEqualTo(403));
    }

    @Test
    void countsAndSearchesLeakNothing() {
        Province.person("331102").get("/api/units?search=" + THEIRS).then().body("total", equalTo(0));
        Province.person("331102")
                .get("/api/units?limit=1000")
                .then()
                .body("items.regionCode", everyItem(equalTo("331102")));
        Province.as(Tokens.unit(MINE))
                .get("/api/units")
                .then()
                .body("total", equalTo(1))
                .body("items[0].code", equalTo(MINE));
        Province.as(Tokens.of("999999", "administrator"))
                .get("/api/units")
                .then()
                .body("total", equalTo(0));
    }

    @Test
    void exportsLeakNothing() throws IOException {
        byte[] workbook = Province.person("331102")
                .get("/api/units/export")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        try (var book = new ReadableWorkbook(new ByteArrayInputStream(workbook));
                var rows = book.getFirstSheet().openStream()) {
            assertThat(rows.skip(1).map(row -> row.getCellText(3)).distinct()).containsExactly("331102");
        }
    }

    @Test
    void aQueryThatForgotItsScopeReturnsNothing() throws SQLException {
        try (Connection connection = database.getConnection();
                var sql = connection.createStatement()) {
            for (String table : List.of("unit", "unit_belonging", "region", "region_parent", "audit_entry")) {
                try (var rows = sql.executeQuery("select count(*) from " + table)) {
                    rows.next();
                    assertThat(rows.getLong(1)).as(table).isZero();
                }
            }
        }
    }

    private static RequestSpecification json(RequestSpecification who, Object body) {
        return who.contentType("application/json").body(body);
    }

    private static String row(String code, String region) {
        return "%s,单位%s,AGENCY,%s,100.00,10,false,NONE%n".formatted(code, code, region);
    }
}
