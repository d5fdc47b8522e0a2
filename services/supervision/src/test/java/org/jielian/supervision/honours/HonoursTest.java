package org.jielian.supervision.honours;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.jielian.supervision.cascade.Cascading.as;
import static org.jielian.supervision.cascade.Cascading.release;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.jielian.contracts.CoefficientsState;
import org.jielian.contracts.InstitutionType;
import org.jielian.contracts.ReportState;
import org.jielian.supervision.Chain;
import org.jielian.supervision.MovableClock;
import org.jielian.supervision.evaluation.Facts2025;
import org.jielian.testkit.Backends;
import org.jielian.testkit.Facts;
import org.jielian.testkit.Tokens;
import org.junit.jupiter.api.Test;

/** A province selects its leaders; a unit reads whether it is one of them and why not. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class HonoursTest {
    private static final int YEAR = 2025;
    private static final String STANDARD = "HONOUR";
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String RULE = """
            {"indicator": "E_CAP", "places": [{"type": "SCHOOL", "number": 1}], "excluding": ["YEAR_INCOMPLETE", "NO_TITLE", "OVERDUE"]}""";

    private static void reported(String unit, String region, int months, String kwh) {
        for (int month = 1; month <= months; month++) {
            YearMonth period = YearMonth.of(YEAR, month);
            Facts.tell(
                    ReportState.TOPIC,
                    unit + "/" + period,
                    new ReportState(
                            unit,
                            period,
                            1,
                            ReportState.Status.SUBMITTED,
                            new ReportState.CountsIn(region, InstitutionType.SCHOOL),
                            Map.of("electricityKwh", new BigDecimal(kwh)),
                            BigDecimal.valueOf(40),
                            BigDecimal.valueOf(1000),
                            Instant.parse("2026-01-01T00:00:00Z")));
        }
    }

    private static RequestSpecification unit(String code) {
        return given().auth().oauth2(Tokens.unit(code)).contentType(ContentType.JSON);
    }

    @Test
    void areFoundByTheRuleAndEverybodyElseIsToldWhyNot() {
        Facts.tell(CoefficientsState.TOPIC, "QUOTA", Facts2025.QUOTA);
        Chain chain = Chain.told("92");
        String best = "12921102TEST0002A2";
        String second = "12920106TEST0003A3";
        String partly = "12921102TEST0004A4";
        Chain.unit(best, chain.county, InstitutionType.SCHOOL);
        Chain.unit(second, chain.otherCounty, InstitutionType.SCHOOL);
        Chain.unit(partly, chain.county, InstitutionType.SCHOOL);
        for (String code : List.of(best, second, partly))
            await().atMost(PATIENCE).until(() -> Chain.isKnown(code));
        int back = (int) ChronoUnit.DAYS.between(MovableClock.today(), LocalDate.of(YEAR, 1, 1));
        release(chain.province, STANDARD, back, null, Map.of());
        reported(best, chain.county, 12, "9000");
        reported(second, chain.otherCounty, 12, "9500");
        reported(partly, chain.county, 11, "1000");
        await().atMost(PATIENCE).until(() -> as(chain.province)
                .get("/api/results/unit/{u}?standard={s}&year={y}", partly, STANDARD, YEAR)
                .asString()
                .contains("\"monthsReported\":11,"));

        String asked =
                "{\"kind\": \"LEADER\", \"region\": \"%s\", \"year\": %d, \"standardCode\": \"%s\", \"rule\": %s}";
        as(chain.city)
                .body(asked.formatted(chain.province, YEAR, STANDARD, RULE))
                .post("/api/honours")
                .then()
                .statusCode(403);
        as(chain.county)
                .body(asked.formatted(chain.county, YEAR, STANDARD, RULE))
                .post("/api/honours")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/wrong-tier"));
        as(chain.province)
                .body(asked.formatted(chain.province, YEAR, STANDARD, RULE.replace("\"number\": 1", "\"number\": 0")))
                .post("/api/honours")
                .then()
                .statusCode(400);
        String id = as(chain.province)
                .body(asked.formatted(chain.province, YEAR, STANDARD, RULE))
                .post("/api/honours")
                .then()
                .statusCode(201)
                .body("chosen", equalTo(1))
                .body("ranked", equalTo(1))
                .body("excluded", equalTo(2))
                .body("release", notNullValue())
                .extract()
                .path("id");
        as(chain.province)
                .get("/api/honours/{id}/lines?limit=1", id)
                .then()
                .body("total", equalTo(4))
                .body("items[0].candidate.unit", equalTo(best))
                .body("items[0].value", equalTo(837.0f))
                .body("items[0].outcome", equalTo("CHOSEN"))
                .body("next", notNullValue());
        as(chain.province)
                .get("/api/honours/{id}/lines?why=NO_TITLE", id)
                .then()
                .body("items.candidate.unit", contains(chain.unit));
        as(chain.city).get("/api/honours/{id}", id).then().statusCode(403);
        unit(best).get("/api/honours/units/{u}", best).then().statusCode(200).body("items", empty());

        String step = "{\"action\": \"%s\", \"reason\": %s}";
        as(chain.city)
                .body(step.formatted("PUBLISH", "null"))
                .post("/api/honours/{id}/steps", id)
                .then()
                .statusCode(403);
        as(chain.province)
                .body(step.formatted("PUBLISH", "null"))
                .post("/api/honours/{id}/steps", id)
                .then()
                .statusCode(200)
                .body("state", equalTo("PUBLISHED"))
                .body("actions", contains("WITHDRAW"));
        unit(partly)
                .get("/api/honours/units/{u}", partly)
                .then()
                .body("items", hasSize(1))
                .body("items[0].line.reasons.why", hasItem("YEAR_INCOMPLETE"))
                .body("items[0].line.reasons[0].detail", equalTo("11/12"));
        unit(partly).get("/api/honours/units/{u}", best).then().statusCode(403);
        as(chain.county)
                .get("/api/honours/{id}/lines", id)
                .then()
                .statusCode(200)
                .body("total", equalTo(3));
        as(chain.province)
                .body(step.formatted("RECOMPUTE", "null"))
                .post("/api/honours/{id}/steps", id)
                .then()
                .statusCode(409);
        as(chain.province).get("/api/honours/{id}/export", id).then().statusCode(200);
        as(chain.province)
                .get("/api/honours/{id}/inputs", id)
                .then()
                .body("lines", hasSize(4))
                .body("lines.find { it.candidate.unit == '%s' }.candidate.sums.reports".formatted(best), equalTo(12));
        as(chain.province)
                .body(step.formatted("WITHDRAW", "null"))
                .post("/api/honours/{id}/steps", id)
                .then()
                .statusCode(400);
        as(chain.province)
                .body(step.formatted("WITHDRAW", "\"规则有误\""))
                .post("/api/honours/{id}/steps", id)
                .then()
                .statusCode(200)
                .body("state", equalTo("WITHDRAWN"));
        unit(best).get("/api/honours/units/{u}", best).then().body("items", empty());
        as(chain.city)
                .get("/api/honours?region=" + chain.city)
                .then()
                .statusCode(200)
                .body("items", empty());
    }
}
