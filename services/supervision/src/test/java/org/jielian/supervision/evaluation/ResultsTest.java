package org.jielian.supervision.evaluation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.jielian.supervision.cascade.Cascading.CONSTRAINT;
import static org.jielian.supervision.cascade.Cascading.as;
import static org.jielian.supervision.cascade.Cascading.release;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.jielian.contracts.CoefficientsState;
import org.jielian.contracts.InstitutionType;
import org.jielian.contracts.ReportState;
import org.jielian.contracts.ResultState;
import org.jielian.contracts.RollupState;
import org.jielian.supervision.Chain;
import org.jielian.supervision.MovableClock;
import org.jielian.testkit.Backends;
import org.jielian.testkit.Facts;
import org.jielian.testkit.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Backends.class)
class ResultsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String FIGURE = "figures.find { it.indicator == 'E_CAP' }";
    private static Chain chain;

    @BeforeEach
    void chain() {
        if (chain != null) return;
        Facts.tell(CoefficientsState.TOPIC, "QUOTA", Facts2025.QUOTA);
        chain = Chain.told("71");
    }

    private static void report(String unit, String region, YearMonth month, long version, String kwh) {
        Facts.tell(
                ReportState.TOPIC,
                unit + "/" + month,
                new ReportState(
                        unit,
                        month,
                        version,
                        ReportState.Status.SUBMITTED,
                        new ReportState.CountsIn(region, InstitutionType.AGENCY),
                        Map.of("electricityKwh", new BigDecimal(kwh), "waterM3", new BigDecimal("50")),
                        BigDecimal.valueOf(40),
                        BigDecimal.valueOf(1000),
                        Instant.parse("2026-01-01T00:00:00Z")));
    }

    private static void year(String unit, String region, int year, String kwh) {
        for (int m = 1; m <= 12; m++) report(unit, region, YearMonth.of(year, m), 1, kwh);
    }

    private static void cell(String region, int month, String kwh, long reports) {
        var sums = new RollupState.Sums(
                Map.of("electricityKwh", new BigDecimal(kwh)),
                Map.of("electricityKwh", reports),
                reports,
                BigDecimal.valueOf(40 * reports),
                BigDecimal.valueOf(1000 * reports));
        var cell = new RollupState(
                region,
                YearMonth.of(2025, month),
                InstitutionType.AGENCY,
                1,
                sums,
                sums,
                Instant.parse("2026-01-01T00:00:00Z"));
        Facts.tell(RollupState.TOPIC, cell.key(), cell);
    }

    /** Dated back to the beginning of a year, and for a province of the test's own. */
    private static int releaseOf(String standard, Map<String, Object> values) {
        int back = (int) ChronoUnit.DAYS.between(MovableClock.today(), LocalDate.of(2025, 1, 1));
        Map<String, Object> all = new java.util.HashMap<>(values);
        all.put("/content/zones/0/regionCode", chain.province);
        return release(chain.province, standard, back, null, all);
    }

    private static Response result(String unit, String standard) {
        return as(chain.province).get("/api/results/unit/{u}?standard={s}&year=2025", unit, standard);
    }

    private static void eventually(String unit, String standard, String value, String band) {
        await().atMost(PATIENCE).untilAsserted(() -> result(unit, standard)
                .then()
                .statusCode(200)
                .body(FIGURE + ".value.toString()", equalTo(value))
                .body(FIGURE + ".band", equalTo(band)));
    }

    /** All that was computed, without when it was. */
    private static Map<String, Object> computed(Map<String, Object> view) {
        Map<String, Object> computed = new java.util.TreeMap<>(view);
        computed.keySet().removeAll(java.util.Set.of("evaluatedAt", "version"));
        computed.remove("replacedAt");
        return computed;
    }

    @Test
    void isMadeAnewWhenAReportIsCorrectedAndAYearIsReproducedToTheDigitAfterAnotherRelease() {
        String unit = chain.unit;
        year(unit, chain.county, 2025, "10000");
        releaseOf("DIGIT", Map.of());
        eventually(unit, "DIGIT", "930.0", "WITHIN_CONSTRAINT");
        report(unit, chain.county, YearMonth.of(2025, 12), 2, "10007");
        // 120007 x 0.31 / 40
        eventually(unit, "DIGIT", "930.0543", "WITHIN_CONSTRAINT");
        Response first = result(unit, "DIGIT");
        assertThat(first.jsonPath().getString("basis.release")).isEqualTo(chain.county + "/DIGIT/1");
        ResultState told = Facts.await(
                ResultState.TOPIC,
                ResultState.class,
                r -> r.unitCode().equals(unit)
                        && r.standardCode().equals("DIGIT")
                        && r.indicators().stream().anyMatch(p -> new BigDecimal("930.0543").equals(p.value())));
        assertThat(told.release()).isEqualTo(chain.county + "/DIGIT/1");

        releaseOf("DIGIT", Map.of("/transition", "RECOMPUTE_YEAR", CONSTRAINT, 900));
        eventually(unit, "DIGIT", "930.0543", "ABOVE_CONSTRAINT");
        assertThat(result(unit, "DIGIT").jsonPath().getString("basis.release")).isEqualTo(chain.county + "/DIGIT/2");
        Response history = as(unit).get("/api/results/unit/{u}/history?standard=DIGIT&year=2025", unit);
        Map<String, Object> asThen = history.jsonPath().getMap("items[0]");
        assertThat(computed(asThen)).isEqualTo(computed(first.jsonPath().getMap("")));
        Response asNow = as(unit).get(
                        "/api/results/unit/{u}?standard=DIGIT&year=2025&release={r}", unit, chain.county + "/DIGIT/1");
        assertThat(computed(asNow.jsonPath().getMap("")))
                .isEqualTo(computed(first.jsonPath().getMap("")));
        as(unit).get("/api/results/unit/{u}?standard=DIGIT&year=2025&release={r}", unit, chain.province + "/DIGIT/1")
                .then()
                .statusCode(400);
    }

    @Test
    void listsUnitsByBandAndRanksRegionsThatHaveEnoughReports() {
        String unit = "11711103TEST0002B2";
        String second = "11711103TEST0003C3";
        Chain.unit(unit, chain.secondCounty, InstitutionType.AGENCY);
        Chain.unit(second, chain.secondCounty, InstitutionType.SCHOOL);
        await().atMost(PATIENCE).until(() -> Chain.isKnown(second));
        year(unit, chain.secondCounty, 2025, "5000");
        year(second, chain.secondCounty, 2025, "6000");
        for (int m = 1; m <= 12; m++) {
            cell(chain.secondCounty, m, "11000", 2);
            cell(chain.city, m, "11000", 2);
        }
        releaseOf("LIST", Map.of());
        eventually(unit, "LIST", "465.0", "WITHIN_GUIDANCE");
        await().atMost(PATIENCE).untilAsserted(() -> as(chain.secondCounty)
                .get("/api/results/units?region={r}&standard=LIST&year=2025&sort=value&order=desc", chain.secondCounty)
                .then()
                .statusCode(200)
                .body("total", equalTo(2))
                .body("items.unitCode", contains(second, unit))
                .body("items[0].missing.code", equalTo("KIND_UNKNOWN")));
        as(chain.city)
                .get("/api/results/units?region={r}&standard=LIST&year=2025&band=WITHIN_GUIDANCE", chain.city)
                .then()
                .statusCode(200)
                .body("items.unitCode", hasItem(unit))
                .body("items.unitCode", org.hamcrest.Matchers.not(hasItem(second)));
        String page = as(chain.city)
                .get("/api/results/units?region={r}&standard=LIST&year=2025&sort=value&limit=1", chain.secondCounty)
                .path("next");
        as(chain.city)
                .get(
                        "/api/results/units?region={r}&standard=LIST&year=2025&sort=value&limit=1&cursor={c}",
                        chain.secondCounty,
                        page)
                .then()
                .body("items.unitCode", contains(second));
        assertThat(as(chain.city)
                        .get("/api/results/units/export?region={r}&standard=LIST&year=2025", chain.city)
                        .asByteArray())
                .startsWith('P', 'K');
        await().atMost(PATIENCE).untilAsserted(() -> as(chain.city)
                .get("/api/results/regions/{r}?standard=LIST&year=2025", chain.city)
                .then()
                .statusCode(200)
                // 132000 kWh x 0.31 by 80 people: sums, never a mean of the two
                .body(FIGURE + ".value.toString()", equalTo("511.5"))
                .body("children.find { it.regionCode == '" + chain.secondCounty + "' }.ranks.E_CAP", equalTo(1))
                .body("children.find { it.regionCode == '" + chain.county + "' }.ranks", equalTo(null))
                .body("children.find { it.regionCode == '" + chain.county + "' }.unranked.code", equalTo("NO_REPORTS"))
                .body("bands.find { it.indicator == 'E_CAP' }.counts.WITHIN_GUIDANCE", equalTo(1)));
    }

    @Test
    void isNobodyElsesToSee() {
        for (String path : new String[] {
            "/api/results/unit/" + chain.unit + "?standard=JNJG&year=2025",
            "/api/results/unit/" + chain.unit + "/history?standard=JNJG&year=2025",
            "/api/results/units?region=" + chain.county + "&standard=JNJG&year=2025",
            "/api/results/units/export?region=" + chain.county + "&standard=JNJG&year=2025",
            "/api/results/regions/" + chain.county + "?standard=JNJG&year=2025",
            "/api/results/regions/" + chain.county + "/export?standard=JNJG&year=2025"
        }) {
            assertThat(as(chain.otherCounty).get(path).statusCode()).as(path).isEqualTo(403);
        }
        as(chain.province).post("/api/results/recomputation").then().statusCode(403);
        given().auth()
                .oauth2(Tokens.operator())
                .post("/api/results/recomputation")
                .then()
                .statusCode(202);
        as(chain.county)
                .get("/api/results/units?region={r}&standard=JNJG&year=2025&indicator=NONSENSE", chain.county)
                .then()
                .statusCode(400);
    }
}
