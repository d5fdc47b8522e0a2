package org.jielian.metrics.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.jielian.metrics.review.ReviewedCounty.as;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.jielian.testkit.Backends;
import org.jielian.testkit.Tokens;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Backends.class)
class AcceptancesTest {
    private static final String CLEAN = "{\"period\": \"2025-03\", \"clean\": true}";

    private static ReviewedCounty handedIn(int units) {
        ReviewedCounty county = ReviewedCounty.with(units);
        for (String unit : county.units)
            county.handIn(unit, "2025-03", 1000).then().statusCode(201);
        return county;
    }

    @Test
    void acceptEverythingCleanAndTheReviewedLayerIsTheSumOfIt() {
        ReviewedCounty county = handedIn(12);
        county.sendBack(Tokens.region(county.county), county.units.get(0), "2025-03", "{\"comment\": \"请核对\"}");
        county.accept(Tokens.region(county.county), CLEAN)
                .then()
                .statusCode(200)
                .body("accepted", equalTo(11))
                .body("skipped", equalTo(0))
                .body("reports.accepted", everyItem(equalTo(true)));
        county.inbox(Tokens.region(county.county), "2025-03&state=ACCEPTED").body("total", equalTo(11));
        String figures = "/api/rollups/" + county.county + "?period=2025-03&layer=";
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> as(Tokens.region(county.county))
                .get(figures + "reviewed")
                .then()
                .body("units.reviewed", equalTo(11))
                .body("quantities.electricityKwh", equalTo(11000)));
        as(Tokens.region(county.county))
                .get(figures + "live")
                .then()
                .body("units.reported", equalTo(12))
                .body("quantities.electricityKwh", equalTo(12000));
        as(Tokens.unit(county.units.get(1)))
                .get("/api/reports/{unit}/2025-03/revisions", county.units.get(1))
                .then()
                .body("action", contains("SUBMITTED", "ACCEPTED"))
                .body("[1].who", equalTo(county.county));
    }

    @Test
    void skipWithAReasonWhatCantBeAccepted() {
        ReviewedCounty county = handedIn(4);
        List<String> units = county.units;
        county.handIn(units.get(1), "2025-03", 900);
        county.sendBack(Tokens.region(county.county), units.get(2), "2025-03", "{\"comment\": \"请核对\"}");
        String body = "{\"reports\": ["
                + units.stream()
                        .map(u -> "{\"unit\": \"%s\", \"period\": \"2025-03\", \"version\": %d}"
                                .formatted(u, u.equals(units.get(2)) ? 2 : 1))
                        .collect(Collectors.joining(","))
                + ", {\"unit\": \"%s\", \"period\": \"2025-03\", \"version\": 1}".formatted(units.get(0))
                + ", {\"unit\": \"%s\", \"period\": \"2024-03\", \"version\": 1}]}".formatted(units.get(0));
        county.accept(Tokens.region(county.county), body)
                .then()
                .statusCode(200)
                .body("accepted", equalTo(2))
                .body("reports.accepted", contains(true, false, false, true, false, false))
                .body(
                        "reports.code",
                        contains(null, "CHANGED_MEANWHILE", "NOT_SUBMITTED", null, "NO_REPORT", "NO_REPORT"));
    }

    @Test
    void neverAcceptAFigureNobodySawWhileReportsChange() {
        ReviewedCounty county = handedIn(30);
        CompletableFuture<Void> corrections = CompletableFuture.runAsync(() -> {
            for (String unit : county.units) county.handIn(unit, "2025-03", 950);
        });
        List<Integer> accepted = county.accept(Tokens.region(county.county), CLEAN)
                .then()
                .statusCode(200)
                .body("reports", hasSize(30))
                .extract()
                .path("reports.findAll { it.accepted }.version");
        corrections.join();
        // each was accepted as it was first handed in or as it was just corrected; a correction after that opened it
        // again
        for (String unit : county.units) {
            List<String> actions = as(Tokens.unit(unit))
                    .get("/api/reports/{unit}/2025-03/revisions", unit)
                    .then()
                    .extract()
                    .path("action");
            assertThat(actions)
                    .isIn(
                            List.of("SUBMITTED", "CORRECTED", "ACCEPTED"),
                            List.of("SUBMITTED", "ACCEPTED", "CORRECTED"),
                            List.of("SUBMITTED", "CORRECTED"));
        }
        assertThat(accepted).isSubsetOf(2, 3);
    }

    @Test
    void areForTheReviewerOfThatRegionAlone() {
        ReviewedCounty county = handedIn(2);
        for (String stranger : new String[] {
            Tokens.region(county.city),
            Tokens.region(county.province),
            Tokens.region(county.otherCounty),
            Tokens.of(county.county, "administrator"),
            Tokens.of(county.units.get(0), "reporter", "reviewer"),
            Tokens.operator()
        }) {
            county.accept(stranger, CLEAN).then().statusCode(403);
        }
        // nor does the city reach the county's units through its own inbox
        as(Tokens.region(county.city))
                .body("{\"reports\": [{\"unit\": \"%s\", \"period\": \"2025-03\", \"version\": 1}]}"
                        .formatted(county.units.get(0)))
                .post("/api/reviews/{city}/acceptances", county.city)
                .then()
                .statusCode(200)
                .body("accepted", equalTo(0))
                .body("reports.code", contains("NOT_YOURS"));
        county.accept(Tokens.region(county.county), "{}").then().statusCode(400);
        county.accept(Tokens.region(county.county), "{\"clean\": true}").then().statusCode(400);
        county.accept(Tokens.region(county.county), "{\"reports\": [{\"unit\": \"x\"}]}")
                .then()
                .statusCode(400);
    }
}
