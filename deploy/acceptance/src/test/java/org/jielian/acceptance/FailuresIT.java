package org.jielian.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.jielian.acceptance.Jielian.PROVINCE;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jielian.acceptance.Sample.Region;
import org.jielian.local.Service;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Parts of the system are killed while it works, as a power cut would: nothing is lost and nothing is counted twice. */
@OnRunningSystem
@Order(Integer.MAX_VALUE)
class FailuresIT {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    /** By then an import is well under way, and far from its end. */
    private static final int MIDDLE = 5_000;

    private final Jielian jielian;

    FailuresIT(Jielian jielian) {
        this.jielian = jielian;
    }

    @Test
    void ofMetricsInTheMiddleOfAnImportLoseNothingAndTheImportGoesOnByItself() throws SQLException {
        GeneratedReports reports = new GeneratedReports(jielian.sample(), 2024);
        String job = begin(reports);
        awaitRows(job, MIDDLE);

        jielian.system().kill("metrics");
        jielian.system().restart("metrics");

        assertThat(awaitEnd(job).path("added").asInt()).isEqualTo(reports.rows());
        assertExact(reports, 2024);
    }

    @Test
    void ofTheBrokerInTheMiddleOfAnImportDelayTheFiguresAndNothingElse() throws SQLException {
        GeneratedReports reports = new GeneratedReports(jielian.sample(), 2023);
        String job = begin(reports);
        awaitRows(job, MIDDLE);

        jielian.system().kill("kafka");
        // reports are still taken: what they say waits in the outbox
        assertThat(awaitEnd(job).path("added").asInt()).isEqualTo(reports.rows());
        jielian.system().restart("kafka");

        assertExact(reports, 2023);
    }

    @Test
    void ofMetricsInTheMiddleOfAnUndoLoseNothingAndTheUndoGoesOnByItself() {
        GeneratedReports reports = new GeneratedReports(jielian.sample(), 2021);
        Map<String, JsonNode> before = totals("2021");
        String job = begin(reports);
        JsonNode imported = awaitEnd(job);
        long taken = imported.path("added").asLong() + imported.path("changed").asLong();
        assertThat(taken).as(imported.toString()).isGreaterThan(2 * MIDDLE);
        assertThat(totals("2021")).isNotEqualTo(before);
        String undo = jielian.operator()
                .post(Service.METRICS, "/api/imports/" + job + "/undo", "{\"reason\": \"another file was meant\"}")
                .ok()
                .json()
                .path("id")
                .asText();
        awaitRows(undo, MIDDLE);

        jielian.system().kill("metrics");
        jielian.system().restart("metrics");

        assertThat(awaitEnd(undo).path("changed").asLong()).isEqualTo(taken);
        assertThat(totals("2021")).isEqualTo(before);
    }

    /** What the roll-up says of the province and each city once nothing is on its way any more, without when it says so. */
    private Map<String, JsonNode> totals(String period) {
        Map<String, JsonNode> totals = new TreeMap<>();
        Stream.concat(Stream.of(PROVINCE), jielian.sample().cities().stream().map(Region::code))
                .forEach(region -> {
                    await(region + " to say what its reports say")
                            .atMost(PATIENCE)
                            .pollInterval(Duration.ofMillis(200))
                            .until(() -> jielian.digest(region, period)
                                    .path("agrees")
                                    .asBoolean());
                    var rollup = (ObjectNode) jielian.rollup(region, period);
                    rollup.remove("asOf");
                    totals.put(region, rollup);
                });
        return totals;
    }

    private String begin(GeneratedReports reports) {
        Answer accepted = jielian.operator()
                .upload(
                        Service.METRICS,
                        "/api/reports/import",
                        BodyPublishers.ofByteArray(reports.csv()),
                        "Prefer",
                        "respond-async");
        assertThat(accepted.status()).as(accepted.text()).isEqualTo(202);
        return accepted.json().path("id").asText();
    }

    private JsonNode job(String id) {
        return jielian.operator()
                .get(Service.METRICS, "/api/imports/" + id)
                .ok()
                .json();
    }

    private void awaitRows(String job, int rows) {
        await("the import to be in its middle")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(50))
                .until(() -> job(job).path("rows").asInt() >= rows);
        assertThat(job(job).path("state").asText()).isEqualTo("RUNNING");
    }

    private JsonNode awaitEnd(String job) {
        await("the import to come to its end")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(500))
                .until(() -> !job(job).path("state").asText().equals("RUNNING"));
        JsonNode end = job(job);
        assertThat(end.path("state").asText()).as(end.toString()).isEqualTo("DONE");
        return end;
    }

    private void assertExact(GeneratedReports reports, int year) throws SQLException {
        String period = String.valueOf(year);
        await("the province to count all reports")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(500))
                .untilAsserted(() -> assertThat(jielian.rollup(PROVINCE, period)
                                .at("/units/reported")
                                .asInt())
                        .as("%s", jielian.digest(PROVINCE, period))
                        .isEqualTo(reports.rows()));
        jielian.settle(period);
        assertThat(jielian.electricity(PROVINCE, period)).isEqualByComparingTo(reports.electricityBelow(PROVINCE));
        for (Region city : jielian.sample().cities()) {
            // totals of different regions are learnt independently: a city's may come after the province's that holds
            // it
            await(city.name() + " to say what its reports say")
                    .atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(200))
                    .until(() ->
                            jielian.digest(city.code(), period).path("agrees").asBoolean());
            assertThat(jielian.electricity(city.code(), period))
                    .as(city.name())
                    .isEqualByComparingTo(reports.electricityBelow(city.code()));
        }
        assertThat(handedIn(year)).as("entries in the audit trail").isEqualTo(reports.rows());
    }

    private long handedIn(int year) throws SQLException {
        try (Connection database = jielian.system().superuser(Service.METRICS.id());
                PreparedStatement count = database.prepareStatement(
                        "select count(*) from audit_entry where subject like 'report/%/' || ? || '-%'")) {
            count.setString(1, String.valueOf(year));
            try (ResultSet row = count.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }
}
