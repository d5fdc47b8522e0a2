package org.jielian.acceptance;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.Charset;
import java.util.List;
import java.util.stream.StreamSupport;
import org.assertj.core.api.SoftAssertions;
import org.jielian.acceptance.Defects.Defect;
import org.jielian.local.Service;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Files as they really arrive: with defects, in other encodings, or made to break whoever reads them. */
@OnRunningSystem
class DefectFilesIT {
    private static final String REPORTS = "/api/reports/import";
    private static final int ROWS = 2_000;
    /** The sample's year moved to one that no other test looks at. */
    private static final String YEAR = "2021";

    private final Jielian jielian;

    DefectFilesIT(Jielian jielian) {
        this.jielian = jielian;
    }

    @AfterEach
    void leaveTheServicesUp() {
        for (Service service : Service.values()) {
            assertThat(jielian.operator().get(service, "/q/health/ready").status())
                    .as(service.id())
                    .isEqualTo(200);
        }
    }

    @Test
    void nameEveryDefectByLineAndColumnAndKeepEveryGoodRow() {
        List<String> rows = jielian.sample().reports().stream()
                .limit(ROWS)
                .map(row -> row.replace(",2025-", "," + YEAR + "-"))
                .toList();
        Defects file = new Defects(rows);

        JsonNode result = upload(Service.METRICS, REPORTS, file.csv()).ok().json();

        List<String> named = StreamSupport.stream(result.path("errors").spliterator(), false)
                .map(e -> e.path("line").asLong() + " " + e.path("column").asText())
                .toList();
        List<String> made = file.all().stream()
                .filter(Defect::isDetectable)
                .map(d -> d.line() + " " + d.column())
                .toList();
        assertThat(made).hasSizeGreaterThan(60);
        assertThat(named).containsExactlyElementsOf(made);
        assertThat(result.path("refused").asLong()).isEqualTo(file.detectable());
        assertThat(result.path("added").asLong()
                        + result.path("changed").asLong()
                        + result.path("unchanged").asLong())
                .isEqualTo(file.rows() - file.detectable());

        jielian.settle(YEAR);
        assertThat(jielian.rollup(Jielian.PROVINCE, YEAR).at("/units/reported").asLong())
                .isEqualTo(file.rows() - file.detectable());

        JsonNode again = upload(Service.METRICS, REPORTS, file.csv()).ok().json();
        assertThat(again.path("unchanged").asLong())
                .as("the same file twice changes nothing")
                .isEqualTo(file.rows() - file.detectable());
    }

    @Test
    void changeNothingInADryRun() {
        BigDecimal before = jielian.electricity(Jielian.PROVINCE, "2025");
        String row = jielian.sample().reports().get(0).replaceFirst("(2025-01),[^,]*", "$1,1.00");

        JsonNode result = upload(
                        Service.METRICS,
                        REPORTS + "?dryRun=true",
                        (Sample.REPORTS_HEADER + "\n" + row + "\n").getBytes(UTF_8))
                .ok()
                .json();

        assertThat(result.path("changed").asInt()).isEqualTo(1);
        assertThat(jielian.electricity(Jielian.PROVINCE, "2025")).isEqualByComparingTo(before);
    }

    @Test
    void areRefusedWhenALineDoesNotEnd() {
        refused(
                upload(Service.METRICS, REPORTS, BodyPublishers.ofInputStream(() -> HostileFiles.oneLineOf(200))),
                "too long");
    }

    @Test
    void areRefusedWhenAWorkbookUnpacksToMoreThanAnyMemoryHolds() {
        refused(upload(Service.METRICS, REPORTS, HostileFiles.bombOf(600)), "too large once unpacked");
        refused(upload(Service.UNITS, "/api/units/import", HostileFiles.bombOf(600)), "too large once unpacked");
    }

    @Test
    void areRefusedInAnotherEncodingThanUtf8() {
        refused(upload(Service.UNITS, "/api/units/import", HostileFiles.units(Charset.forName("GBK"))), "UTF-8");
        refused(upload(Service.UNITS, "/api/units/import", HostileFiles.units(UTF_16)), "UTF-16");
        refused(upload(Service.METRICS, REPORTS, Sample.REPORTS_HEADER.getBytes(UTF_16)), "UTF-16");
    }

    @Test
    void areRefusedWithoutTheRightHeader() {
        refused(upload(Service.METRICS, REPORTS, new byte[0]), "empty");
        refused(upload(Service.METRICS, REPORTS, "a,b\n1,2\n".getBytes(UTF_8)), "unit_code");
        refused(upload(Service.METRICS, REPORTS, HostileFiles.units(UTF_8)), "unknown");
    }

    private Answer upload(Service service, String path, byte[] file) {
        return upload(service, path, BodyPublishers.ofByteArray(file));
    }

    private Answer upload(Service service, String path, BodyPublisher file) {
        return jielian.operator().upload(service, path, file);
    }

    private static void refused(Answer answer, String reason) {
        SoftAssertions softly = new SoftAssertions();
        softly.assertThat(answer.status()).as(answer.text()).isBetween(400, 499);
        softly.assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
        softly.assertThat(answer.text()).contains(reason);
        softly.assertAll();
    }
}
