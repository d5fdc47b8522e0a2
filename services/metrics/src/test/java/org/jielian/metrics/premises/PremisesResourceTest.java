package org.jielian.metrics.premises;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.YearMonth;
import org.jielian.contracts.InstitutionType;
import org.jielian.contracts.Tier;
import org.jielian.contracts.UnitState;
import org.jielian.metrics.Chain331102;
import org.jielian.testkit.Backends;
import org.jielian.testkit.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Shared premises (V14). Each test has a building of its own, in a county where no other test counts units. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class PremisesResourceTest {
    private static final YearMonth EVER = YearMonth.of(2000, 1);
    private static final String PROVINCE_CODE = "360000";
    private static final String CITY_CODE = "361000";
    private static final String COUNTY_CODE = "361002";
    private static final String COUNTY = Tokens.region(COUNTY_CODE);
    private static final String HOST = "11331122TWDCJ7PT1Q";
    private static final String TENANT = "12331122TE2PQY9270";
    private static final String OTHER_HOST = "12331122TGLR0PEJ53";
    private static final String OTHER_TENANT = "12331122TRN4TC1F5Q";

    @BeforeEach
    void chain() {
        Chain331102.tell();
        Chain331102.region(1, PROVINCE_CODE, "江西省", Tier.PROVINCE, null);
        Chain331102.region(1, CITY_CODE, "抚州市", Tier.CITY, PROVINCE_CODE);
        Chain331102.region(1, COUNTY_CODE, "临川区", Tier.COUNTY, CITY_CODE);
        for (String unit : new String[] {HOST, TENANT, OTHER_HOST, OTHER_TENANT}) {
            Chain331102.unit(
                    1,
                    unit,
                    "单位" + unit,
                    InstitutionType.AGENCY,
                    new UnitState.Belonging(COUNTY_CODE, InstitutionType.AGENCY, EVER));
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> given().auth()
                                    .oauth2(COUNTY)
                                    .get("/api/reports/" + unit)
                                    .statusCode()
                            == 200);
        }
    }

    @Test
    void leaveASharedCarrierToTheHostFromItsMonthOn() {
        arrange(COUNTY, HOST, "electricityKwh", "2024-03", share(HOST, "62.5") + ", " + share(TENANT, "37.5"))
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].shares.unit", hasItems(HOST, TENANT));

        reports(TENANT, "2024-02", 500, 10).statusCode(201);
        reports(TENANT, "2024-03", 500, 10)
                .statusCode(400)
                .body("errors[0].field", equalTo("quantities.electricityKwh"))
                .body(
                        "errors[0].message",
                        allOf(containsString("V14"), containsString(HOST), containsString("2024-03")));
        reports(TENANT, "2024-03", 0, 10).statusCode(201);
        reports(HOST, "2024-03", 1300, 25).statusCode(201);
        file(TENANT + ",2024-04,1.00,10.00,40,1000")
                .body("refused", equalTo(1))
                .body("errors[0].column", equalTo("electricity_kwh"))
                .body("errors[0].code", equalTo("SHARED_WITH_HOST"));
    }

    @Test
    void endWhenTheHostIsAloneAgain() {
        arrange(COUNTY, OTHER_HOST, "waterM3", "2024-01", share(OTHER_HOST, "50") + ", " + share(OTHER_TENANT, "50"))
                .statusCode(200);
        reports(OTHER_TENANT, "2024-05", 500, 10).statusCode(400);

        arrange(COUNTY, OTHER_HOST, "waterM3", "2024-05", share(OTHER_HOST, "100"))
                .statusCode(200)
                .body("items", hasSize(2))
                .body("items[0].until", equalTo("2024-04"));

        reports(OTHER_TENANT, "2024-04", 500, 10).statusCode(400);
        reports(OTHER_TENANT, "2024-05", 500, 10).statusCode(201);
    }

    @Test
    void addUpToTheWhole() {
        arrange(COUNTY, HOST, "waterM3", "2024-01", share(HOST, "60") + ", " + share(TENANT, "39.9"))
                .statusCode(400)
                .body("errors.field", hasItem("shares"))
                .body("errors[0].message", containsString("99.9 %"));
        arrange(COUNTY, HOST, "waterM3", "2024-01", share(HOST, "110") + ", " + share(TENANT, "-10"))
                .statusCode(400)
                .body("errors.field", hasItems("shares." + HOST, "shares." + TENANT));
        arrange(COUNTY, HOST, "wasteSortedKg", "2024-1", share(HOST, "100"))
                .statusCode(400)
                .body("errors.field", hasItems("quantity", "from"));
        arrange(COUNTY, HOST, "waterM3", "2024-01", share(HOST, "50") + ", " + share(COUNTY_CODE, "50"))
                .statusCode(400);
    }

    @Test
    void cannotContradictWhatTenantsHaveReported() {
        reports(OTHER_TENANT, "2023-06", 500, 10).statusCode(201);

        arrange(
                        COUNTY,
                        OTHER_HOST,
                        "electricityKwh",
                        "2023-06",
                        share(OTHER_HOST, "50") + ", " + share(OTHER_TENANT, "50"))
                .statusCode(409)
                .body("errors.field", hasItem(OTHER_TENANT + " 2023-06"));

        look(COUNTY, OTHER_HOST).body("items.findAll { it.quantity == 'electricityKwh' }", hasSize(0));
    }

    @Test
    void areNobodyElsesToSeeOrArrange() {
        String shares = share(HOST, "100");
        for (String stranger : new String[] {
            Tokens.region(Chain331102.OTHER_COUNTY),
            Tokens.unit(Chain331102.ELSEWHERE),
            Tokens.region(Chain331102.OTHER_CITY)
        }) {
            look(stranger, HOST).statusCode(403);
            arrange(stranger, HOST, "heatGj", "2024-01", shares).statusCode(403);
        }
        // the tier above looks and does not arrange, nor does the unit itself
        look(Tokens.region(CITY_CODE), HOST).statusCode(200);
        arrange(Tokens.region(CITY_CODE), HOST, "heatGj", "2024-01", shares).statusCode(403);
        look(Tokens.unit(HOST), HOST).statusCode(200);
        arrange(Tokens.unit(HOST), HOST, "heatGj", "2024-01", shares).statusCode(403);
        arrange(COUNTY, HOST, "heatGj", "2024-01", share(HOST, "50") + ", " + share(Chain331102.ELSEWHERE, "50"))
                .statusCode(403);
    }

    private static String share(String unit, String percent) {
        return "\"" + unit + "\": " + percent;
    }

    private static ValidatableResponse look(String token, String host) {
        return given().auth().oauth2(token).get("/api/premises/" + host).then();
    }

    private static ValidatableResponse arrange(String token, String host, String quantity, String from, String shares) {
        return given().auth()
                .oauth2(token)
                .contentType(ContentType.JSON)
                .header("Accept-Language", "en")
                .body("{\"from\": \"" + from + "\", \"shares\": {" + shares + "}}")
                .put("/api/premises/{host}/{quantity}", host, quantity)
                .then();
    }

    private static ValidatableResponse reports(String unit, String period, int kwh, int water) {
        return given().auth()
                .oauth2(Tokens.operator())
                .contentType(ContentType.JSON)
                .header("Accept-Language", "en")
                .body("""
                        {"quantities": {"electricityKwh": %d, "waterM3": %d}, "headcount": 40, "floorArea": 1000}""".formatted(kwh, water))
                .put("/api/reports/{unit}/{period}", unit, period)
                .then();
    }

    private static ValidatableResponse file(String row) {
        return given().auth()
                .oauth2(Tokens.operator())
                .contentType("text/csv")
                .body("unit_code,period,electricity_kwh,water_m3,headcount,floor_area_m2\n" + row + "\n")
                .post("/api/reports/import")
                .then()
                .statusCode(200);
    }
}
