package org.jielian.metrics.rollups;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.response.ValidatableResponse;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jielian.contracts.InstitutionType;
import org.jielian.contracts.RegionState;
import org.jielian.contracts.RegionState.Parentage;
import org.jielian.contracts.ReportState;
import org.jielian.contracts.Tier;
import org.jielian.contracts.UnitState;
import org.jielian.contracts.UnitState.Belonging;
import org.jielian.testkit.Facts;
import org.jielian.testkit.Tokens;

/**
 * A province of a test's own: two cities with a county each, one county directly below, and units everywhere. Since each test has
 * another one they do not see each other's figures.
 */
final class Province {
    private static final AtomicInteger COUNT = new AtomicInteger();
    static final Instant CHANGED = Instant.parse("2025-08-01T00:00:00Z");
    private static final String LONG_AGO = "2000-01";

    private final String prefix = "P%03d".formatted(COUNT.incrementAndGet());
    private final Map<String, Long> versions = new HashMap<>();
    final String province = prefix + "00";
    final String city = prefix + "10";
    final String county = prefix + "11";
    final String otherCity = prefix + "20";
    final String otherCounty = prefix + "21";
    final String directCounty = prefix + "91";

    /** All regions and one agency in each of them. */
    static Province founded() {
        Province p = new Province();
        p.region(p.province, Tier.PROVINCE, (String) null);
        p.region(p.city, Tier.CITY, p.province);
        p.region(p.county, Tier.COUNTY, p.city);
        p.region(p.otherCity, Tier.CITY, p.province);
        p.region(p.otherCounty, Tier.COUNTY, p.otherCity);
        p.region(p.directCounty, Tier.COUNTY, p.province);
        for (String region : p.regions()) p.unit(region, null, belongs(region, LONG_AGO));
        p.awaitExpected(p.province, "2025-01", 6);
        return p;
    }

    List<String> regions() {
        return List.of(province, city, county, otherCity, otherCounty, directCounty);
    }

    /** The unit that hangs directly on the region. */
    String unitOf(String region) {
        return "U" + region;
    }

    void region(String code, Tier tier, String parent) {
        region(code, tier, new Parentage(parent, YearMonth.parse(LONG_AGO)));
    }

    void region(String code, Tier tier, Parentage... parents) {
        Facts.tell(
                RegionState.TOPIC,
                code,
                new RegionState(code, nextVersion(code), "地区" + code, tier, Arrays.asList(parents), null));
    }

    /** Registers the unit named after {@code home}. */
    void unit(String home, String closedFrom, Belonging... belongings) {
        register(unitOf(home), closedFrom, belongings);
    }

    /** Registers a unit; only those with a real code may hand in over HTTP. */
    void register(String code, String closedFrom, Belonging... belongings) {
        Facts.tell(
                UnitState.TOPIC,
                code,
                new UnitState(
                        code,
                        nextVersion(code),
                        "单位" + code,
                        List.of(belongings),
                        new BigDecimal("1000"),
                        10,
                        false,
                        UnitState.Heating.NONE,
                        closedFrom == null ? null : YearMonth.parse(closedFrom)));
    }

    static Belonging belongs(String region, String from) {
        return new Belonging(region, InstitutionType.AGENCY, YearMonth.parse(from));
    }

    /** Tells that the region's own unit used so much electricity and water. */
    ReportState report(String region, String period, String electricity, String water, ReportState.Status status) {
        Map<String, BigDecimal> quantities = new HashMap<>();
        if (electricity != null) quantities.put("electricityKwh", new BigDecimal(electricity));
        if (water != null) quantities.put("waterM3", new BigDecimal(water));
        String unit = unitOf(region);
        ReportState report = new ReportState(
                unit,
                YearMonth.parse(period),
                nextVersion(unit + period),
                status,
                new ReportState.CountsIn(region, InstitutionType.AGENCY),
                quantities,
                new BigDecimal("10"),
                new BigDecimal("1000.5"),
                CHANGED.plusSeconds(nextVersion("time")));
        Facts.tell(ReportState.TOPIC, report.key(), report);
        return report;
    }

    ReportState submitted(String region, String period, String electricity) {
        return report(region, period, electricity, null, ReportState.Status.SUBMITTED);
    }

    /** A call as somebody of the province. */
    ValidatableResponse get(String path, Object... parameters) {
        return getAs(province, path, parameters);
    }

    static ValidatableResponse getAs(String caller, String path, Object... parameters) {
        return given().auth()
                .oauth2(Tokens.region(caller))
                .get("/api/rollups/" + path.formatted(parameters))
                .then();
    }

    void awaitReported(String region, String period, int reports) {
        awaitCoverage(region, period, "reported", reports);
    }

    void awaitExpected(String region, String period, int units) {
        awaitCoverage(region, period, "expected", units);
    }

    private void awaitCoverage(String region, String period, String what, int units) {
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(50))
                .untilAsserted(() ->
                        get("%s?period=%s", region, period).statusCode(200).body("units." + what, equalTo(units)));
    }

    private long nextVersion(String of) {
        return versions.merge(of, 1L, Long::sum);
    }
}
