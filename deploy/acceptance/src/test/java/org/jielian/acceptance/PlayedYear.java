package org.jielian.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpRequest.BodyPublishers;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jielian.local.LocalSystem;
import org.jielian.local.Service;

/** A system of its own whose clock goes through a year, with the sample's units and what each of them reports month by month. */
final class PlayedYear {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final int LATE_ONES = 53;

    private final Jielian jielian;
    private final LocalSystem system;
    /** Lines of the sample's reports by month and unit. */
    private final Map<YearMonth, Map<String, String>> reports = new TreeMap<>();

    PlayedYear(Jielian jielian) {
        this.jielian = jielian;
        this.system = jielian.system();
        for (String line : jielian.sample().reports()) {
            String[] cells = line.split(",", 3);
            reports.computeIfAbsent(YearMonth.parse(cells[1]), m -> new TreeMap<>())
                    .put(cells[0], line);
        }
    }

    Jielian jielian() {
        return jielian;
    }

    /** The units that do not report a month at all. */
    Set<String> missing(YearMonth month) {
        Set<String> units =
                jielian.sample().units().stream().map(Sample.Unit::code).collect(Collectors.toCollection(TreeSet::new));
        units.removeAll(reports.get(month).keySet());
        return units;
    }

    /** The units that report a month days after its day: others in each month. */
    Set<String> late(YearMonth month) {
        Set<String> late = new TreeSet<>();
        int number = month.getMonthValue();
        for (String unit : reports.get(month).keySet()) if (number++ % LATE_ONES == 0) late.add(unit);
        return late;
    }

    void goTo(LocalDate day) {
        system.clock().goTo(day);
        assertThat(system.clock().today()).isEqualTo(day);
    }

    /** Hands reports of a month in, in the name of the operator. */
    void report(YearMonth month, Set<String> units) {
        List<String> lines = reports.get(month).entrySet().stream()
                .filter(report -> units.contains(report.getKey()))
                .map(Map.Entry::getValue)
                .toList();
        String file = Sample.REPORTS_HEADER + "\n" + String.join("\n", lines) + "\n";
        var answer = jielian.operator()
                .upload(Service.METRICS, "/api/reports/import", BodyPublishers.ofString(file))
                .ok()
                .json();
        assertThat(answer.path("added").asInt()).as("%s: %s", month, answer).isEqualTo(lines.size());
    }

    /** Those of a month that are neither late nor missing. */
    void reportOnTime(YearMonth month) {
        Set<String> onTime = new TreeSet<>(reports.get(month).keySet());
        onTime.removeAll(late(month));
        report(month, onTime);
    }

    /** Waits until the missing reports of a month have become the causes of tasks, and no others have. */
    void awaitMissing(YearMonth month, Set<String> units) {
        await("tasks for the reports missing in " + month)
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(column("""
                        select node from task_cause where kind = 'REPORT_MISSING' and period = '%s' and gone_at is null
                        order by node""".formatted(month))).containsExactlyElementsOf(units));
    }

    /** Waits until every task whose day of climbing has come has climbed. */
    void awaitClimbed() {
        await("tasks to climb")
                .atMost(PATIENCE)
                .until(() -> column("""
                select cast(id as text) from supervision_task where closed_at is null and cause_gone_at is null
                and status in ('OPEN', 'RETURNED', 'EXTENSION_ASKED') and climbs_on <= date '%s'""".formatted(system.clock().today())).isEmpty());
    }

    /** One column of what supervision keeps, past row-level security. */
    List<String> column(String select) {
        List<String> found = new java.util.ArrayList<>();
        try (Connection connection = system.superuser("supervision");
                var statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(select)) {
            while (rows.next()) found.add(rows.getString(1));
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
