package org.jielian.metrics.rollups;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.jielian.metrics.rollups.Province.belongs;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.JsonConfig;
import io.restassured.path.json.config.JsonPathConfig.NumberReturnType;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.jielian.contracts.RegionState.Parentage;
import org.jielian.contracts.ReportState;
import org.jielian.contracts.ReportState.Status;
import org.jielian.contracts.RollupState;
import org.jielian.contracts.Tier;
import org.jielian.contracts.Topics;
import org.jielian.testkit.Backends;
import org.jielian.testkit.Facts;
import org.jielian.testkit.Tokens;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(Backends.class)
class RollupResourceTest {
    private static final String JUNE = "2025-06";
    private static final String JULY = "2025-07";

    @BeforeAll
    static void readNumbersExactly() {
        RestAssured.config =
                RestAssured.config().jsonConfig(JsonConfig.jsonConfig().numberReturnType(NumberReturnType.BIG_DECIMAL));
    }

    @Test
    void answersWhatARegionUsed() {
        Province p = Province.founded();
        p.report(p.county, JUNE, "1000.10", "20", Status.SUBMITTED);
        p.report(p.city, JUNE, "500", null, Status.ACCEPTED);
        p.awaitReported(p.province, JUNE, 2);
        var answer = p.get("%s?period=2025-06", p.province)
                .statusCode(200)
                .body("regionCode", equalTo(p.province))
                .body("tier", equalTo("PROVINCE"))
                .body("period", equalTo(JUNE))
                .body("layer", equalTo("live"))
                .body("coefficientSet", equalTo("STAT"))
                .body("quantities.coalKg", nullValue())
                .body("reportedOf.waterM3", equalTo(1))
                .body("units.expected", equalTo(6))
                .body("units.reported", equalTo(2))
                .body("units.reviewed", equalTo(1))
                .extract();
        assertThat(number(answer.path("quantities.electricityKwh"))).isEqualByComparingTo("1500.1");
        assertThat(number(answer.path("headcount"))).isEqualByComparingTo("20");
        assertThat(number(answer.path("floorArea"))).isEqualByComparingTo("2001");
        assertThat(number(answer.path("energyKgce"))).isEqualByComparingTo("184.36"); // 1500.1 * 0.1229 = 184.36229
        assertThat(number(answer.path("co2Kg"))).isEqualByComparingTo("804.95"); // 1500.1 * 0.5366 = 804.95366
        assertThat(number(answer.path("perCapita"))).isEqualByComparingTo("9.22");
        assertThat(number(answer.path("perArea"))).isEqualByComparingTo("0.09");
        assertThat(number(answer.path("waterPerCapita"))).isEqualByComparingTo("1");
    }

    @Test
    void answersNothingRatherThanZeroWhereNobodyReported() {
        Province p = Province.founded();
        p.get("%s?period=2025-06", p.county)
                .statusCode(200)
                .body("quantities.electricityKwh", nullValue())
                .body("headcount", nullValue())
                .body("energyKgce", nullValue())
                .body("perCapita", nullValue())
                .body("asOf", nullValue())
                .body("units.expected", equalTo(1))
                .body("units.reported", equalTo(0));
    }

    @Test
    void dividesPeopleOfAYearByItsMonths() {
        Province p = Province.founded();
        p.submitted(p.county, JUNE, "10");
        p.submitted(p.county, JULY, "20");
        p.awaitReported(p.county, "2025", 2);
        var answer = p.get("%s?period=2025", p.county)
                .body("units.expected", equalTo(12))
                .extract();
        assertThat(number(answer.path("headcount"))).isEqualByComparingTo("1.67");
        assertThat(number(answer.path("quantities.electricityKwh"))).isEqualByComparingTo("30");
        // 30 * 0.1229 / (20 / 12), not rounded before it is divided
        assertThat(number(answer.path("perCapita"))).isEqualByComparingTo("2.21");
        p.get("%s?ytd=2025-06", p.county)
                .body("period", equalTo("2025-01..2025-06"))
                .body("units.expected", equalTo(6))
                .body("units.reported", equalTo(1));
    }

