package org.jielian.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.jielian.acceptance.Jielian.PROVINCE;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jielian.acceptance.Defects.Defect;
import org.jielian.acceptance.LibreOffice.Cell;
import org.jielian.local.Service;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Files as people use them: looked at, confirmed, given back with the errors marked, and undone as a whole. */
@OnRunningSystem
class ImportsIT {
    private static final String CITY = "331100";
    private static final String COUNTY = "331102";
    /** The sample's year moved to one of which no other test looks at more than one unit, the county's first. */
    private static final String YEAR = "2022";

    private final Jielian jielian;

    ImportsIT(Jielian jielian) {
        this.jielian = jielian;
    }

    @Test
    void areUndoneToTheLastDigitAtAllTiers() {
        List<String> rows = countyRows();
        imported(rows.subList(0, rows.size() / 2));
        Map<String, JsonNode> before = totals();

        String job = imported(rows.stream()
                .map(row -> row.replaceFirst("(,2022-..),([0-9]+)[.]", "$1,1$2."))
                .toList());
        assertThat(totals()).isNotEqualTo(before);
        JsonNode undone = finished(jielian.as(COUNTY)
                .post(Service.METRICS, "/api/imports/" + job + "/undo", "{\"reason\": \"another file was meant\"}")
                .ok()
                .json());

        assertThat(undone.path("changed").asInt()).isEqualTo(rows.size());
        assertThat(totals()).isEqualTo(before);
        assertThat(jielian.digest(PROVINCE, YEAR).path("agrees").asBoolean()).isTrue();
    }

    @Test
    void takeTheVeryFileThatWasLookedAt() {
        List<String> rows = countyRows().stream()
                .limit(5)
                .map(row -> row.replaceFirst("(,2022-..),[^,]*", "$1,7.77"))
                .toList();
        JsonNode preview = upload(COUNTY, "?dryRun=true", csv(rows)).ok().json();
        assertThat(preview.path("added").asInt() + preview.path("changed").asInt())
                .isEqualTo(5);
        assertThat(preview.at("/first/ADDED").size()
                        + preview.at("/first/CHANGED").size())
                .isEqualTo(5);
        String report =
                "/api/reports/" + rows.get(0).split(",")[0] + "/" + rows.get(0).split(",")[1];
        assertThat(jielian.as(COUNTY).get(Service.METRICS, report).text()).doesNotContain("7.77");

        String application = "/api/imports/" + preview.path("id").asText() + "/application";
        assertThat(jielian.as(CITY).post(Service.METRICS, application, "").status())
                .isEqualTo(403);
        finished(jielian.as(COUNTY).post(Service.METRICS, application, "").ok().json());

        assertThat(jielian.as(COUNTY).get(Service.METRICS, report).ok().text()).contains("7.77");
    }

    @Test
    void comeBackAsAWorkbookInWhichLibreOfficeShowsTheRightCells() throws Exception {
        LibreOffice office = LibreOffice.onThisMachine().orElse(null);
        Assumptions.assumeTrue(office != null, "there is no LibreOffice on this machine");
        Defects file = new Defects(jielian.sample().reports().stream()
                .limit(400)
                .map(row -> row.replace(",2025-", ",2024-"))
                .toList());
        String job = upload("operator", "?dryRun=true", file.csv())
                .ok()
                .json()
                .path("id")
                .asText();

        Answer workbook = jielian.operator()
                .get(Service.METRICS, "/api/imports/" + job + "/workbook")
                .ok();
        List<List<Cell>> sheet = office.open(workbook.body());

        List<String> head = sheet.get(0).stream().map(Cell::text).toList();
        assertThat(head.subList(0, 13)).isEqualTo(List.of(Sample.REPORTS_HEADER.split(",")));
        Set<String> filled = new TreeSet<>();
        Set<String> commented = new TreeSet<>();
        for (int line = 2; line <= sheet.size(); line++) {
            List<Cell> cells = sheet.get(line - 1);
            for (int c = 0; c < Math.min(13, cells.size()); c++) {
                if ("#ffc7ce".equals(cells.get(c).fill())) filled.add(line + " " + head.get(c));
                if (cells.get(c).comment() != null) commented.add(line + " " + head.get(c));
            }
        }
        Set<String> made = file.all().stream()
                .filter(Defect::isDetectable)
                .map(d -> d.line() + " " + d.column())
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(made).hasSizeGreaterThan(10);
        assertThat(filled).isEqualTo(made);
        // a figure that is merely unusual is commented as well, in another colour
        assertThat(commented).containsAll(made).hasSizeLessThan(made.size() + file.rows() / 50);
        assertThat(sheet).hasSizeGreaterThanOrEqualTo(file.rows() + 1);
        Cell electricity = sheet.get(1).get(2);
        assertThat(electricity.type()).as("numbers stay numbers").isEqualTo("float");
        assertThat(sheet.get(1).get(0).type()).as("codes stay texts").isEqualTo("string");
    }

