package org.jielian.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.jielian.acceptance.Jielian.PROVINCE;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jielian.acceptance.Endpoints.Target;
import org.jielian.local.Service;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Whoever stands beside or below is refused, on every endpoint and page, and learns nothing on the way. */
@OnRunningSystem
class StrangersIT {
    private static final String CITY = "331100";
    private static final String COUNTY = "331102";
    private static final String OTHER_CITY = "330100";
    private static final String OTHER_COUNTY = "331121";
    /** Enough of every form to get past what is asked for before anything else. */
    private static final String FORM =
            "headcount=1&floorArea=1&quantities.waterM3=1&reason=x&from=2025-12&version=1&name=x";

    private final Jielian jielian;
    private final String unit;
    private final String otherUnit;

    StrangersIT(Jielian jielian) {
        this.jielian = jielian;
        this.unit = firstUnit(COUNTY);
        this.otherUnit = firstUnit(OTHER_COUNTY);
    }

    private String firstUnit(String region) {
        return jielian.sample().unitsOf(region).get(0).code();
    }

    /** Who asks for what, with the region and the unit they have no business with. */
    private Map<String, Map<String, Target>> strangers() {
        return Map.of(
                COUNTY,
                Map.of(
                        "another county of its city", new Target("county", OTHER_COUNTY, otherUnit),
                        "its own city", new Target("city", CITY, firstUnit(CITY)),
                        "the province", new Target("province", PROVINCE, firstUnit(PROVINCE)),
                        "nothing that exists", new Target("county", "339999", "11330000TQQQQQQQ8Q")),
                CITY,
                Map.of(
                        "another city", new Target("city", OTHER_CITY, firstUnit(OTHER_CITY)),
                        "a county of another city", new Target("county", "330106", firstUnit("330106"))),
                unit,
                Map.of("another unit, and its own county", new Target("county", COUNTY, otherUnit)));
    }

    @TestFactory
    Stream<DynamicNode> areRefusedByTheServices() {
        return strangers().entrySet().stream().flatMap(stranger -> stranger.getValue().entrySet().stream()
                .map(asked -> dynamicContainer(
                        stranger.getKey() + " asking for " + asked.getKey(),
                        Endpoints.of(asked.getValue())
                                .map(call -> dynamicTest(
                                        call.toString(), () -> assertThat(call.by(jielian.as(stranger.getKey())))
                                                .satisfies(answer -> refused(answer, 403)))))));
    }

    @TestFactory
    Stream<DynamicNode> withoutATokenGetNothing() {
        Api nobody = Api.withoutToken(jielian.system());
        return Stream.concat(Endpoints.of(new Target("county", COUNTY, unit)), Endpoints.ofNobody())
                .map(call -> dynamicTest(
                        call.toString(),
                        () -> assertThat(call.by(nobody).status()).isEqualTo(401)));
    }

    @TestFactory
    Stream<DynamicNode> areRefusedByThePortal() {
        return strangers().entrySet().stream().flatMap(stranger -> {
            Visitor visitor = Visitor.signedIn(jielian.system(), stranger.getKey());
            return stranger.getValue().entrySet().stream()
                    .map(asked -> dynamicContainer(
                            stranger.getKey() + " asking for " + asked.getKey(),
                            Stream.concat(
                                    PortalPages.pages(asked.getValue())
                                            .map(page -> dynamicTest(page, () -> refused(visitor.get(page), 403))),
                                    PortalPages.forms(asked.getValue())
                                            .map(form -> dynamicTest(
                                                    "POST " + form, () -> refused(visitor.post(form, FORM), 403))))));
        });
    }

    @TestFactory
    Stream<DynamicNode> whoAreNotSignedInStandBeforeTheFormWhateverPageTheyAskFor() {
        // a browser each: every way to the form leaves a cookie, and a hundred of them are more than a server reads
        return PortalPages.pages(new Target("county", COUNTY, unit))
                .map(page -> dynamicTest(page, () -> assertThat(
                                Visitor.notSignedIn(jielian.system()).whereaboutsOf(page))
                        .startsWith(jielian.system().realm().toString())));
    }

