package org.jielian.units.reorganisations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jielian.contracts.RegionState;
import org.jielian.contracts.UnitState;
import org.jielian.testkit.Backends;
import org.jielian.testkit.Facts;
import org.jielian.units.Codes;
import org.jielian.units.Province;
import org.junit.jupiter.api.Test;

/** Plays reorganisations that really happened. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class ReorganisationsResourceTest {
    private static final String LAIWU = """
            code,name,level,parent_code
            370000,山东省,PROVINCE,
            370100,济南市,CITY,370000
            371200,莱芜市,CITY,370000
            371202,莱城区,COUNTY,371200
            371203,钢城区,COUNTY,371200
            """;
    private static final String GONGZHULING = """
            code,name,level,parent_code
            220000,吉林省,PROVINCE,
            220100,长春市,CITY,220000
            220300,四平市,CITY,220000
            220381,公主岭市,COUNTY,220300
            """;

    @Test
    void letsACityDisappearWithAllThatHangsOnIt() {
        Province.importRegions(LAIWU).statusCode(200);
        String office = register("371200");
        String school = register("371202");

        reorganise(Province.operator(), "2019-01", changesOf("2019-01-09"))
                .statusCode(200)
                .body("regions", containsInAnyOrder("371200", "371202", "371203", "370116", "370117"))
                .body("units", equalTo(2));

        UnitState told = Facts.await(
                UnitState.TOPIC,
                UnitState.class,
                u -> u.unitCode().equals(school) && u.belongings().size() == 2);
        assertThat(told.belongingIn(YearMonth.of(2018, 12)).orElseThrow().regionCode())
                .isEqualTo("371202");
        assertThat(told.belongingIn(YearMonth.of(2019, 1)).orElseThrow().regionCode())
                .isEqualTo("370116");
        Province.person("370100")
                .get("/api/units/" + office)
                .then()
                .statusCode(200)
                .body("regionCode", equalTo("370100"));
        Province.person("370116")
                .get("/api/units/" + school)
                .then()
                .statusCode(200)
                .body("path.name", equalTo(List.of("山东省", "济南市", "莱芜区")));
        Province.person("371202").get("/api/units/" + school).then().statusCode(403);
        Province.person("370000").get("/api/regions/370000/children").then().body("code", equalTo(List.of("370100")));
        Province.person("370000")
                .get("/api/regions/370000/children?at=2018-12")
                .then()
                .body("code", equalTo(List.of("370100", "371200")));

        RegionState gone = Facts.await(
                RegionState.TOPIC, RegionState.class, r -> r.regionCode().equals("371200") && r.closedFrom() != null);
        assertThat(gone.closedFrom()).isEqualTo(YearMonth.of(2019, 1));
    }

    @Test
    void movesAWholeCountyToAnotherCity() {
        Province.importRegions(GONGZHULING).statusCode(200);
        String unit = register("220381");

        reorganise(Province.person("220000"), "2020-06", changesOf("2020-06-05"))
                .statusCode(200)
                .body("units", equalTo(1));

        Province.person("220100")
                .get("/api/units/" + unit)
                .then()
                .statusCode(200)
                .body("regionCode", equalTo("220184"));
        Province.person("220300").get("/api/units/" + unit).then().statusCode(403);
        Province.person("220300").get("/api/units").then().body("total", equalTo(0));
    }

    @Test
    void takesWhatHangsOnARegionThatKeepsItsCodeAlong() {
        Province.importRegions("""
                code,name,level,parent_code
                520000,贵州省,PROVINCE,
                520200,六盘水市,CITY,520000
                520300,遵义市,CITY,520000
                520221,水城县,COUNTY,520200
                """);
        String unit = register("520221");

        reorganise(
                        Province.operator(),
                        "2021-01",
                        List.of(Map.of(
                                "kind",
                                "MOVE",
                                "scope",
                                "WHOLE",
                                "oldCode",
                                "520221",
                                "newCode",
                                "520221",
                                "newParentCode",
                                "520300")))
                .statusCode(200)
                .body("units", equalTo(0));

        Province.person("520300")
                .get("/api/units/" + unit)
                .then()
                .statusCode(200)
                .body("path.code", equalTo(List.of("520000", "520300", "520221")));
        Province.person("520300")
                .get("/api/units/" + unit + "/history")
                .then()
                .body("action", equalTo(List.of("REGISTERED")));
        Province.person("520200").get("/api/units/" + unit).then().statusCode(403);
        Province.person("520221").get("/api/units/" + unit).then().statusCode(200);
    }

    @Test
    void dividesARegion() {
        Province.importRegions("""
                code,name,level,parent_code
                130000,河北省,PROVINCE,
                130500,邢台市,CITY,130000
                130502,桥东区,COUNTY,130500
                130503,桥西区,COUNTY,130500
                130521,邢台县,COUNTY,130500
                """);
        String one = register("130521");
        String rest = register("130521");
        Map<String, Object> part = Map.of(
                "kind", "MOVE", "scope", "PART", "oldCode", "130521", "newCode", "130502", "units", List.of(one));

        reorganise(
                        Province.person("130500"),
                        "2020-06",
                        List.of(
                                Map.of(
                                        "kind", "RENAME", "scope", "WHOLE", "oldCode", "130502", "newCode", "130502",
                                        "newName", "襄都区"),
                                part,
                                Map.of(
                                        "kind", "MERGE", "scope", "REST", "oldCode", "130521", "newCode", "130503",
                                        "newName", "信都区")))
                .statusCode(200)
                .body("units", equalTo(2));

        Province.person("130502")
                .get("/api/units/" + one)
                .then()
                .statusCode(200)
                .body("regionName", equalTo("襄都区"));
        Province.person("130503")
                .get("/api/units/" + rest)
                .then()
                .statusCode(200)
                .body("regionName", equalTo("信都区"));
    }

    @Test
    void changesNothingWhenOneChangeIsWrong() {
        Province.importRegions("""
                code,name,level,parent_code
                340000,安徽省,PROVINCE,
                340200,芜湖市,CITY,340000
                340203,弋江区,COUNTY,340200
                """);

        reorganise(
                        Province.operator(),
                        "2020-06",
                        List.of(
                                Map.of(
                                        "kind", "RENAME", "scope", "WHOLE", "oldCode", "340203", "newCode", "340203",
                                        "newName", "新区"),
                                Map.of("kind", "MERGE", "scope", "WHOLE", "oldCode", "340208", "newCode", "340203"),
                                Map.of(
                                        "kind",
                                        "MOVE",
                                        "scope",
                                        "WHOLE",
                                        "oldCode",
                                        "340200",
                                        "newCode",
                                        "340200",
                                        "newParentCode",
                                        "340203")))
                .statusCode(422)
                .contentType(containsString("application/problem+json"))
                .body("errors.field", equalTo(List.of("changes[1]", "changes[2]")));

        Province.person("340203").get("/api/regions/340203").then().body("name", equalTo("弋江区"));
    }

    @Test
    void isRefusedToWhoeverDoesNotStandAboveAllOfIt() {
        Province.plant();
        List<Map<String, Object>> rename = List.of(Map.of(
                "kind", "RENAME", "scope", "WHOLE", "oldCode", "331102", "newCode", "331102", "newName", "新莲都区"));
        List<Map<String, Object>> move = List.of(Map.of(
                "kind", "MOVE", "scope", "WHOLE", "oldCode", "331102", "newCode", "331102", "newParentCode", "330100"));

        reorganise(Province.person("331102"), "2020-06", rename).statusCode(403);
        reorganise(Province.person("330100"), "2020-06", rename).statusCode(403);
        reorganise(Province.person("331100"), "2020-06", move).statusCode(403);
        reorganise(Province.as(org.jielian.testkit.Tokens.of("330000", "supervisor")), "2020-06", rename)
                .statusCode(403);
    }

    private static String register(String region) {
        String code = Codes.next();
        Province.importUnits(
                        Province.operator(),
                        Province.HEADER + code + ",单位" + code + ",AGENCY," + region + ",1.00,1,false,NONE\n")
                .statusCode(200)
                .body("added", equalTo(1));
        return code;
    }

    private static ValidatableResponse reorganise(
            RequestSpecification who, String from, List<Map<String, Object>> changes) {
        return who.contentType("application/json")
                .body(Map.of("effectiveFrom", from, "note", "国函", "changes", changes))
                .post("/api/reorganisations")
                .then();
    }

    private static List<Map<String, Object>> changesOf(String date) {
        var file = new InputStreamReader(
                ReorganisationsResourceTest.class.getResourceAsStream("/reorganisations.csv"), StandardCharsets.UTF_8);
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(file)) {
            return rows.stream()
                    .filter(row -> row.getField("effective_date").equals(date))
                    .map(ReorganisationsResourceTest::change)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Object> change(NamedCsvRecord row) {
        Map<String, Object> change = new HashMap<>();
        change.put("kind", row.getField("kind"));
        change.put("scope", row.getField("scope"));
        change.put("oldCode", row.getField("old_code"));
        change.put("newCode", row.getField("new_code"));
        change.put("newName", row.getField("new_name"));
        change.put("newLevel", row.getField("new_level"));
        change.put("newParentCode", row.getField("new_parent_code"));
        return change;
    }
}