    @Test
    void letsOwnUnitsAndChildrenMakeUpTheRegion() {
        Province p = Province.founded();
        p.submitted(p.province, JUNE, "1.5");
        p.submitted(p.city, JUNE, "20");
        p.submitted(p.county, JUNE, "300");
        p.submitted(p.directCounty, JUNE, "4000");
        p.awaitReported(p.province, JUNE, 4);
        var answer = p.get("%s/children?period=2025-06", p.province)
                .body("children.regionCode", contains(p.city, p.otherCity, p.directCounty))
                .body("own.units.expected", equalTo(1))
                .body("children.units.expected", contains(2, 2, 1))
                .body("region.units.expected", equalTo(6))
                .extract();
        assertThat(number(answer.path("own.quantities.electricityKwh"))).isEqualByComparingTo("1.5");
        assertThat(number(answer.path("children[0].quantities.electricityKwh"))).isEqualByComparingTo("320");
        assertThat((Object) answer.path("children[1].quantities.electricityKwh"))
                .isNull();
        assertThat(number(answer.path("region.quantities.electricityKwh"))).isEqualByComparingTo("4321.5");
        p.get("%s/children?period=2025-06&tier=COUNTY", p.province)
                .body("children.regionCode", contains(p.county, p.otherCounty, p.directCounty))
                .body("own.units.expected", equalTo(3));
    }

    @Test
    void answersMonthByMonth() {
        Province p = Province.founded();
        p.submitted(p.county, JUNE, "10");
        p.awaitReported(p.province, JUNE, 1);
        p.get("%s/series?from=2025-05&to=2025-07", p.province)
                .body("items.period", contains("2025-05", JUNE, JULY))
                .body("items.units.expected", contains(6, 6, 6))
                .body("items.units.reported", contains(0, 1, 0))
                .body("items[0].energyKgce", nullValue());
    }

    @Test
    void answersTypeByType() {
        Province p = Province.founded();
        p.submitted(p.county, JUNE, "10");
        p.awaitReported(p.province, JUNE, 1);
        p.get("%s/types?period=2025-06", p.province)
                .body("items.type", contains("AGENCY", "SCHOOL", "HOSPITAL", "OTHER"))
                .body("items.units.expected", contains(6, 0, 0, 0))
                .body("items.units.reported", contains(1, 0, 0, 0));
        p.get("%s?period=2025-06&type=SCHOOL", p.province).body("units.expected", equalTo(0));
    }

    @Test
    void answersCarrierByCarrier() {
        Province p = Province.founded();
        p.report(p.county, JUNE, "1000", "50", Status.SUBMITTED);
        p.awaitReported(p.province, JUNE, 1);
        var answer = p.get("%s/carriers?period=2025-06&set=QUOTA", p.province)
                .body("items.carrier", contains("electricity", "natural_gas", "gasoline", "diesel", "heat", "coal"))
                .body("items[0].unitOfMeasure", equalTo("kWh"))
                .body("items[1].energyKgce", nullValue())
                .extract();
        assertThat(number(answer.path("items[0].energyKgce"))).isEqualByComparingTo("310");
        assertThat(number(answer.path("items[0].share"))).isEqualByComparingTo("1");
    }

    @Test
    void keepsTheReviewedLayerApart() {
        Province p = Province.founded();
        p.report(p.county, JUNE, "1000", null, Status.SUBMITTED);
        p.report(p.city, JUNE, "7", null, Status.ACCEPTED);
        p.awaitReported(p.province, JUNE, 2);
        var answer = p.get("%s?period=2025-06&layer=reviewed", p.province)
                .body("layer", equalTo("reviewed"))
                .body("units.reported", equalTo(2))
                .extract();
        assertThat(number(answer.path("quantities.electricityKwh"))).isEqualByComparingTo("7");
        assertThat(number(answer.path("headcount"))).isEqualByComparingTo("10");
    }

