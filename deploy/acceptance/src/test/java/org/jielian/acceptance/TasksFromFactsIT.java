package org.jielian.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.jielian.acceptance.Jielian.PROVINCE;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jielian.local.Service;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Tasks that facts give rise to: how soon each is open, and that none is opened twice when all facts are told again from the start. */
@OnRunningSystem
@Order(Integer.MAX_VALUE - 1)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TasksFromFactsIT {
    /** Nobody else reports it. Months of years before the installation open no tasks. */
    private static final String MONTH = "2026-01";

    /** Cities whose units other tests work with. */
    private static final Set<String> OF_OTHERS = Set.of("331100", "330100");

    private static final int COUNTIES = 12;
    /** Few enough that no county's tasks become one with a list. */
    private static final int OF_EACH = 3;

    private static final Duration GOAL = Duration.ofSeconds(2);
    /** A machine that does much else at the same time keeps this, too. */
    private static final Duration BOUND = Duration.ofSeconds(15);

    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final BigDecimal KGCE_OF_A_KWH = new BigDecimal("0.31");

    private final Jielian jielian;

    TasksFromFactsIT(Jielian jielian) {
        this.jielian = jielian;
    }

    /** A unit and the value its year must not exceed. */
    private record Subject(Sample.Unit unit, BigDecimal limit) {}

    @Test
    @Order(1)
    void areOpenWithinTwoSecondsOfTheReportAndOfTheReturn() {
        settled();
        List<Subject> subjects = subjects();
        List<Duration> above = new ArrayList<>();
        List<Duration> refused = new ArrayList<>();
        for (Subject subject : subjects) {
            String unit = subject.unit().code();
            jielian.operator()
                    .put(Service.METRICS, "/api/reports/" + unit + "/" + MONTH, aboveTheLimit(subject))
                    .ok();
            above.add(untilOpen(unit, "ABOVE_CONSTRAINT"));
            jielian.as(subject.unit().region())
                    .post(
                            Service.METRICS,
                            "/api/reports/" + unit + "/" + MONTH + "/return",
                            "{\"comment\": \"说明与票据不符\"}")
                    .ok();
            refused.add(untilOpen(unit, "EXPLANATION_REFUSED"));
        }
        tell("report above the constraint value", above);
        tell("explanation refused", refused);
        assertThat(above).hasSize(COUNTIES * OF_EACH);
        for (List<Duration> measured : List.of(above, refused)) {
            assertThat(median(measured)).as("the median").isLessThan(GOAL);
        }
    }

    @Test
    @Order(2)
    void areOpenedOnceHoweverOftenAllFactsAreToldFromTheStart() throws SQLException {
        settled();
        Set<String> before = tasksAndCauses();
        assertThat(before).hasSizeGreaterThanOrEqualTo(2 * 2 * COUNTIES * OF_EACH);

        jielian.system().kill("supervision");
        ConsumerGroups groups = new ConsumerGroups(jielian.system().kafka(), "supervision-");
        long facts = groups.rewind(PATIENCE);
        jielian.system().restart("supervision");
        groups.awaitCaughtUp(PATIENCE);
        settled();

        System.out.printf("  told again: %d facts to %s%n", facts, groups.names());
        assertThat(groups.names())
                .contains("supervision-reports", "supervision-task-results", "supervision-task-titles");
        assertThat(facts).isGreaterThan(10_000);
        assertThat(tasksAndCauses()).isEqualTo(before);
        takenBack();
    }

    private List<Subject> subjects() {
        List<Subject> subjects = new ArrayList<>();
        for (Sample.Region county : jielian.sample().counties()) {
            if (OF_OTHERS.contains(county.parent())) continue;
            List<Subject> ofCounty = jielian.sample().unitsOf(county.code()).stream()
                    .filter(unit -> unit.type().equals("AGENCY"))
                    .limit(10)
                    .map(this::subject)
                    .filter(subject -> subject.limit() != null)
                    .limit(OF_EACH)
                    .toList();
            if (ofCounty.size() == OF_EACH) subjects.addAll(ofCounty);
            if (subjects.size() == COUNTIES * OF_EACH) break;
        }
        return subjects;
    }

    private Subject subject(Sample.Unit unit) {
        JsonNode result = jielian.operator()
                .get(Service.SUPERVISION, "/api/results/unit/" + unit.code() + "?standard=JNJG&year=2025")
                .ok()
                .json();
        for (JsonNode figure : result.path("figures")) {
            JsonNode limit = figure.at("/bounds/CONSTRAINT");
            if (figure.path("indicator").asText().equals("E_CAP") && limit.isNumber()) {
                return new Subject(unit, limit.decimalValue());
            }
        }
        return new Subject(unit, null);
    }

    /** More in a month than there may be in a year, and an explanation of it. */
    private String aboveTheLimit(Subject subject) {
        Way.Month usual = Way.Month.of(jielian.sample(), subject.unit().code(), MONTH);
        BigDecimal kwh = subject.limit()
                .multiply(usual.figure("headcount"))
                .multiply(new BigDecimal("1.1"))
                .divide(KGCE_OF_A_KWH, 0, RoundingMode.UP);
        ObjectNode body = usual.with("electricity_kwh", kwh.toPlainString()).json();
        body.putObject("explanations").put("*", "新增数据中心");
        return body.toString();
    }

    /** The first of them: other standards may judge the unit, too. */
    private Duration untilOpen(String unit, String kind) {
        long from = System.nanoTime();
        await(kind + " of " + unit)
                .atMost(BOUND)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> jielian.as(PROVINCE)
                                .get(Service.SUPERVISION, "/api/tasks?tab=all&kind=" + kind + "&q=" + unit)
                                .ok()
                                .json()
                                .path("total")
                                .asInt()
                        > 0);
        return Duration.ofNanos(System.nanoTime() - from);
    }

    private static void tell(String what, List<Duration> measured) {
        List<Duration> sorted = measured.stream().sorted().toList();
        System.out.printf(
                "  %s -> task in the list: n=%d median %d ms, 95 %% %d ms, longest %d ms%n",
                what,
                sorted.size(),
                median(measured).toMillis(),
                sorted.get((int) Math.ceil(sorted.size() * 0.95) - 1).toMillis(),
                Collections.max(sorted).toMillis());
    }

    private static Duration median(List<Duration> measured) {
        return measured.stream().sorted().toList().get(measured.size() / 2);
    }

    /** Nothing waits to be evaluated any more. */
    private void settled() {
        await("all results to be made")
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(500))
                .until(() -> jielian.operator()
                                .get(Service.SUPERVISION, "/api/results/recomputation")
                                .ok()
                                .json()
                                .path("waiting")
                                .asLong()
                        == 0);
    }

    /** Every task and every cause there is, whoever may see it. */
    private Set<String> tasksAndCauses() throws SQLException {
        Set<String> all = new TreeSet<>();
        try (Connection database = jielian.system().superuser(Service.SUPERVISION.id());
                Statement read = database.createStatement();
                ResultSet rows = read.executeQuery("""
                        select id::text || ' ' || kind || ' ' || target || ' ' || status from supervision_task
                        union all select cause_key || ' ' || task_id || ' ' || (gone_at is null) from task_cause""")) {
            while (rows.next()) all.add(rows.getString(1));
        }
        return all;
    }

    /** The month is left as nobody's, as other tests find it. */
    private void takenBack() {
        for (Subject subject : subjects()) {
            jielian.operator()
                    .post(
                            Service.METRICS,
                            "/api/reports/" + subject.unit().code() + "/" + MONTH + "/withdrawal",
                            "{\"reason\": \"acceptance test, put right\"}")
                    .ok();
        }
    }
}
