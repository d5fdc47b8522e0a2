package org.jielian.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.jielian.acceptance.Jielian.PROVINCE;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.jielian.local.Service;
import org.junit.jupiter.api.Test;

/** A month from the form to the closed books of the province, as the people of each tier take it through the interface. */
@OnRunningSystem
class MonthIT {
    private static final String COUNTY = "331102";
    private static final String CITY = "331100";
    /** Nobody has reported it: what this test does is all that happens in it. */
    private static final String MONTH = "2026-02";

    private static final String MONTH_LAST_YEAR = "2025-02";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Jielian jielian;
    private final String unit;

    MonthIT(Jielian jielian) {
        this.jielian = jielian;
        this.unit = jielian.sample().unitsOf(COUNTY).get(0).code();
    }

    @Test
    void goesFromTheUnitsDeskToTheProvincesClosing() {
        BigDecimal usual = jielian.report(unit, MONTH_LAST_YEAR)
                .at("/quantities/electricityKwh")
                .decimalValue();
        BigDecimal doubled = usual.multiply(BigDecimal.valueOf(2));

        unexplainedIsRefused(doubled);
        JsonNode submitted = explainedIsTaken(doubled);
        assertThat(submitted.path("status").asText()).isEqualTo("SUBMITTED");
        countyReturnsOneCell();
        unitCorrects(usual);
        countyAccepts();
        for (String tier : List.of(COUNTY, CITY, PROVINCE)) closes(tier);
        laterCorrectionStandsAsADifference(usual);
    }

    private void unexplainedIsRefused(BigDecimal electricity) {
        Answer refused = handIn(body(electricity));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().path("type").asText()).isEqualTo("/problems/unexplained");
        assertThat(refused.json().path("errors").findValuesAsText("field")).contains("quantities.electricityKwh");
        assertThat(reports().status()).as("nothing was stored").isEqualTo(404);
    }

    private JsonNode explainedIsTaken(BigDecimal electricity) {
        return handIn(explained(body(electricity), "供暖改为用电 heated by electricity since January"))
                .ok()
                .json();
    }

    private void countyReturnsOneCell() {
        jielian.as(COUNTY)
                .post(
                        Service.METRICS,
                        "/api/reports/" + unit + "/" + MONTH + "/return",
                        "{\"cells\": [{\"field\": \"quantities.electricityKwh\", \"comment\": \"please read the meter again\"}]}")
                .ok();
        JsonNode report = reports().ok().json();
        assertThat(report.path("status").asText()).isEqualTo("RETURNED");
        assertThat(report.at("/returned/cells/0/comment").asText()).isEqualTo("please read the meter again");
        assertThat(jielian.as(unit)
                        .get(Service.METRICS, "/api/notices")
                        .ok()
                        .json()
                        .path("items")
                        .findValuesAsText("subject"))
                .contains("report/" + unit + "/" + MONTH);
    }

    private void unitCorrects(BigDecimal electricity) {
        ObjectNode body = explained(body(electricity), "读数有误，已更正 misread, put right");
        body.put("reason", "misread");
        assertThat(handIn(body).ok().json().path("status").asText()).isEqualTo("SUBMITTED");
    }

    private void countyAccepts() {
        JsonNode waiting = jielian.as(COUNTY)
                .get(Service.METRICS, "/api/reviews/" + COUNTY + "?period=" + MONTH)
                .ok()
                .json();
        assertThat(waiting.path("items").findValuesAsText("unitCode")).contains(unit);
        jielian.as(COUNTY)
                .post(Service.METRICS, "/api/reports/" + unit + "/" + MONTH + "/acceptance", "")
                .ok();
        assertThat(reports().ok().json().path("status").asText()).isEqualTo("ACCEPTED");
    }

    private void closes(String tier) {
        JsonNode month = jielian.as(tier)
                .post(Service.METRICS, "/api/closings/" + tier + "/" + MONTH, "{}")
                .ok()
                .json();
        assertThat(month.at("/shown/holds").asBoolean()).isTrue();
        assertThat(month.at("/frozen/reviewed/quantities/electricityKwh").isMissingNode())
                .isFalse();
        // the others below have not closed; they are named, and stop nobody
        if (!tier.equals(COUNTY)) assertThat(month.at("/shown/openChildren")).isNotEmpty();
    }

    private void laterCorrectionStandsAsADifference(BigDecimal usual) {
        BigDecimal more = new BigDecimal("111.11");
        ObjectNode body = explained(body(usual.add(more)), "added later");
        Answer refused = handIn(body);
        assertThat(refused.json().path("type").asText()).isEqualTo("/problems/reason-required");
        body.put("reason", "a second meter was found");
        handIn(body).ok();
        for (String tier : List.of(COUNTY, CITY, PROVINCE)) {
            await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertThat(jielian.as(tier)
                            .get(Service.METRICS, "/api/closings/" + tier + "/" + MONTH)
                            .ok()
                            .json()
                            .at("/live/quantities/electricityKwh")
                            .decimalValue())
                    .isEqualByComparingTo(more));
            JsonNode difference = jielian.as(tier)
                    .get(Service.METRICS, "/api/closings/" + tier + "/" + MONTH + "/differences")
                    .ok()
                    .json();
            assertThat(difference.path("items").findValuesAsText("unitCode")).containsExactly(unit);
            assertThat(difference.at("/items/0/kind").asText()).isEqualTo("CORRECTED");
        }
    }

    private Answer reports() {
        return jielian.as(unit).get(Service.METRICS, "/api/reports/" + unit + "/" + MONTH);
    }

    private Answer handIn(ObjectNode body) {
        return jielian.as(unit).put(Service.METRICS, "/api/reports/" + unit + "/" + MONTH, body.toString());
    }

    /** Explains each field that a rule asks about. */
    private ObjectNode explained(ObjectNode body, String why) {
        Answer refused = handIn(body);
        if (refused.status() != 422) return body;
        ObjectNode explanations = body.putObject("explanations");
        refused.json().path("errors").findValuesAsText("field").forEach(field -> explanations.put(field, why));
        return body;
    }

    /** Last year's month again, but for the electricity. */
    private ObjectNode body(BigDecimal electricity) {
        JsonNode lastYear = jielian.report(unit, MONTH_LAST_YEAR);
        ObjectNode body = JSON.createObjectNode();
        body.set("headcount", lastYear.get("headcount"));
        body.set("floorArea", lastYear.get("floorArea"));
        ((ObjectNode) body.set("quantities", lastYear.get("quantities").deepCopy())
                        .get("quantities"))
                .put("electricityKwh", electricity);
        return body;
    }
}
