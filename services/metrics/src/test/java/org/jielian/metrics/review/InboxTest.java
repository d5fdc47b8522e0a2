package org.jielian.metrics.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.jielian.metrics.review.ReviewedCounty.as;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.util.List;
import org.jielian.foundation.access.InTheNameOf;
import org.jielian.testkit.Backends;
import org.jielian.testkit.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Backends.class)
class InboxTest {
    private static final String REVIEW = """
            [{"rule":"V13","severity":"REVIEW","field":"quantities.electricityKwh","code":"TEN_TIMES_USUAL","value":"5000",
              "expected":"500","message":{"zh":"约为往常的十倍","en":"about ten times the usual"}}]""";
    private static final String SOFT = """
            [{"rule":"V09","severity":"SOFT","field":"quantities.waterM3","code":"UNLIKE_LAST_YEAR","value":"5","expected":"3",
              "message":{"zh":"比去年同月多","en":"more than a year ago"}}]""";

    private static ReviewedCounty county;

    @Inject
    EntityManager em;

    @Inject
    InTheNameOf inTheNameOf;

    /** Five units use 1000, 2000 ... kWh in March 2025; the second has something to review, the third an explained deviation. */
    @BeforeEach
    void handedIn() throws Exception {
        if (county != null) return;
        county = ReviewedCounty.with(5);
        for (int i = 0; i < 5; i++) {
            county.handIn(county.units.get(i), "2025-03", 1000 * (i + 1)).then().statusCode(201);
        }
        county.handIn(county.units.get(4), "2025-02", 4000);
        county.handIn(county.units.get(4), "2024-03", 10000);
        county.handIn(county.units.get(0), "2025-02", 1000);
        find(county.units.get(1), REVIEW, "{}");
        find(county.units.get(2), SOFT, "{\"explanations\": {\"quantities.waterM3\": \"水管维修\"}}");
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> county.inbox(region(), "2025-03")
                .body("items[0].influence.ofKgce", equalTo(15000 * 0.1229f)));
    }

    private static String region() {
        return Tokens.region(county.county);
    }

    private void find(String unit, String findings, String remarks) throws Exception {
        inTheNameOf.system(() -> QuarkusTransaction.requiringNew().call(() -> em.createNativeQuery("""
                                update report set findings = cast(?1 as jsonb), remarks = cast(?2 as jsonb)
                                where unit_code = ?3 and period = '2025-03'""")
                .setParameter(1, findings)
                .setParameter(2, remarks)
                .setParameter(3, unit)
                .executeUpdate()));
    }

    @Test
    void putsWhatThereIsMostToLookAtFirstAndThenWhatWeighsMost() {
        county.inbox(region(), "2025-03")
                .statusCode(200)
                .body("total", equalTo(5))
                .body(
                        "items.unitCode",
                        contains(
                                county.units.get(1),
                                county.units.get(2),
                                county.units.get(4),
                                county.units.get(3),
                                county.units.get(0)))
                .body("items.risk.level", contains("MEDIUM", "LOW", "NONE", "NONE", "NONE"))
                .body("items.risk.points", contains(5, 1, 0, 0, 0))
                .body("items.risk.clean", contains(false, false, true, true, true))
                .body("items[0].risk.parts.rule", contains("V13"))
                .body("items[1].risk.parts[0].explained", equalTo(true))
                .body("items.timeliness", everyItem(equalTo("LATE")))
                .body("items[0].findings[0].message.zh", equalTo("约为往常的十倍"))
                .body("items[1].remarks.explanations.'quantities.waterM3'", equalTo("水管维修"));
    }

    @Test
    void saysHowMuchOfTheCountysMonthAReportIs() {
        county.inbox(region(), "2025-03")
                .body("items[2].influence.energyKgce", equalTo(614.5f))
                .body("items[2].influence.share", equalTo(0.333333f));
    }

    @Test
    void setsLastMonthAndTheYearBeforeBeside() {
        county.inbox(region(), "2025-03&search=" + county.units.get(4))
                .body("items", hasSize(1))
                .body("items[0].lastMonth.period", equalTo("2025-02"))
                .body("items[0].lastMonth.energyChange", equalTo(0.25f))
                .body("items[0].lastYear.quantities.electricityKwh", equalTo(10000))
                .body("items[0].lastYear.energyChange", equalTo(-0.5f));
        county.inbox(region(), "2025-03&search=" + county.units.get(3))
                .body("items[0].lastMonth", nullValue())
                .body("items[0].lastYear", nullValue());
    }

    @Test
    void pagesInEveryOrderWithoutRepeatingOrSkipping() {
        for (String sort : new String[] {"-risk", "risk", "-influence", "name", "-submitted"}) {
            List<String> whole = county.inbox(region(), "2025-03&sort=" + sort)
                    .extract()
                    .jsonPath()
                    .getList("items.unitCode");
            var first = county.inbox(region(), "2025-03&limit=2&sort=" + sort)
                    .extract()
                    .jsonPath();
            List<String> rest = county.inbox(
                            region(), "2025-03&limit=3&sort=" + sort + "&cursor=" + first.getString("next"))
                    .body("next", nullValue())
                    .extract()
                    .jsonPath()
                    .getList("items.unitCode");
            assertThat(first.<String>getList("items.unitCode")).as(sort).isEqualTo(whole.subList(0, 2));
            assertThat(rest).as(sort).isEqualTo(whole.subList(2, 5));
        }
    }

    @Test
    void narrowsToAStateARiskAndATier() {
        county.inbox(region(), "2025-03&risk=NONE").body("items", hasSize(3));
        county.inbox(region(), "2025-03&state=RETURNED").body("items", hasSize(0));
        county.inbox(region(), "2025-02").body("items", hasSize(2));
        as(Tokens.region(county.city))
                .get("/api/reviews/{city}?period=2025-03", county.city)
                .then()
                .body("items", hasSize(0));
        as(Tokens.region(county.city))
                .get("/api/reviews/{city}?period=2025-03&below=true&state=ALL", county.city)
                .then()
                .body("items", hasSize(5))
                .body("items.regionCode", everyItem(equalTo(county.county)));
    }

    @Test
    void countsHowFarTheMonthHasCome() {
        as(region())
                .get("/api/reviews/{county}/progress?period=2025-03", county.county)
                .then()
                .statusCode(200)
                .body("expected", equalTo(5))
                .body("waiting", equalTo(5))
                .body("clean", equalTo(3))
                .body("missing", equalTo(0));
        as(region())
                .get("/api/reviews/{county}/progress?period=2025-02", county.county)
                .then()
                .body("reported", equalTo(2))
                .body("missing", equalTo(3));
    }

    @Test
    void saysWhichParameterIsWrong() {
        for (String wrong : new String[] {"2025-13", "2025", "2025-03&state=X", "2025-03&risk=X", "2025-03&sort=X"}) {
            county.inbox(region(), wrong).statusCode(400);
        }
    }

    @Test
    void isClosedToStrangers() {
        for (String stranger : new String[] {Tokens.region(county.otherCounty), Tokens.unit(county.units.get(0))}) {
            county.inbox(stranger, "2025-03").statusCode(403);
            as(stranger)
                    .get("/api/reviews/{county}/progress?period=2025-03", county.county)
                    .then()
                    .statusCode(403);
        }
    }
}
