package org.jielian.supervision.recognition;

import static org.awaitility.Awaitility.await;
import static org.jielian.supervision.cascade.Cascading.as;
import static org.jielian.supervision.cascade.Cascading.release;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jielian.contracts.InstitutionType;
import org.jielian.contracts.ReportState;
import org.jielian.supervision.Chain;
import org.jielian.supervision.MovableClock;
import org.jielian.testkit.Facts;

/** A standard of four items that holds all of a year, and reports to be judged by it. */
public final class SmallStandard {
    public static final String CODE = "TITLES";

    /** Q is computed from reports and binding, C is binding, D is judged by evidence, K may not be applicable. */
    private static List<Map<String, Object>> items() {
        return List.of(
                item("Q", "QUANTITATIVE", "COVER", 20, true, "REPORTED_SHARE", 100),
                item("C", "QUANTITATIVE", "COVER", 20, true, null, 100),
                item("D", "QUALITATIVE", "DOC", 40, false, null, null),
                item("K", "QUANTITATIVE", "COUNT", 20, false, null, null));
    }

    private static Map<String, Object> item(
            String code, String kind, String function, int points, boolean binding, String indicator, Integer perCent) {
        Map<String, Object> item = new HashMap<>();
        item.put("code", code);
        item.put("category", "A");
        item.put("name", Map.of("zh", "指标" + code, "en", "Item " + code));
        item.put("kind", kind);
        item.put("function", function);
        item.put("indicator", indicator);
        item.put("points", points);
        item.put("binding", binding);
        item.put("threshold", perCent == null ? null : Map.of("value", perCent, "unit", "%", "sense", "AT_LEAST"));
        return item;
    }

    /** Released by the province, and inherited down to the county. */
    public static void released(Chain chain, LocalDate from) {
        int back = (int) ChronoUnit.DAYS.between(MovableClock.today(), from);
        Map<String, Object> values = new HashMap<>();
        values.put(
                "/content/categories",
                List.of(Map.of("code", "A", "name", Map.of("zh", "全部", "en", "All"), "points", 100)));
        values.put("/content/items", items());
        values.put("/content/targets", List.of());
        release(chain.province, CODE, back, null, values);
        for (String region : List.of(chain.city, chain.county, chain.otherCounty)) {
            await().atMost(Duration.ofSeconds(90))
                    .until(() -> as(region)
                                    .get("/api/standing/standards/{n}/{s}", region, CODE)
                                    .statusCode()
                            == 200);
        }
    }

    static void reported(String unit, String region, int year, int months) {
        List<ReportState> reports = new ArrayList<>();
        for (int month = 1; month <= months; month++) {
            reports.add(new ReportState(
                    unit,
                    YearMonth.of(year, month),
                    1,
                    ReportState.Status.SUBMITTED,
                    new ReportState.CountsIn(region, InstitutionType.AGENCY),
                    Map.of("electricityKwh", new BigDecimal("10000")),
                    BigDecimal.valueOf(40),
                    BigDecimal.valueOf(1000),
                    Instant.parse("2026-01-01T00:00:00Z")));
        }
        reports.forEach(r -> Facts.tell(ReportState.TOPIC, r.key(), r));
        await().atMost(Duration.ofSeconds(60)).until(() -> as(region)
                .get("/api/results/unit/{u}?standard={s}&year={y}", unit, CODE, year)
                .then()
                .extract()
                .body()
                .asString()
                .contains("\"monthsReported\":" + months + ","));
    }

    private SmallStandard() {}
}
