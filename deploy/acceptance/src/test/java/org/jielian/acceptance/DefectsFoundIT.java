package org.jielian.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.SoftAssertions;
import org.jielian.acceptance.SpoiledFile.Defect;
import org.jielian.acceptance.Way.Month;
import org.jielian.local.Service;
import org.junit.jupiter.api.Test;

/**
 * How many defects of each kind are found in a file that somebody else spoiled, and how many good rows are suspected: the same file as CSV,
 * as a workbook and row by row in calls. A file that was counted is undone, so that the next way begins where it began.
 */
@OnRunningSystem
class DefectsFoundIT {
    private static final int KINDS = 7;
    private static final double FOUND = 0.95;
    private static final double FALSE_ALARMS = 0.01;
    private static final int CALLERS = 4;
    private static final String ELECTRICITY = "electricity_kwh";

    private final Jielian jielian;
    private final SpoiledFile file = new SpoiledFile();

    DefectsFoundIT(Jielian jielian) {
        this.jielian = jielian;
    }

    /** What is said of the rows: for what they are refused, and what is found in those that are taken; columns by line. */
    private record Said(Map<Long, List<String>> refused, Map<Long, List<String>> found) {
        Said() {
            this(new ConcurrentHashMap<>(), new ConcurrentHashMap<>());
        }

        static void note(Map<Long, List<String>> columns, long line, String column) {
            columns.computeIfAbsent(line, l -> new ArrayList<>()).add(column);
        }

        boolean suspects(long line) {
            return refused.containsKey(line) || found.containsKey(line);
        }

        boolean names(Defect defect) {
            return (defect.isSpike() ? found : refused)
                    .getOrDefault(defect.line(), List.of())
                    .contains(defect.column());
        }
    }

    @Test
    void inTheSameFileWhicheverWayItComes() throws Exception {
        SoftAssertions softly = new SoftAssertions();
        judge("CSV", imported(file.csv()), softly);
        judge("xlsx", imported(file.xlsx()), softly);
        judge("API", called(), softly);
        softly.assertAll();
    }

    private Said imported(byte[] content) {
        JsonNode result = jielian.operator()
                .upload(Service.METRICS, "/api/reports/import", BodyPublishers.ofByteArray(content))
                .ok()
                .json();
        assertThat(result.path("state").asText()).as(result.toString()).isEqualTo("DONE");
        Said said = new Said();
        result.path("errors")
                .forEach(error -> Said.note(
                        said.refused(),
                        error.path("line").asLong(),
                        error.path("column").asText()));
        result.path("findings")
                .forEach(finding -> Said.note(
                        said.found(),
                        finding.path("line").asLong(),
                        finding.path("column").asText()));
        undo(result.path("id").asText());
        return said;
    }

    private void undo(String job) {
        String undo = jielian.operator()
                .post(Service.METRICS, "/api/imports/" + job + "/undo", "{\"reason\": \"the next way begins\"}")
                .ok()
                .json()
                .path("id")
                .asText();
        await("the undo to end").atMost(Duration.ofMinutes(2)).until(() -> jielian.operator()
                .get(Service.METRICS, "/api/imports/" + undo)
                .ok()
                .json()
                .path("state")
                .asText()
                .equals("DONE"));
    }

    /** The rows of a unit one after the other, several units at a time. */
    private Said called() throws InterruptedException, ExecutionException {
        Map<String, List<Integer>> byUnit = new LinkedHashMap<>();
        List<List<String>> rows = file.rows();
        for (int i = 0; i < rows.size(); i++)
            byUnit.computeIfAbsent(rows.get(i).get(0), unit -> new ArrayList<>())
                    .add(i);
        Said said = new Said();
        ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
        try {
            List<Future<?>> units = new ArrayList<>();
            for (List<Integer> ofUnit : byUnit.values()) units.add(callers.submit(() -> callAll(ofUnit, rows, said)));
            for (Future<?> unit : units) unit.get();
        } finally {
            callers.shutdownNow();
        }
        return said;
    }

    private void callAll(List<Integer> ofUnit, List<List<String>> rows, Said said) {
        Map<String, Long> versions = new LinkedHashMap<>();
        for (int i : ofUnit) call(i + 2L, rows.get(i), versions, said);
    }

    private void call(long line, List<String> cells, Map<String, Long> versions, Said said) {
        Answer answer = jielian.operator()
                .put(Service.METRICS, path(cells), month(cells).json().toString());
        if (answer.status() == 400) {
            answer.json()
                    .path("errors")
                    .forEach(error -> Said.note(
                            said.refused(), line, Way.column(error.path("field").asText())));
        } else if (answer.status() >= 300) {
            assertThat(answer.status()).as(answer.request() + answer.text()).isIn(404, 409);
            Said.note(said.refused(), line, "unit_code");
        } else {
            Long before =
                    versions.put(cells.get(1), answer.json().path("version").asLong());
            // a report that is the same again gets no further version: the caller sees that nothing was added
            if (before != null && before == answer.json().path("version").asLong())
                Said.note(said.refused(), line, "period");
            answer.json()
                    .path("findings")
                    .forEach(finding -> Said.note(
                            said.found(), line, Way.column(finding.path("field").asText())));
        }
    }

    private static String path(List<String> cells) {
        String unit = cells.get(0).isEmpty() ? "%20" : cells.get(0);
        return "/api/reports/" + unit + "/" + cells.get(1).replace("/", "%2F");
    }

    private Month month(List<String> cells) {
        Map<String, String> figures = new LinkedHashMap<>();
        for (int c = 2; c < cells.size(); c++) figures.put(file.columns().get(c), cells.get(c));
        return new Month(cells.get(0), cells.get(1), figures, null);
    }

    private void judge(String way, Said said, SoftAssertions softly) {
        Map<String, int[]> counts = new TreeMap<>();
        int good = 0;
        int suspected = 0;
        for (long line = 2; line < file.rows().size() + 2; line++) {
            Defect defect = file.defects().get(line);
            if (defect == null) {
                good++;
                if (said.suspects(line)) suspected++;
            } else {
                int[] count = counts.computeIfAbsent(defect.kind(), kind -> new int[2]);
                count[1]++;
                if (said.names(defect)) count[0]++;
            }
        }
        StringBuilder table = new StringBuilder("defects found by ").append(way);
        counts.forEach((kind, count) -> {
            table.append(" | %s %d/%d".formatted(kind, count[0], count[1]));
            softly.assertThat((double) count[0] / count[1]).as(way + " " + kind).isGreaterThanOrEqualTo(FOUND);
        });
        System.out.println(table.append(" | false alarms %d/%d".formatted(suspected, good)));
        softly.assertThat((double) suspected / good).as(way + " false alarms").isLessThan(FALSE_ALARMS);
        softly.assertThat(counts).as(way).hasSize(KINDS);
        softly.assertThat(good).as(way + " good rows").isGreaterThan(7_000);
    }
}
