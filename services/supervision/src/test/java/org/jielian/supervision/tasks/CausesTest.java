package org.jielian.supervision.tasks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.jielian.supervision.cascade.Cascading.as;
import static org.jielian.supervision.cascade.Cascading.release;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.hamcrest.Matcher;
import org.jielian.contracts.CoefficientsState;
import org.jielian.contracts.InstitutionType;
import org.jielian.contracts.ReportState;
import org.jielian.contracts.ReportState.Status;
import org.jielian.contracts.ResultState;
import org.jielian.contracts.RollupState;
import org.jielian.foundation.time.WorkingDays;
import org.jielian.supervision.Chain;
import org.jielian.supervision.MovableClock;
import org.jielian.supervision.calendar.MovableFirstMonth;
import org.jielian.supervision.evaluation.Facts2025;
import org.jielian.testkit.Backends;
import org.jielian.testkit.Facts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each cause opens one task, goes, comes back, and opens nothing when all facts are told again. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class CausesTest {
    private static final Instant TOLD = Instant.parse("2026-01-05T02:00:00Z");
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final WorkingDays WORKING = WorkingDays.known();
    private static final String STANDARD = "CAUSES";
    private static Chain chain;

    @BeforeEach
    void chain() {
        if (chain != null) return;
        Facts.tell(CoefficientsState.TOPIC, "QUOTA", Facts2025.QUOTA);
        chain = Chain.told("65");
        int back = (int) ChronoUnit.DAYS.between(MovableClock.today(), LocalDate.of(2025, 1, 1));
        release(chain.province, STANDARD, back, null, Map.of("/content/zones/0/regionCode", chain.province));
    }

    @AfterEach
    void never() {
        MovableFirstMonth.never();
        MovableClock.daysAgo(0);
    }

    private static String told(String unit, String region) {
        Chain.unit(unit, region, InstitutionType.AGENCY);
        await().atMost(PATIENCE).until(() -> Chain.isKnown(unit));
        return unit;
    }

    private static void report(YearMonth month, long version, String kwh, Status status, ReportState.Refusal refusal) {
        Facts.tell(
                ReportState.TOPIC,
                chain.unit + "/" + month,
                new ReportState(
                        chain.unit,
                        month,
                        version,
                        status,
                        new ReportState.CountsIn(chain.county, InstitutionType.AGENCY),
                        Map.of("electricityKwh", new BigDecimal(kwh), "waterM3", new BigDecimal("50")),
                        BigDecimal.valueOf(40),
                        BigDecimal.valueOf(1000),
                        TOLD,
                        TOLD,
                        refusal));
    }

    private static void year(int year, long version, String kwh) {
        for (int m = 1; m <= 12; m++) report(YearMonth.of(year, m), version, kwh, Status.SUBMITTED, null);
    }

    private static void cells(int year, long version, String kwh) {
        for (int m = 1; m <= 12; m++) {
            var sums = new RollupState.Sums(
                    Map.of("electricityKwh", new BigDecimal(kwh)),
                    Map.of("electricityKwh", 1L),
                    1,
                    BigDecimal.valueOf(40),
                    BigDecimal.valueOf(1000));
            var cell = new RollupState(
                    chain.county, YearMonth.of(year, m), InstitutionType.AGENCY, version, sums, sums, TOLD);
            Facts.tell(RollupState.TOPIC, cell.key(), cell);
        }
    }

    private static List<String> ids(String target, TaskKind kind) {
        return as(chain.province)
                .get("/api/tasks?limit=200&kind=" + kind + "&q=" + target)
                .jsonPath()
                .getList("items.findAll { it.target == '" + target + "' }.id");
    }

    private static String awaitTask(String target, TaskKind kind) {
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(ids(target, kind)).hasSize(1));
        return ids(target, kind).get(0);
    }

    private static void awaitGone(String task, Matcher<Object> at) {
        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        as(chain.province).get("/api/tasks/" + task).then().body("task.causeGoneAt", at));
    }

    /** All that was ever told of this chain, from the start, and time for it to be learnt. */
    private static void toldAgain() {
        for (String topic : List.of(ReportState.TOPIC, ResultState.TOPIC, RollupState.TOPIC)) {
            Facts.rawOf(topic, null).stream()
                    .filter(told -> told.contains(chain.unit) || told.contains("\"" + chain.county + "\""))
                    .forEach(told -> Facts.tellRaw(topic, "again-" + told.hashCode(), told));
        }
        await().pollDelay(Duration.ofSeconds(4)).until(() -> true);
    }

    @Test
    void opensWhenAnExplanationIsRefusedAndSaysSoWhenItWasGivenAnew() {
        YearMonth month = YearMonth.of(2026, 2);
        var refusal = new ReportState.Refusal(List.of("quantities.waterM3"), "与票据不符", chain.county);
        report(month, 1, "100", Status.RETURNED, null);
        report(month.plusMonths(1), 2, "100", Status.RETURNED, refusal);
        String task = awaitTask(chain.unit, TaskKind.EXPLANATION_REFUSED);
        as(chain.county)
                .get("/api/tasks/" + task)
                .then()
                .body("task.period", equalTo("2026-03"))
                .body("task.holder", equalTo(chain.county))
                .body("detail.zh", containsString("与票据不符（涉及 waterM3）"));
        report(month.plusMonths(1), 3, "100", Status.SUBMITTED, null);
        awaitGone(task, notNullValue());
        report(month.plusMonths(1), 4, "100", Status.RETURNED, refusal);
        awaitGone(task, nullValue());
        toldAgain();
        assertThat(ids(chain.unit, TaskKind.EXPLANATION_REFUSED)).containsExactly(task);
        awaitGone(task, nullValue());
    }

    @Test
    void opensForAUnitAndForItsCountyWhenABindingTargetIsMissedInAYearThatIsOver() {
        MovableFirstMonth.is(YearMonth.of(2025, 12));
        year(2020, 1, "1000");
        year(2025, 1, "1000");
        cells(2020, 1, "1000");
        cells(2025, 1, "990");
        String ofUnit = awaitTask(chain.unit, TaskKind.TARGET_MISSED);
        String ofCounty = awaitTask(chain.county, TaskKind.TARGET_MISSED);
        as(chain.county)
                .get("/api/tasks/" + ofUnit)
                .then()
                .body("task.period", equalTo("2025"))
                .body("detail.zh", containsString("单位建筑面积能耗下降 应达 5%，实际 0%"))
                .body("detail.zh", org.hamcrest.Matchers.not(containsString("碳排放")));
        as(chain.city)
                .get("/api/tasks/" + ofCounty)
                .then()
                .body("task.holder", equalTo(chain.city))
                .body("detail.en", containsString("5 % due, 1 % reached"));
        year(2025, 2, "900");
        cells(2025, 2, "900");
        // water is a target of its own
        awaitGone(ofCounty, notNullValue());
        for (int m = 1; m <= 12; m++) lessWater(YearMonth.of(2025, m));
        awaitGone(ofUnit, notNullValue());
        toldAgain();
        assertThat(ids(chain.unit, TaskKind.TARGET_MISSED)).containsExactly(ofUnit);
        assertThat(ids(chain.county, TaskKind.TARGET_MISSED)).containsExactly(ofCounty);
    }

    private static void lessWater(YearMonth month) {
        Facts.tell(
                ReportState.TOPIC,
                chain.unit + "/" + month,
                new ReportState(
                        chain.unit,
                        month,
                        3,
                        Status.SUBMITTED,
                        new ReportState.CountsIn(chain.county, InstitutionType.AGENCY),
                        Map.of("electricityKwh", new BigDecimal("900"), "waterM3", new BigDecimal("40")),
                        BigDecimal.valueOf(40),
                        BigDecimal.valueOf(1000),
                        TOLD));
    }

    @Test
    void reportsAreMissingByTheDayTheirRegionHasSet() {
        Chain.calendar(2, chain.secondCounty, YearMonth.of(2000, 1), 12, 3);
        String unit = told("11651103TEST0002A1", chain.secondCounty);
        YearMonth month = YearMonth.now(MovableClock.ZONE).minusMonths(4);
        LocalDate last = WORKING.plus(WORKING.onOrAfter(month.plusMonths(1).atDay(12)), 3);
        MovableClock.on(last);
        MovableFirstMonth.is(month);
        await().pollDelay(Duration.ofSeconds(4))
                .until(() -> ids(unit, TaskKind.REPORT_MISSING).isEmpty());
        MovableClock.on(last.plusDays(1));
        String task = awaitTask(unit, TaskKind.REPORT_MISSING);
        as(chain.secondCounty).get("/api/tasks/" + task).then().body("detail.zh", containsString("应于 " + last));
        Chain.calendar(3, chain.secondCounty, YearMonth.of(2000, 1), 28, 3);
        awaitGone(task, notNullValue());
    }

    @Test
    void reportsCountAsTimelyByThatDayToo() {
        MovableFirstMonth.is(YearMonth.of(2025, 1));
        String unit = told("11651100TEST0003A1", chain.city);
        for (int m = 1; m <= 12; m++) handedIn(unit, YearMonth.of(2025, m), m == 6 ? 9 : 3);
        awaitPoints(unit, "B6", "1.8333");
        awaitPoints(unit, "B5", "2.0");
        Chain.calendar(2, chain.city, YearMonth.of(2000, 1), 9, 0);
        awaitPoints(unit, "B6", "2.0");
    }

    private static void handedIn(String unit, YearMonth month, int day) {
        Instant at = month.plusMonths(1)
                .atDay(day)
                .atTime(23, 0)
                .atZone(MovableClock.ZONE)
                .toInstant();
        Facts.tell(
                ReportState.TOPIC,
                unit + "/" + month,
                new ReportState(
                        unit,
                        month,
                        1,
                        Status.SUBMITTED,
                        new ReportState.CountsIn(chain.city, InstitutionType.AGENCY),
                        Map.of("electricityKwh", new BigDecimal("100")),
                        BigDecimal.valueOf(40),
                        BigDecimal.valueOf(1000),
                        TOLD,
                        at,
                        null));
    }

    private static void awaitPoints(String unit, String item, String points) {
        await().atMost(PATIENCE).untilAsserted(() -> as(chain.province)
                .get("/api/results/unit/{u}?standard={s}&year=2025", unit, STANDARD)
                .then()
                .statusCode(200)
                .body("points.find { it.item == '" + item + "' }.points.toString()", equalTo(points)));
    }
}
