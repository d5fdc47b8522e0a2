package org.jielian.units.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import org.jielian.contracts.UnitState;
import org.jielian.testkit.Backends;
import org.jielian.testkit.Facts;
import org.jielian.units.Codes;
import org.jielian.units.Province;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Backends.class)
class UnitsResourceTest {
    private final String code = Codes.next();

    @BeforeEach
    void plant() {
        Province.plant();
    }

    @Test
    void registersAndTellsIt() {
        register("331102", code).statusCode(201).header("ETag", "\"1\"").header("Location", notNullValue());

        UnitState told =
                Facts.await(UnitState.TOPIC, UnitState.class, u -> u.unitCode().equals(code));
        assertThat(told.name()).isEqualTo("莲都区图书馆");
        assertThat(told.belongings()).hasSize(1);
    }

    @Test
    void refusesASecondRegistration() {
        register("331102", code).statusCode(201);

        register("331102", code).statusCode(409).body("type", equalTo("/problems/unit-exists"));
    }

    @Test
    void refusesAWrongCodeInTheReadersLanguage() {
        String wrong = code.substring(0, 17) + (code.charAt(17) == '7' ? '8' : '7');
        Province.person("331102")
                .header("Accept-Language", "en")
                .contentType("application/json")
                .body(unit(wrong, "331102"))
                .post("/api/units")
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/invalid-unit-code"))
                .body("detail", org.hamcrest.Matchers.startsWith("check character 18"));
    }

    @Test
    void namesEveryImpossibleField() {
        Map<String, Object> body = unit(code, "331102");
        body.put("name", " ");
        body.put("floorArea", -1);
        body.put("headcount", 1.5);

        Province.person("331102")
                .contentType("application/json")
                .body(body)
                .post("/api/units")
                .then()
                .statusCode(422)
                .body("errors.field", containsInAnyOrder("name", "floorArea", "headcount"));
    }

    @Test
    void findsTheFirstAnswerOfARetry() {
        for (int attempt = 0; attempt < 2; attempt++) {
            Province.person("331102")
                    .header("Idempotency-Key", "k-" + code)
                    .contentType("application/json")
                    .body(unit(code, "331102"))
                    .post("/api/units")
                    .then()
                    .statusCode(201)
                    .header("ETag", "\"1\"")
                    .body("code", equalTo(code));
        }
        Province.person("331102")
                .header("Idempotency-Key", "k-" + code)
                .contentType("application/json")
                .body(unit(Codes.next(), "331102"))
                .post("/api/units")
                .then()
                .statusCode(409);
    }

    @Test
    void changesOnlyTheVersionSomebodyRead() {
        register("331102", code);
        Map<String, Object> body =
                Map.of("name", "莲都区新图书馆", "floorArea", 3000, "headcount", 40, "hasCanteen", true, "heating", "GAS");

        Province.person("331102")
                .contentType("application/json")
                .body(body)
                .put("/api/units/" + code)
                .then()
                .statusCode(428);
        Province.person("331102")
                .header("If-Match", "\"1\"")
                .contentType("application/json")
                .body(body)
                .put("/api/units/" + code)
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"");
        Province.person("331102")
                .header("If-Match", "\"1\"")
                .contentType("application/json")
                .body(body)
                .put("/api/units/" + code)
                .then()
                .statusCode(412);
    }

    @Test
    void movesFromAMonthOn() {
        register("331102", code);

        Province.person("331100")
                .contentType("application/json")
                .body(Map.of("regionCode", "331121", "from", "2025-07", "reason", "隶属变更"))
                .post("/api/units/" + code + "/moves")
                .then()
                .statusCode(200)
                .body("regionCode", equalTo("331121"))
                .body("since", equalTo("2025-07"))
                .body("path.code", contains("330000", "331100", "331121"));

        UnitState told = Facts.await(
                UnitState.TOPIC,
                UnitState.class,
                u -> u.unitCode().equals(code) && u.belongings().size() == 2);
        assertThat(told.belongingIn(YearMonth.of(2025, 6)).orElseThrow().regionCode())
                .isEqualTo("331102");
        Province.person("331121").get("/api/units/" + code).then().statusCode(200);
        Province.person("331102").get("/api/units/" + code).then().statusCode(403);
    }

    @Test
    void closesFromAMonthOn() {
        register("331102", code);

        Province.person("331102")
                .contentType("application/json")
                .body(Map.of("from", "2025-09", "reason", "撤销"))
                .post("/api/units/" + code + "/closure")
                .then()
                .statusCode(200)
                .body("closedFrom", equalTo("2025-09"));

        assertThat(Facts.await(
                                UnitState.TOPIC,
                                UnitState.class,
                                u -> u.unitCode().equals(code) && u.closedFrom() != null)
                        .belongingIn(YearMonth.of(2025, 9)))
                .isEmpty();
        Province.person("331102")
                .get("/api/units?status=CLOSED&search=" + code)
                .then()
                .body("total", equalTo(1));
        Province.person("331102")
                .get("/api/units?status=ACTIVE&search=" + code)
                .then()
                .body("total", equalTo(0));
    }

    @Test
    void keepsWhoChangedWhatAndWhy() {
        register("331102", code);
        Province.person("331102")
                .contentType("application/json")
                .body(Map.of("from", "2025-09", "reason", "机构改革"))
                .post("/api/units/" + code + "/closure");

        Province.person("330000")
                .get("/api/units/" + code + "/history")
                .then()
                .statusCode(200)
                .body("action", contains("REGISTERED", "CLOSED"))
                .body("who", contains("331102", "331102"))
                .body("[1].reason", equalTo("机构改革"))
                .body("[1].before.closedFrom", equalTo(null))
                .body("[1].after.closedFrom", equalTo("2025-09"));
    }

    @Test
    void refusesARegionThatDoesNotExistInThatMonth() {
        Map<String, Object> body = unit(code, "331102");
        body.put("since", "1999-12");
        Province.person("331102")
                .contentType("application/json")
                .body(body)
                .post("/api/units")
                .then()
                .statusCode(422);
        body.put("since", "2205-01");
        Province.person("331102")
                .contentType("application/json")
                .body(body)
                .post("/api/units")
                .then()
                .statusCode(422);
    }

    private static ValidatableResponse register(String region, String code) {
        return Province.person(region)
                .contentType("application/json")
                .body(unit(code, region))
                .post("/api/units")
                .then();
    }

    @Test
    void takesAKindThatSuitsTheType() {
        String code = Codes.next();
        Map<String, Object> body = unit(code, "331102");
        body.put("kind", "HOSPITAL");
        Province.operator()
                .contentType("application/json")
                .body(body)
                .post("/api/units")
                .then()
                .statusCode(422)
                .body("errors[0].field", equalTo("kind"));

        body.put("kind", "LIBRARY");
        body.put("level", "COUNTY");
        Province.operator()
                .contentType("application/json")
                .body(body)
                .post("/api/units")
                .then()
                .statusCode(201)
                .body("kind", equalTo("LIBRARY"))
                .body("level", equalTo("COUNTY"));
    }

    private static Map<String, Object> unit(String code, String region) {
        Map<String, Object> unit = new HashMap<>();
        unit.put("code", code);
        unit.put("name", "莲都区图书馆");
        unit.put("type", "OTHER");
        unit.put("regionCode", region);
        unit.put("floorArea", 1200.50);
        unit.put("headcount", 35);
        unit.put("hasCanteen", false);
        unit.put("heating", "NONE");
        unit.put("since", "2024-01");
        return unit;
    }
}