    @Test
    void countsWhoIsExpectedMonthByMonthAsUnitsMoveAndClose() {
        Province p = Province.founded();
        p.unit(p.county, null, belongs(p.county, "2000-01"), belongs(p.otherCounty, JULY));
        p.unit(p.city, "2025-10", belongs(p.city, "2025-03"));
        p.awaitExpected(p.city, "2025", 13); // the county's unit for 6 months, its own for 7
        p.get("%s/series?from=2025-01&to=2025-12", p.city)
                .body("items.units.expected", contains(1, 1, 2, 2, 2, 2, 1, 1, 1, 0, 0, 0));
        p.get("%s?period=2025", p.otherCity).body("units.expected", equalTo(12 + 12 + 6));
    }

    @Test
    void leavesEarlierMonthsWithTheFormerParentAndReadableToIt() {
        Province p = Province.founded();
        p.submitted(p.county, JUNE, "10");
        p.submitted(p.county, JULY, "20");
        p.awaitReported(p.city, "2025", 2);
        p.region(
                p.county,
                Tier.COUNTY,
                new Parentage(p.city, YearMonth.of(2000, 1)),
                new Parentage(p.otherCity, YearMonth.parse(JULY)));
        p.awaitReported(p.otherCity, "2025", 1);
        p.awaitReported(p.city, "2025", 1);
        p.awaitExpected(p.city, "2025", 18);

        p.get("%s/children?period=2025", p.city)
                .body("children.regionCode", contains(p.county))
                .body("children[0].units.reported", equalTo(1))
                .body("children[0].units.expected", equalTo(6))
                .body("own.units.expected", equalTo(12));
        Province.getAs(p.city, "%s?period=2025-06", p.county).statusCode(200).body("units.reported", equalTo(1));
        Province.getAs(p.city, "%s/children?period=2025", p.city).body("children[0].units.reported", equalTo(1));
        Province.getAs(p.city, "%s?period=2025-07", p.county).statusCode(403);
        Province.getAs(p.city, "%s?period=2025-06..2025-07", p.county).statusCode(403);
        Province.getAs(p.otherCity, "%s?period=2025", p.county).statusCode(200).body("units.reported", equalTo(2));
        Province.getAs(p.otherCity, "%s?period=2025", p.otherCity).body("units.reported", equalTo(1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?period=2025",
                "/children?period=2025",
                "/children?period=2025&tier=COUNTY",
                "/series?from=2025-01&to=2025-12",
                "/types?period=2025",
                "/carriers?period=2025",
                "/digest?period=2025"
            })
    void refusesWhoeverIsNotAbove(String call) {
        Province p = Province.founded();
        Province.getAs(p.otherCity, p.county + call).statusCode(403);
        Province.getAs(p.county, p.city + call).statusCode(403);
        Province.getAs(p.county, "999999" + call).statusCode(403);
        given().auth()
                .oauth2(Tokens.unit(p.unitOf(p.county)))
                .get("/api/rollups/" + p.county + call)
                .then()
                .statusCode(403);
        given().auth()
                .oauth2(Tokens.operator())
                .get("/api/rollups/999999" + call)
                .then()
                .statusCode(404);
        given().get("/api/rollups/" + p.county + call).then().statusCode(401);
        Province.getAs(p.county, p.county + call).statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "?period=2025-13",
                "?period=nonsense",
                "?period=2025-06..2025-05",
                "?period=1900-01..2025-05",
                "?period=2025&ytd=2025-06",
                "?period=2025&layer=none",
                "?period=2025&set=none",
                "?period=2025&type=none",
                "?period=2025&notBefore=yesterday"
            })
    void refusesWhatItCannotUnderstand(String call) {
        Province p = Province.founded();
        p.get(p.province + call).statusCode(400).contentType(startsWith("application/problem+json"));
    }