    @Test
    void giveTheMarkedWorkbookBackOnceItIsCorrected() {
        List<String> rows = new ArrayList<>(countyRows().stream()
                .limit(3)
                .map(row -> row.replace(",2022-", ",2024-"))
                .toList());
        rows.set(1, rows.get(1).replaceFirst("(,2024-..),", "$1,-"));
        String job =
                upload(COUNTY, "?dryRun=true", csv(rows)).ok().json().path("id").asText();
        byte[] marked = jielian.as(COUNTY)
                .get(Service.METRICS, "/api/imports/" + job + "/workbook")
                .ok()
                .body();
        JsonNode again = upload(COUNTY, "?dryRun=true", marked).ok().json();
        assertThat(again.path("added").asInt()).isEqualTo(2);
        assertThat(again.at("/errors/0/column").asText()).isEqualTo("electricity_kwh");
        byte[] original = jielian.as(COUNTY)
                .get(Service.METRICS, "/api/imports/" + job + "/file")
                .ok()
                .body();
        assertThat(original).isEqualTo(csv(rows));
    }

    @Test
    void beginWithATemplateThatIsTakenAsItIs() {
        byte[] template = jielian.as(COUNTY)
                .get(Service.METRICS, "/api/reports/template?period=2025-03")
                .ok()
                .body();
        JsonNode result = upload(COUNTY, "?dryRun=true", template).ok().json();
        int units = jielian.sample().unitsOf(COUNTY).size();
        assertThat(result.path("rows").asInt()).isEqualTo(units);
        assertThat(result.path("changed").asInt() + result.path("added").asInt())
                .isZero();
        byte[] register = jielian.as(COUNTY)
                .get(Service.UNITS, "/api/units/template")
                .ok()
                .body();
        JsonNode units2 = jielian.as(COUNTY)
                .upload(Service.UNITS, "/api/units/import?dryRun=true", BodyPublishers.ofByteArray(register))
                .ok()
                .json();
        assertThat(units2.path("unchanged").asInt()).isEqualTo(units);
    }

    /** The reports of the county's own units in another year. */
    private List<String> countyRows() {
        Set<String> own = jielian.sample().unitsOf(COUNTY).stream()
                .skip(1)
                .map(Sample.Unit::code)
                .collect(Collectors.toSet());
        return jielian.sample().reports().stream()
                .filter(row -> own.contains(row.substring(0, row.indexOf(','))))
                .map(row -> row.replace(",2025-", "," + YEAR + "-"))
                .toList();
    }

    private static byte[] csv(List<String> rows) {
        return (Sample.REPORTS_HEADER + "\n" + String.join("\n", rows) + "\n").getBytes(UTF_8);
    }

    private Answer upload(String person, String query, byte[] file) {
        return jielian.as(person)
                .upload(Service.METRICS, "/api/reports/import" + query, BodyPublishers.ofByteArray(file));
    }

    private String imported(List<String> rows) {
        JsonNode result = upload(COUNTY, "", csv(rows)).ok().json();
        assertThat(result.path("refused").asInt()).as(result.toString()).isZero();
        return result.path("id").asText();
    }

    private JsonNode finished(JsonNode begun) {
        String job = "/api/imports/" + begun.path("id").asText();
        await("the import to end").atMost(Duration.ofMinutes(1)).until(() -> !jielian.as(COUNTY)
                .get(Service.METRICS, job)
                .ok()
                .json()
                .path("state")
                .asText()
                .equals("RUNNING"));
        JsonNode ended = jielian.as(COUNTY).get(Service.METRICS, job).ok().json();
        assertThat(ended.path("state").asText()).as(ended.toString()).isEqualTo("DONE");
        return ended;
    }

    /** What each tier's roll-up says, without when it says so. */
    private Map<String, JsonNode> totals() {
        jielian.settle(YEAR);
        Map<String, JsonNode> totals = new TreeMap<>();
        for (String region : List.of(COUNTY, CITY, PROVINCE)) {
            for (String layer : List.of("live", "reviewed")) {
                var rollup = (com.fasterxml.jackson.databind.node.ObjectNode) jielian.as(region)
                        .get(Service.METRICS, "/api/rollups/" + region + "?period=" + YEAR + "&layer=" + layer)
                        .ok()
                        .json();
                rollup.remove("asOf");
                totals.put(region + " " + layer, rollup);
            }
        }
        return totals;
    }
}
