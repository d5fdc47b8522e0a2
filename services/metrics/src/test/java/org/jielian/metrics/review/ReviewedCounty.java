package org.jielian.metrics.review;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jielian.contracts.InstitutionType;
import org.jielian.contracts.RegionState;
import org.jielian.contracts.Tier;
import org.jielian.contracts.UnitState;
import org.jielian.foundation.codes.UnifiedSocialCreditCode;
import org.jielian.testkit.Facts;
import org.jielian.testkit.Tokens;

/** A province with two cities, a county in each and some units in the first: every test has one of its own. */
public final class ReviewedCounty {
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final AtomicInteger CODES = new AtomicInteger();
    private static final YearMonth EVER = YearMonth.of(2000, 1);

    private final String prefix = "R%03d".formatted(COUNT.incrementAndGet());
    public final String province = prefix + "00";
    public final String city = prefix + "10";
    public final String county = prefix + "11";
    public final String otherCounty = prefix + "21";
    public final List<String> units = new ArrayList<>();

    public static ReviewedCounty with(int units) {
        ReviewedCounty c = new ReviewedCounty();
        c.region(c.province, Tier.PROVINCE, null);
        c.region(c.city, Tier.CITY, c.province);
        c.region(c.county, Tier.COUNTY, c.city);
        c.region(c.prefix + "20", Tier.CITY, c.province);
        c.region(c.otherCounty, Tier.COUNTY, c.prefix + "20");
        for (int i = 0; i < units; i++) c.register(i % 2 == 0 ? InstitutionType.SCHOOL : InstitutionType.AGENCY);
        c.awaitExpected(units);
        return c;
    }

    /** One more unit of the county. */
    public String register(InstitutionType type) {
        String code = code(CODES.incrementAndGet());
        units.add(code);
        var belonging = new UnitState.Belonging(county, type, EVER);
        Facts.tell(
                UnitState.TOPIC,
                code,
                new UnitState(
                        code,
                        1,
                        "单位" + code,
                        List.of(belonging),
                        new BigDecimal("1000"),
                        10,
                        false,
                        UnitState.Heating.NONE,
                        null));
        return code;
    }

    public void awaitExpected(int expected) {
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> as(Tokens.region(province))
                .get("/api/reviews/{region}/progress?period=2025-01&below=true", province)
                .then()
                .statusCode(200)
                .body("expected", equalTo(expected)));
    }

    private void region(String code, Tier tier, String parent) {
        var fact = new RegionState(code, 1, "地区" + code, tier, List.of(new RegionState.Parentage(parent, EVER)), null);
        Facts.tell(RegionState.TOPIC, code, fact);
    }

    /** A code with both check characters right. */
    private static String code(int number) {
        String alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
        for (char inner : "0123456789X".toCharArray()) {
            for (char outer : alphabet.toCharArray()) {
                try {
                    return UnifiedSocialCreditCode.of("12339900%08d%s%s".formatted(number, inner, outer))
                            .value();
                } catch (UnifiedSocialCreditCode.InvalidCode notThisOne) {
                    continue;
                }
            }
        }
        throw new IllegalStateException("no check characters for " + number);
    }

    public static RequestSpecification as(String token) {
        return given().auth().oauth2(token).contentType(ContentType.JSON);
    }

    /** The unit hands a month in, or corrects it. */
    public Response handIn(String unit, String period, int electricity) {
        return as(Tokens.unit(unit)).body("""
                        {"quantities": {"electricityKwh": %d, "waterM3": 5}, "headcount": 40, "floorArea": 1000,
                         "reason": "核对"}""".formatted(electricity)).put("/api/reports/{unit}/{period}", unit, period);
    }

    ValidatableResponse inbox(String token, String query) {
        return as(token).get("/api/reviews/" + county + "?period=" + query).then();
    }

    Response accept(String token, String body) {
        return as(token).body(body).post("/api/reviews/{region}/acceptances", county);
    }

    Response sendBack(String token, String unit, String period, String body) {
        return as(token).body(body).post("/api/reports/{unit}/{period}/return", unit, period);
    }
}