    @Test
    void provesThatRollupAndReportsAgree() {
        Province p = Province.founded();
        String report =
                "{\"quantities\":{\"electricityKwh\":12.50,\"waterM3\":3},\"headcount\":11,\"floorArea\":900.25}";
        Map<String, String> homes = Map.of(
                "12331181T44A4AK5X9", p.county,
                "11331181T9W0847M1T", p.city,
                "11331181T1PEDDU86T", p.directCounty);
        homes.forEach((unit, region) -> p.register(unit, null, belongs(region, "2000-01")));
        p.awaitExpected(p.province, JUNE, 9);
        for (String unit : homes.keySet()) {
            given().auth()
                    .oauth2(Tokens.operator())
                    .contentType("application/json")
                    .body(report)
                    .put("/api/reports/{unit}/2025-06", unit)
                    .then()
                    .statusCode(201);
        }
        p.awaitReported(p.province, JUNE, 3);
        String digest = p.get("%s/digest?period=2025", p.province)
                .statusCode(200)
                .body("agrees", equalTo(true))
                .extract()
                .path("rollup");
        String empty = p.get("%s/digest?period=2025", p.otherCity)
                .body("agrees", equalTo(true))
                .extract()
                .path("rollup");
        assertThat(digest).startsWith("sha256:").isNotEqualTo(empty);
    }

    @Test
    void waitsForTheFreshnessThatIsAskedFor() {
        Province p = Province.founded();
        p.submitted(p.county, JUNE, "1");
        ReportState later = p.submitted(p.county, JUNE, "2");
        var answer = p.get(
                        "%s?period=2025-06&notBefore=%s",
                        p.province, later.changedAt().toString())
                .statusCode(200)
                .extract();
        assertThat(number(answer.path("quantities.electricityKwh"))).isEqualByComparingTo("2");
    }

    @Test
    void goesOnAfterMessagesItCannotRead() {
        Province p = Province.founded();
        Facts.tellRaw(ReportState.TOPIC, "broken/" + p.county, "{\"unitCode\":");
        Facts.tellRaw(RollupState.TOPIC, "broken/" + p.city, "neither");
        p.submitted(p.county, JUNE, "1");
        p.awaitReported(p.province, JUNE, 1);
        for (String key : List.of("broken/" + p.county, "broken/" + p.city)) {
            Map<?, ?> letter = Facts.await(Topics.deadLetter("metrics"), Map.class, l -> key.equals(l.get("key")));
            assertThat(letter.get("cause")).asString().isNotBlank();
        }
    }

    @Test
    void ignoresAnOlderTotal() {
        Province p = Province.founded();
        p.submitted(p.county, JUNE, "1");
        p.awaitReported(p.county, JUNE, 1);
        var old = new RollupState(
                p.county,
                YearMonth.parse(JUNE),
                org.jielian.contracts.InstitutionType.AGENCY,
                1,
                Adding.NOTHING,
                Adding.NOTHING,
                Province.CHANGED);
        Facts.tell(RollupState.TOPIC, old.key(), old);
        p.submitted(p.otherCounty, JUNE, "1");
        p.awaitReported(p.province, JUNE, 2);
        p.get("%s?period=2025-06", p.county).body("units.reported", equalTo(1));
    }

    @Test
    void showsTheCoefficientSetsToEverybodySignedIn() {
        Province p = Province.founded();
        given().auth()
                .oauth2(Tokens.unit(p.unitOf(p.county)))
                .get("/api/coefficients")
                .then()
                .statusCode(200)
                .body("code", contains("STAT", "QUOTA"))
                .body("[0].coefficients.carrier", hasItems("electricity", "heat", "water"))
                .body("[0].coefficients.size()", equalTo(7));
        given().get("/api/coefficients").then().statusCode(401);
    }

    private static BigDecimal number(Object json) {
        return new BigDecimal(json.toString());
    }
}
