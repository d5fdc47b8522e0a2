package org.jielian.supervision.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.jielian.supervision.cascade.Cascading.as;
import static org.jielian.supervision.cascade.Cascading.awaitAnswer;
import static org.jielian.supervision.cascade.Cascading.confirm;
import static org.jielian.supervision.cascade.Cascading.localise;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.jielian.contracts.CoefficientsState;
import org.jielian.contracts.InstitutionType;
import org.jielian.contracts.ReportState;
import org.jielian.foundation.access.InTheNameOf;
import org.jielian.supervision.Chain;
import org.jielian.supervision.MovableClock;
import org.jielian.supervision.cascade.Cascading;
import org.jielian.supervision.evaluation.Facts2025;
import org.jielian.testkit.Backends;
import org.jielian.testkit.Facts;
import org.junit.jupiter.api.Test;

/** What a trial says before a release is what the results say after it, unit by unit. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class TrialTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String STANDARD = "TRIAL";
    private static final int ADJUSTMENTS = 6;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<String> units = new ArrayList<>();
    private Chain chain;

    @Inject
    TrialJobs jobs;

    @Inject
    EntityManager em;

    @Inject
    InTheNameOf inTheNameOf;

    @Test
    void saysBeforeARandomAdjustmentWhatTheResultsSayAfterIt() throws Exception {
        Facts.tell(CoefficientsState.TOPIC, "QUOTA", Facts2025.QUOTA);
        chain = Chain.told("72");
        report("72");
        begin();
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        int changed = 0;
        for (int number = 2; number < 2 + ADJUSTMENTS; number++) {
            String draft = adjusted(random);
            Map<String, String> before = bands();
            Response tried = as(chain.province).post("/api/standards/drafts/{d}/trial?year=2025", draft);
            assertThat(tried.statusCode()).as(tried.asString()).isEqualTo(200);
            Map<String, String> foretold = foretold(draft, before);
            as(chain.city)
                    .get("/api/standards/drafts/{d}/trial?year=2025", draft)
                    .then()
                    .statusCode(org.hamcrest.Matchers.oneOf(403, 404));
            release(draft);
            awaitJudgedBy(number);
            assertThat(bands()).as("seed " + seed + ", release " + number).isEqualTo(foretold);
            changed += foretold.equals(before) ? 0 : 1;
            as(chain.county)
                    .get("/api/adoptions/{r}/{i}/{s}/{n}/effects?year=2025", chain.county, chain.city, STANDARD, number)
                    .then()
                    .statusCode(200)
                    .body("year", equalTo(2025));
            as(chain.otherCounty)
                    .get("/api/adoptions/{r}/{i}/{s}/{n}/effects?year=2025", chain.county, chain.city, STANDARD, number)
                    .then()
                    .statusCode(403);
        }
        assertThat(changed).as("seed " + seed).isPositive();
    }

    @Test
    void goesOnAfterTheCallAndBeginsAgainWhenItWasInterrupted() throws Exception {
        Facts.tell(CoefficientsState.TOPIC, "QUOTA", Facts2025.QUOTA);
        chain = Chain.told("73");
        report("73");
        begin();
        String draft = adjusted(new Random(7));
        String trial = "/api/standards/drafts/" + draft + "/trial?year=2025";
        Response begun = as(chain.province).header("Prefer", "respond-async").post(trial);
        assertThat(begun.statusCode()).as(begun.asString()).isEqualTo(202);
        assertThat(begun.header("Location")).endsWith(trial);
        awaitTried(trial);
        int total = as(chain.province).get(trial).path("total");
        assertThat(total).isGreaterThanOrEqualTo(units.size());
        as(chain.province).get(trial).then().body("looked", equalTo(total));
        String changes = "/api/standards/drafts/" + draft + "/trial/changes?year=2025&limit=500";
        String first = as(chain.province).get(changes).asString();
        assertThat(as(chain.province).get(changes).jsonPath().getList("items")).isNotEmpty();

        inTheNameOf.system(() -> QuarkusTransaction.requiringNew()
                .call(() -> em.createNativeQuery("update trial set state = 'RUNNING', looked = 3 where draft_id = ?1")
                        .setParameter(1, UUID.fromString(draft))
                        .executeUpdate()));
        as(chain.province).get(changes).then().statusCode(409);
        jobs.takeUp();

        awaitTried(trial);
        assertThat(as(chain.province).get(changes).asString()).isEqualTo(first);
        // whoever is below does not learn that there is a draft
        as(chain.county).header("Prefer", "respond-async").post(trial).then().statusCode(404);
    }

    private void awaitTried(String trial) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> as(chain.province).get(trial).then().body("state", equalTo("DONE")));
    }

    /** Agencies of every band, half of them where the county has a stricter value of its own. */
    private void report(String digits) {
        for (int i = 0; i < 8; i++) {
            String unit = "11%s1103TEST%06d".formatted(digits, 100 + i).substring(0, 18);
            String region = i % 2 == 0 ? chain.county : chain.secondCounty;
            Chain.unit(unit, region, InstitutionType.AGENCY);
            await().atMost(PATIENCE).until(() -> Chain.isKnown(unit));
            units.add(unit);
            for (int month = 1; month <= 12; month++) {
                var state = new ReportState(
                        unit,
                        YearMonth.of(2025, month),
                        1,
                        ReportState.Status.SUBMITTED,
                        new ReportState.CountsIn(region, InstitutionType.AGENCY),
                        Map.of(
                                "electricityKwh", BigDecimal.valueOf(3000 + 1900L * i),
                                "waterM3", BigDecimal.valueOf(20 + 15L * i)),
                        BigDecimal.valueOf(40),
                        BigDecimal.valueOf(1000),
                        Instant.parse("2026-01-01T00:00:00Z"));
                Facts.tell(ReportState.TOPIC, state.key(), state);
            }
        }
    }

    /** The county makes its constraint stricter, which later releases have to carry over. */
    private void begin() {
        int back = (int)
                java.time.temporal.ChronoUnit.DAYS.between(MovableClock.today(), java.time.LocalDate.of(2025, 1, 1));
        Cascading.release(chain.province, STANDARD, back, 10, Map.of("/content/zones/0/regionCode", chain.province));
        awaitAnswer(chain.city, chain.province, STANDARD, 1, "OPEN");
        assertThat(confirm(chain.city, chain.province, STANDARD, 1).statusCode())
                .isEqualTo(200);
        awaitAnswer(chain.county, chain.city, STANDARD, 1, "OPEN");
        assertThat(localise(chain.county, chain.city, STANDARD, 1, Cascading.CONSTRAINT, "900")
                        .statusCode())
                .isEqualTo(200);
        awaitAnswer(chain.secondCounty, chain.city, STANDARD, 1, "OPEN");
        assertThat(confirm(chain.secondCounty, chain.city, STANDARD, 1).statusCode())
                .isEqualTo(200);
        awaitJudgedBy(1);
    }

    private String adjusted(Random random) throws Exception {
        Response begun = as(chain.province)
                .body("{\"standardCode\": \"%s\"}".formatted(STANDARD))
                .post("/api/standards/{r}/drafts", chain.province);
        assertThat(begun.statusCode()).as(begun.asString()).isEqualTo(201);
        ObjectNode body = (ObjectNode) JSON.readTree(begun.asString()).get("body");
        body.put("effectiveFrom", "2025-01-01");
        body.put("transition", "RECOMPUTE_YEAR");
        body.putNull("adoptBy");
        for (JsonNode row : body.at("/content/quotas")) {
            if (!row.get("type").asText().equals("AGENCY")) continue;
            BigDecimal factor = BigDecimal.valueOf(50 + random.nextInt(100), 2);
            ObjectNode values = (ObjectNode) row.get("values");
            values.fieldNames()
                    .forEachRemaining(bound -> values.put(
                            bound,
                            values.get(bound).decimalValue().multiply(factor).setScale(1, RoundingMode.HALF_UP)));
        }
        String id = begun.path("id");
        Response put = as(chain.province).body(body.toString()).put("/api/standards/drafts/" + id);
        assertThat(put.statusCode()).as(put.asString()).isEqualTo(200);
        return id;
    }

    private void release(String draft) {
        Response released = as(chain.province).post("/api/standards/drafts/{d}/release", draft);
        assertThat(released.statusCode()).as(released.asString()).isEqualTo(201);
    }

    private void awaitJudgedBy(int number) {
        for (String unit : units) {
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(result(unit).jsonPath().getString("basis.release"))
                            .endsWith("/" + STANDARD + "/" + number));
        }
    }

    private Response result(String unit) {
        return as(chain.province).get("/api/results/unit/{u}?standard={s}&year=2025", unit, STANDARD);
    }

    /** By unit and indicator. */
    private Map<String, String> bands() {
        Map<String, String> bands = new TreeMap<>();
        for (String unit : units) {
            for (Map<String, Object> figure : result(unit).jsonPath().<Map<String, Object>>getList("figures"))
                bands.put(unit + " " + figure.get("indicator"), String.valueOf(figure.get("band")));
        }
        return bands;
    }

    private Map<String, String> foretold(String draft, Map<String, String> before) {
        Response changes = as(chain.province).get("/api/standards/drafts/{d}/trial/changes?year=2025&limit=500", draft);
        assertThat(changes.statusCode()).as(changes.asString()).isEqualTo(200);
        Map<String, String> after = new TreeMap<>(before);
        for (Map<String, Object> change : changes.jsonPath().<Map<String, Object>>getList("items")) {
            String at = change.get("unitCode") + " " + change.get("indicator");
            if (!units.contains(change.get("unitCode"))) continue;
            assertThat(String.valueOf(change.get("from"))).as(at).isEqualTo(before.get(at));
            after.put(at, String.valueOf(change.get("to")));
        }
        return after;
    }
}