    /** Refused, without a word about what was asked for. */
    private void refused(Answer answer, int status) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        List<String> names = Stream.of(otherUnit, firstUnit(OTHER_CITY), firstUnit(PROVINCE), firstUnit("330106"))
                .map(code -> jielian.sample().units().stream()
                        .filter(u -> u.code().equals(code))
                        .findFirst()
                        .orElseThrow()
                        .name())
                .toList();
        assertThat(answer.text()).doesNotContain(names);
    }

    @Test
    void countOnlyWhatIsTheirs() {
        long own = jielian.sample().unitsBelow(COUNTY).size();
        Api county = jielian.as(COUNTY);

        assertThat(total(county, Service.UNITS, "/api/units")).isEqualTo(own);
        assertThat(total(county, Service.METRICS, "/api/reporting/" + COUNTY + "?year=2025"))
                .isEqualTo(own);
        assertThat(county.get(Service.METRICS, "/api/rollups/" + COUNTY + "?period=2025-01")
                        .ok()
                        .json()
                        .at("/units/expected")
                        .asLong())
                .isEqualTo(own);
        assertThat(total(jielian.as(unit), Service.UNITS, "/api/units")).isEqualTo(1);
    }

    @Test
    void findNothingElsewhereBySearching() {
        String name = jielian.sample().unitsOf(OTHER_COUNTY).get(0).name();
        String search = java.net.URLEncoder.encode(name, java.nio.charset.StandardCharsets.UTF_8);

        for (String stranger : List.of(COUNTY, unit)) {
            assertThat(total(jielian.as(stranger), Service.UNITS, "/api/units?search=" + search))
                    .isZero();
            assertThat(total(jielian.as(stranger), Service.UNITS, "/api/units?search=" + otherUnit))
                    .isZero();
        }
        assertThat(total(
                        jielian.as(COUNTY),
                        Service.METRICS,
                        "/api/reporting/" + COUNTY + "?year=2025&search=" + search))
                .isZero();
        assertThat(total(jielian.as(CITY), Service.UNITS, "/api/units?search=" + search))
                .as("to the city above it is there")
                .isEqualTo(1);
    }

    @Test
    void exportOnlyWhatIsTheirs() {
        Answer export =
                jielian.as(COUNTY).get(Service.UNITS, "/api/units/export").ok();

        Set<String> exported = export.sheet().stream()
                .skip(1)
                .map(row -> row.getCellText(0))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(exported)
                .isEqualTo(jielian.sample().unitsBelow(COUNTY).stream()
                        .map(Sample.Unit::code)
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void importNothingIntoWhatIsNotTheirsAndDoNotLearnWhetherItExists() {
        String file = Sample.REPORTS_HEADER + "\n" + row(otherUnit) + row("11330000TQQQQQQQ8Q");

        JsonNode result = jielian.as(COUNTY)
                .upload(Service.METRICS, "/api/reports/import", BodyPublishers.ofString(file))
                .ok()
                .json();

        assertThat(result.path("refused").asInt()).isEqualTo(2);
        assertThat(result.at("/errors/0/code")).isEqualTo(result.at("/errors/1/code"));
        assertThat(result.at("/errors/0/message")).isEqualTo(result.at("/errors/1/message"));
    }

    private static String row(String code) {
        return code + ",2022-01,1.00,1.00,0.00,0.00,0.00,0.00,0.00,1,1.00,0.00,0.00\n";
    }

    @Test
    void doNotSeeTheImportsOfOthers() {
        String file = Sample.REPORTS_HEADER + "\n" + row(firstUnit(OTHER_COUNTY));
        for (Service service : List.of(Service.METRICS)) {
            String job = jielian.as(OTHER_COUNTY)
                    .upload(service, "/api/reports/import?dryRun=true", BodyPublishers.ofString(file))
                    .ok()
                    .json()
                    .path("id")
                    .asText();
            assertThat(jielian.as(COUNTY).get(service, "/api/imports/" + job).status())
                    .isIn(403, 404);
            assertThat(jielian.as(CITY).get(service, "/api/imports/" + job).status())
                    .as("the city above looks on")
                    .isEqualTo(200);
        }
    }

    @Test
    void hearNothingOfOthersOnTheirOwnEventStream() {
        Visitor county = Visitor.signedIn(jielian.system(), COUNTY);
        try (Visitor.Listener stream = county.listen("/live/" + COUNTY + "?period=2025-03")) {
            assertThat(stream.status()).isEqualTo(200);
            withCorrection(otherUnit, () -> await("silence")
                    .during(Duration.ofMillis(1500))
                    .atMost(Duration.ofSeconds(3))
                    .until(() -> stream.heard().isEmpty()));
            withCorrection(unit, () -> await("its own news")
                    .atMost(Duration.ofSeconds(10))
                    .until(() -> !stream.heard().isEmpty()));
            assertThat(stream.heard()).allMatch(line -> line.contains("\"" + COUNTY + "\""));
        }
    }

    /** Something happens while a report of March stands corrected; then it is put right again. */
    private void withCorrection(String code, Runnable meanwhile) {
        BigDecimal before =
                jielian.report(code, "2025-03").at("/quantities/electricityKwh").decimalValue();
        BigDecimal province = jielian.electricity(PROVINCE, "2025-03");
        jielian.correctElectricity(code, "2025-03", before.add(BigDecimal.ONE), "acceptance test");
        try {
            await("the province to hear of it")
                    .until(() -> jielian.electricity(PROVINCE, "2025-03").compareTo(province.add(BigDecimal.ONE)) == 0);
            meanwhile.run();
        } finally {
            jielian.correctElectricity(code, "2025-03", before, "acceptance test, put right");
            jielian.settle("2025-03");
        }
    }

    private static long total(Api person, Service service, String path) {
        JsonNode page = person.get(service, path).ok().json();
        assertThat(page.path("total").asLong())
                .as(path)
                .isGreaterThanOrEqualTo(StreamSupport.stream(page.path("items").spliterator(), false)
                        .count());
        return page.path("total").asLong();
    }
}
