package org.jielian.metrics.reporting;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import org.jielian.metrics.Chain331102;
import org.jielian.testkit.Backends;
import org.jielian.testkit.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Backends.class)
class ReportingResourceTest {
    private static final String CITY = Chain331102.CITY;

    @BeforeEach
    void chain() {
        Chain331102.tell();
        given().auth()
                .oauth2(Tokens.unit(Chain331102.SCHOOL))
                .contentType(ContentType.JSON)
                .body("{\"quantities\": {\"electricityKwh\": 1000}, \"headcount\": 40, \"floorArea\": 1000}")
                .put("/api/reports/{unit}/2023-01", Chain331102.SCHOOL);
    }

    private static ValidatableResponse get(String token, String region, String query) {
        return given().auth()
                .oauth2(token)
                .get("/api/reporting/" + region + "?year=2023" + query)
                .then();
    }

    @Test
    void showsEveryUnitBelowWithItsTwelveMonths() {
        var page = get(Tokens.region(CITY), CITY, "")
                .statusCode(200)
                .body("total", equalTo(2))
                .body("items.months.size()", equalTo(2));
        page.body("items.find { it.unitCode == '" + Chain331102.SCHOOL + "' }.months[0].status", equalTo("SUBMITTED"))
                .body(
                        "items.find { it.unitCode == '" + Chain331102.SCHOOL + "' }.months[0].energyKgce",
                        equalTo(122.9f))
                .body("items.find { it.unitCode == '" + Chain331102.SCHOOL + "' }.months[1].status", equalTo("MISSING"))
                .body("items.find { it.unitCode == '" + Chain331102.SCHOOL + "' }.months[1].energyKgce", nullValue());
    }

    @Test
    void listsOnlyThoseFromWhichAMonthIsMissing() {
        get(Tokens.region(CITY), CITY, "&missing=2023-01").body("items.unitCode", contains(Chain331102.HOSPITAL));
    }

    @Test
    void pagesWithoutRepeatingOrSkipping() {
        var first = get(Tokens.region("330000"), "330000", "&limit=3&sort=-code")
                .extract()
                .jsonPath();
        List<String> codes = first.getList("items.unitCode");
        assertThat(codes).hasSize(3);
        get(Tokens.region("330000"), "330000", "&limit=3&sort=-code&cursor=" + first.getString("next"))
                .body("items", hasSize(1))
                .body("items[0].unitCode", not(org.hamcrest.Matchers.is(org.hamcrest.Matchers.in(codes))))
                .body("next", nullValue());
    }

    @Test
    void findsByNameAndNarrowsToDirectUnits() {
        get(Tokens.region(CITY), CITY, "&search=医院").body("items.unitCode", contains(Chain331102.HOSPITAL));
        get(Tokens.region(CITY), CITY, "&direct=true").body("items.unitCode", contains(Chain331102.HOSPITAL));
    }

    @Test
    void listsOnlyUnitsOfAType() {
        get(Tokens.region(CITY), CITY, "&type=SCHOOL").body("items.unitCode", contains(Chain331102.SCHOOL));
        get(Tokens.region(CITY), CITY, "&type=AGENCY").body("items", hasSize(0)).body("total", equalTo(0));
        get(Tokens.region(CITY), CITY, "&type=school").statusCode(400);
    }

    @Test
    void saysWhichParameterIsWrong() {
        get(Tokens.region(CITY), CITY, "&sort=secret").statusCode(400);
        get(Tokens.region(CITY), CITY, "&missing=13").statusCode(400);
        given().auth()
                .oauth2(Tokens.region(CITY))
                .get("/api/reporting/" + CITY)
                .then()
                .statusCode(400);
    }

    @Test
    void refusesStrangers() {
        get(Tokens.region(Chain331102.OTHER_CITY), CITY, "").statusCode(403);
        get(Tokens.region(Chain331102.COUNTY), CITY, "").statusCode(403);
        get(Tokens.unit(Chain331102.HOSPITAL), CITY, "").statusCode(403);
    }
}
