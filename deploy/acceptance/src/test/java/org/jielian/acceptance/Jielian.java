package org.jielian.acceptance;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jielian.local.LocalSystem;
import org.jielian.local.Service;

/** The running system, and what tests of all themes ask it. */
final class Jielian {
    static final String PROVINCE = "330000";
    static final String YEAR = "2025";

    private final LocalSystem system;
    private final Sample sample = new Sample();
    private final Map<String, Api> people = new ConcurrentHashMap<>();
    private final Map<String, Visitor> visitors = new ConcurrentHashMap<>();

    Jielian(LocalSystem system) {
        this.system = system;
    }

    LocalSystem system() {
        return system;
    }

    Sample sample() {
        return sample;
    }

    /** The interface as this person uses it: a region's code, a unit's code or {@code operator}. */
    Api as(String person) {
        return people.computeIfAbsent(person, name -> Api.as(system, name));
    }

    /** The same person in front of the portal, without a browser. */
    Visitor visitor(String person) {
        return visitors.computeIfAbsent(person, name -> Visitor.signedIn(system, name));
    }

    Api operator() {
        return as("operator");
    }

    /** What a region's figures are, to its own person. */
    JsonNode rollup(String region, String period) {
        return as(region)
                .get(Service.METRICS, "/api/rollups/" + region + "?period=" + period)
                .ok()
                .json();
    }

    BigDecimal electricity(String region, String period) {
        return rollup(region, period).at("/quantities/electricityKwh").decimalValue();
    }

    JsonNode digest(String region, String period) {
        return operator()
                .get(Service.METRICS, "/api/rollups/" + region + "/digest?period=" + period)
                .ok()
                .json();
    }

    /** Waits until nothing is on its way up any more: the roll-up says what the reports say. */
    void settle(String period) {
        await("the roll-up of " + period + " to say what its reports say")
                .atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(200))
                .until(() -> digest(PROVINCE, period).path("agrees").asBoolean());
    }

    /** A report as its unit handed it in. */
    JsonNode report(String unit, String period) {
        return operator()
                .get(Service.METRICS, "/api/reports/" + unit + "/" + period)
                .ok()
                .json();
    }

    /** Corrects the electricity of a report and leaves everything else as it is. */
    void correctElectricity(String unit, String period, BigDecimal kwh, String reason) {
        var body = (com.fasterxml.jackson.databind.node.ObjectNode) report(unit, period);
        ((com.fasterxml.jackson.databind.node.ObjectNode) body.get("quantities")).put("electricityKwh", kwh);
        body.retain("quantities", "headcount", "floorArea");
        body.put("reason", reason);
        operator()
                .put(Service.METRICS, "/api/reports/" + unit + "/" + period, body.toString())
                .ok();
    }
}
