package org.jielian.metrics.validation;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.YearMonth;
import java.util.Map;
import java.util.stream.Collectors;
import org.jielian.contracts.InstitutionType;
import org.jielian.contracts.UnitState;
import org.jielian.metrics.Chain331102;
import org.jielian.testkit.Backends;
import org.jielian.testkit.Tokens;
import org.junit.jupiter.api.Test;

/** Every rule by what it refuses, asks to explain or points out, through the interface people use. Each test has a unit of its own. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class ValidationTest {
    private static final YearMonth EVER = YearMonth.of(2000, 1);

    /** A unit of the county with a floor area of 1,000 m² in its reports. */
    private record Unit(String code) {
        static Unit told(String code) {
            Chain331102.tell();
            Chain331102.unit(
                    1,
                    code,
                    code,
                    InstitutionType.AGENCY,
                    new UnitState.Belonging(Chain331102.COUNTY, InstitutionType.AGENCY, EVER));
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> given().auth()
                                    .oauth2(Tokens.operator())
                                    .get("/api/reports/" + code)
                                    .statusCode()
                            == 200);
            return new Unit(code);
        }

        ValidatableResponse reports(String period, Map<String, Object> quantities) {
            return send(Tokens.unit(code), period, quantities, "{}");
        }

        ValidatableResponse explains(String period, Map<String, Object> quantities, String field) {
            return send(Tokens.unit(code), period, quantities, "{\"" + field + "\": \"换了新表\"}");
        }

        /** Loaded by the operator, who explains nothing. */
        void had(String period, Map<String, Object> quantities) {
            send(Tokens.operator(), period, quantities, "{}").statusCode(201);
        }

        private ValidatableResponse send(
                String token, String period, Map<String, Object> quantities, String explanations) {
            String json = quantities.entrySet().stream()
                    .map(q -> "\"" + q.getKey() + "\": " + q.getValue())
                    .collect(Collectors.joining(", "));
            return given().auth()
                    .oauth2(token)
                    .contentType(ContentType.JSON)
                    .header("Accept-Language", "en")
                    .body("""
                            {"quantities": {%s}, "headcount": 40, "floorArea": 1000, "explanations": %s}""".formatted(json, explanations))
                    .put("/api/reports/{unit}/{period}", code, period)
                    .then();
        }
    }

    @Test
    void refusesByNameWhatTheFormOfTheMonthDoesNotAskFor() {
        Unit unit = Unit.told("11331102TTQ77G4403");
        unit.reports("2025-03", Map.of("electricityKwh", 5000, "electricityCost", 4000))
                .statusCode(400)
                .body("errors", hasSize(1))
                .body("errors[0].field", equalTo("quantities.electricityCost"))
                .body("errors[0].message", allOf(containsString("2025-03"), containsString("Cost of electricity")));
        unit.reports("2026-03", Map.of("electricityKwh", 5000, "electricityCost", 4000))
                .statusCode(201);
    }

    @Test
    void refusesPartsThatAreMoreThanTheirWhole() {
        Unit unit = Unit.told("12331102TNAK1CD457");
        unit.reports("2026-01", Map.of("gasolineL", 100, "gasolineVehicleL", 101, "vehicleTotal", 2, "vehicleNev", 3))
                .statusCode(400)
                .body("errors.field", hasItems("quantities.gasolineVehicleL", "quantities.vehicleNev"))
                .body(
                        "errors.message",
                        hasItem(allOf(containsString("V03"), containsString("101"), containsString("100"))));
        unit.reports("2026-01", Map.of("electricityKwh", 5000, "heatedArea", 1200))
                .statusCode(400)
                .body("errors.field", hasItem("quantities.heatedArea"));
    }

    @Test
    void asksToCorrectOrExplainCostsWithoutUse() {
        Unit unit = Unit.told("12331102TJ19FEW47K");
        Map<String, Object> figures = Map.of("electricityKwh", 5000, "electricityCost", 4000, "waterCost", 300);
        unit.reports("2026-01", figures)
                .statusCode(422)
                .body("type", equalTo("/problems/unexplained"))
                .body("errors.field", equalTo(java.util.List.of("quantities.waterCost")));
        unit.explains("2026-01", figures, "quantities.electricityCost").statusCode(422);
        unit.explains("2026-01", figures, "quantities.waterCost")
                .statusCode(201)
                .body("findings[0].rule", equalTo("V04"))
                .body("findings[0].severity", equalTo("SOFT"))
                .body("remarks.explanations", equalTo(Map.of("quantities.waterCost", "换了新表")));
    }

    @Test
    void seesTenThousandYuanWhereYuanWasAskedFor() {
        Unit unit = Unit.told("12331102TKW6UY1J6P");
        unit.reports("2026-01", Map.of("electricityKwh", 5000, "electricityCost", "0.4"))
                .statusCode(422)
                .body("errors[0].message", allOf(containsString("V05"), containsString("ten thousand yuan")));
        unit.reports("2026-01", Map.of("electricityKwh", 5000, "electricityCost", 9000))
                .statusCode(422)
                .body("errors[0].message", allOf(containsString("1.8 yuan/kWh"), containsString("0.375–1.13")));
        unit.reports("2026-01", Map.of("electricityKwh", 5000, "electricityCost", 4000))
                .statusCode(201);
    }

    @Test
    void comparesWithTheSameMonthOfLastYearAndNotWithLastMonth() {
        Unit unit = Unit.told("12331102TJK0CX7G89");
        unit.had("2024-07", Map.of("electricityKwh", 6000));
        unit.had("2025-06", Map.of("electricityKwh", 3600));
        unit.reports("2025-07", Map.of("electricityKwh", 6600)).statusCode(201).body("findings", hasSize(0));
        unit.reports("2025-07", Map.of("electricityKwh", 8000))
                .statusCode(422)
                .body(
                        "errors[0].message",
                        allOf(
                                containsString("V09"),
                                containsString("8000"),
                                containsString("6000"),
                                containsString("+33.3%")));
        unit.explains("2025-07", Map.of("electricityKwh", 8000), "*").statusCode(200);
    }

    @Test
    void comparesHalfAYearWithTheOneBefore() {
        Unit unit = Unit.told("12331102TPCKX4YY89");
        for (int month = 1; month <= 6; month++) {
            unit.had("2024-0" + month, Map.of("electricityKwh", 5000 + month));
            if (month < 6) unit.had("2025-0" + month, Map.of("electricityKwh", 6000 + month));
        }
        unit.reports("2025-06", Map.of("electricityKwh", 6006))
                .statusCode(422)
                .body(
                        "errors.message",
                        hasItem(allOf(containsString("V08"), containsString("36021"), containsString("30021"))))
                .body("errors.message", not(hasItem(containsString("V09"))));
    }

    @Test
    void noticesAMonthThatWasCopied() {
        Unit unit = Unit.told("12331102T5TRMD7P1X");
        Map<String, Object> figures = Map.of("electricityKwh", 5000.5, "waterM3", 80, "gasolineL", 120, "dieselL", 0);
        unit.had("2025-03", figures);
        unit.reports("2025-04", figures)
                .statusCode(422)
                .body("errors[0].field", equalTo("*"))
                .body(
                        "errors[0].message",
                        allOf(containsString("V10"), containsString("2025-03"), containsString("Water")));
        unit.reports("2025-04", Map.of("electricityKwh", 5001, "waterM3", 80, "gasolineL", 120))
                .statusCode(201);
    }

    @Test
    void wondersAboutHeatInSummerAndFuelWithoutVehicles() {
        Unit unit = Unit.told("12331102T0PXQKLX7G");
        unit.reports("2026-07", Map.of("heatGj", 12, "gasolineL", 500, "vehicleTotal", 0))
                .statusCode(422)
                .body("errors.field", hasItems("quantities.heatGj", "quantities.vehicleTotal"))
                .body("errors.message", hasItems(containsString("V11"), containsString("V12")));
        unit.reports("2026-02", Map.of("heatGj", 12, "gasolineL", 500, "vehicleTotal", 2))
                .statusCode(201);
    }

    @Test
    void pointsOutToTheReviewerWhatIsTenTimesTheUsual() {
        Unit unit = Unit.told("12331102T8H5D1QL74");
        unit.reports("2025-01", Map.of("electricityKwh", 50_000))
                .statusCode(201)
                .body("findings[0].rule", equalTo("V13"))
                .body("findings[0].code", equalTo("TEN_TIMES_USUAL"));
        unit.reports("2025-01", Map.of("electricityKwh", 5_000)).statusCode(200).body("findings", hasSize(0));
        for (int month = 2; month <= 5; month++) unit.had("2025-0" + month, Map.of("electricityKwh", 4_800 + month));
        unit.reports("2025-06", Map.of("electricityKwh", 48_000))
                .statusCode(201)
                .body("findings[0].severity", equalTo("REVIEW"))
                .body("findings[0].field", equalTo("quantities.electricityKwh"))
                .body("findings[0].value", equalTo("48000"))
                .body("findings[0].expected", equalTo("4804"))
                .body("findings[0].message.en", containsString("decimal point"));
        unit.reports("2025-07", Map.of("electricityKwh", "0.48"))
                .statusCode(201)
                .body("findings[0].code", equalTo("TEN_THOUSANDTH_OF_USUAL"));
    }

    @Test
    void treatsTheRowsOfAFileAsItTreatsCalls() {
        Unit unit = Unit.told("11331102TE50U71F30");
        String file = """
                unit_code,period,electricity_kwh,water_m3,gasoline_l,headcount,floor_area_m2,explanation
                %1$s,2025-01,5000,80,120,40,1000,
                %1$s,2025-02,5000,80,120,40,1000,
                %1$s,2025-03,4700,75,110,40,1000,
                %1$s,2025-04,4700,75,110,40,1000,账单按季度平均
                """.formatted(unit.code());
        String county = Tokens.region(Chain331102.COUNTY);
        given().auth()
                .oauth2(county)
                .contentType("text/csv")
                .body(file.getBytes(StandardCharsets.UTF_8))
                .post("/api/reports/import")
                .then()
                .statusCode(200)
                .body("added", equalTo(3))
                .body("refused", equalTo(1))
                .body("errors.findAll { it.code == 'COPIED_MONTH' && it.line == 3 }", hasSize(1));
        given().auth()
                .oauth2(county)
                .get("/api/reports/{unit}/2025-04", unit.code())
                .then()
                .body("findings[0].rule", equalTo("V10"))
                .body("remarks.explanations", equalTo(Map.of("*", "账单按季度平均")));
    }

    @Test
    void goesByTheParametersOfTheNearestRegionThatSetsThem() {
        Unit unit = Unit.told("12331102T853QA407L");
        unit.had("2024-09", Map.of("waterM3", 100));
        set(Tokens.region(Chain331102.PROVINCE), Chain331102.PROVINCE, "\"V09.tolerance.waterM3\": 0.9")
                .statusCode(200);
        unit.reports("2025-09", Map.of("waterM3", 170)).statusCode(201);
        set(Tokens.region(Chain331102.CITY), Chain331102.CITY, "\"V09.tolerance.waterM3\": 0.2")
                .statusCode(200)
                .body("items.find { it.name == 'V09.tolerance.waterM3' }.setIn", equalTo(Chain331102.CITY));
        unit.reports("2025-09", Map.of("waterM3", 130)).statusCode(422);
        given().auth()
                .oauth2(Tokens.region(Chain331102.COUNTY))
                .get("/api/validation/{region}/parameters", Chain331102.COUNTY)
                .then()
                .statusCode(200)
                .body("items.find { it.name == 'V09.tolerance.waterM3' }.setIn", equalTo(Chain331102.CITY))
                .body("items.find { it.name == 'V09.tolerance.waterM3' }.tier", equalTo("CITY"))
                .body("items.find { it.name == 'V09.tolerance.gasolineL' }.setIn", equalTo(null));
        set(Tokens.region(Chain331102.CITY), Chain331102.CITY, "\"V09.tolerance.waterM3\": null")
                .statusCode(200);
        set(Tokens.region(Chain331102.PROVINCE), Chain331102.PROVINCE, "\"V09.on\": 0")
                .statusCode(200);
        unit.reports("2025-09", Map.of("waterM3", 400)).statusCode(200);
        set(
                        Tokens.region(Chain331102.PROVINCE),
                        Chain331102.PROVINCE,
                        "\"V09.on\": null, \"V09.tolerance.waterM3\": null")
                .statusCode(200);
    }

    @Test
    void letsEveryRegionSetItsOwnParametersAndNobodyElses() {
        Chain331102.tell();
        String county = Chain331102.COUNTY;
        set(Tokens.region(Chain331102.CITY), county, "\"V10.on\": 0").statusCode(403);
        set(Tokens.region(Chain331102.OTHER_COUNTY), county, "\"V10.on\": 0").statusCode(403);
        set(Tokens.unit(Chain331102.SCHOOL), county, "\"V10.on\": 0").statusCode(403);
        set(Tokens.of(county, "auditor"), county, "\"V10.on\": 0").statusCode(403);
        given().auth()
                .oauth2(Tokens.region(Chain331102.OTHER_COUNTY))
                .get("/api/validation/{region}/parameters", county)
                .then()
                .statusCode(403);
        set(Tokens.region(county), county, "\"V10.on\": 2, \"V99.on\": 1")
                .statusCode(400)
                .body("errors.field", hasItems("V10.on", "V99.on"));
    }

    private static ValidatableResponse set(String token, String region, String parameters) {
        return given().auth()
                .oauth2(token)
                .contentType(ContentType.JSON)
                .body("{\"parameters\": {" + parameters + "}}")
                .put("/api/validation/{region}/parameters", region)
                .then();
    }
}
