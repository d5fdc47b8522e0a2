package org.jielian.metrics.closings;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.comparesEqualTo;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.config.JsonConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.path.json.config.JsonPathConfig.NumberReturnType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Random;
import java.util.concurrent.Executors;
import org.hamcrest.FeatureMatcher;
import org.hamcrest.Matcher;
import org.jielian.contracts.ClosingState;
import org.jielian.contracts.InstitutionType;
import org.jielian.contracts.Tier;
import org.jielian.contracts.UnitState.Belonging;
import org.jielian.metrics.Chain331102;
import org.jielian.testkit.Backends;
import org.jielian.testkit.Facts;
import org.jielian.testkit.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** On a chain of its own, each test in months of its own. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class ClosingResourceTest {
    private static final String PROVINCE = "340000";
    private static final String CITY = "340100";
    private static final String COUNTY = "340102";
    private static final String OTHER_COUNTY = "340103";
    private static final String AGENCY = "1133000000000014X0";
    private static final String SCHOOL = "1133000000000006XC";
    private static final String ELSEWHERE = "11330000000000190B";
    private static final String MOVING = "11330000TQQQQQQQ8Q";
    private static final YearMonth EVER = YearMonth.of(2000, 1);
    private static boolean told;

    @BeforeEach
    void chain() {
        if (told) return;
        Chain331102.region(1, PROVINCE, "安徽省", Tier.PROVINCE, null);
        Chain331102.region(1, CITY, "合肥市", Tier.CITY, PROVINCE);
        Chain331102.region(1, COUNTY, "瑶海区", Tier.COUNTY, CITY);
        Chain331102.region(1, OTHER_COUNTY, "庐阳区", Tier.COUNTY, CITY);
        unit(1, AGENCY, "瑶海区财政局", new Belonging(COUNTY, InstitutionType.AGENCY, EVER));
        unit(1, SCHOOL, "瑶海区第一中学", new Belonging(COUNTY, InstitutionType.SCHOOL, EVER));
        unit(1, ELSEWHERE, "庐阳区财政局", new Belonging(OTHER_COUNTY, InstitutionType.AGENCY, EVER));
        for (String unit : new String[] {AGENCY, SCHOOL, ELSEWHERE}) {
            await().atMost(Duration.ofSeconds(60))
                    .until(() ->
                            as(Tokens.operator()).get("/api/reports/" + unit).statusCode() == 200);
        }
        told = true;
    }

    private static void unit(long version, String code, String name, Belonging... belongings) {
        Chain331102.unit(version, code, name, belongings[0].type(), belongings);
    }

    private static RequestSpecification as(String token) {
        return given().config(RestAssuredConfig.config()
                        .jsonConfig(JsonConfig.jsonConfig().numberReturnType(NumberReturnType.BIG_DECIMAL)))
                .auth()
                .oauth2(token)
                .contentType(ContentType.JSON);
    }

    private static ValidatableResponse report(String unit, String period, String electricity, String reason) {
        String why = reason == null ? "" : ", \"reason\": \"" + reason + "\"";
        return as(Tokens.unit(unit))
                .body("{\"quantities\": {\"electricityKwh\": %s}, \"headcount\": 40, \"floorArea\": 1000%s}"
                        .formatted(electricity, why))
                .put("/api/reports/{unit}/{period}", unit, period)
                .then();
    }

    private static ValidatableResponse close(String region, String period) {
        return as(Tokens.region(region))
                .body("{\"note\": \"按期关账\"}")
                .post("/api/closings/{region}/{period}", region, period)
                .then();
    }

    private static ValidatableResponse reopen(String region, String period, String reason) {
        return as(Tokens.region(region))
                .body("{\"reason\": \"" + reason + "\"}")
                .post("/api/closings/{region}/{period}/reopening", region, period)
                .then();
    }

    private static ValidatableResponse get(String region, String path) {
        return as(Tokens.region(region)).get("/api/closings/" + path).then();
    }

    private static ValidatableResponse differences(String region, String period) {
        return get(region, region + "/" + period + "/differences").statusCode(200);
    }

    /** JSON has one kind of number, Java several. */
    private static Matcher<Object> number(String number) {
        return new FeatureMatcher<>(comparesEqualTo(new BigDecimal(number)), "a number", "number") {
            @Override
            protected BigDecimal featureValueOf(Object actual) {
                return new BigDecimal(String.valueOf(actual));
            }
        };
    }

    @Test
    void freezesBothLayersExactlyAsTheReportsSay() {
        report(AGENCY, "2022-01", "100.5", null).statusCode(201);
        report(SCHOOL, "2022-01", "50.0625", null).statusCode(201);
        as(Tokens.region(COUNTY))
                .post("/api/reports/{unit}/2022-01/acceptance", AGENCY)
                .then()
                .statusCode(200);
        var closed = close(COUNTY, "2022-01")
                .statusCode(201)
                .body("shown.number", equalTo(1))
                .body("shown.note", equalTo("按期关账"))
                .body("standing.state", equalTo("CLOSED"))
                .body("frozen.live.quantities.electricityKwh", number("150.5625"))
                .body("frozen.live.quantities.waterM3", nullValue())
                .body("frozen.live.headcount", number("80"))
                .body("frozen.live.coefficientSet", equalTo("STAT"))
                .body("frozen.live.energyKgce", number("18.50"))
                .body("frozen.reviewed.quantities.electricityKwh", number("100.5"))
                .body("frozen.live.units.expected", equalTo(2))
                .body("frozen.live.units.reported", equalTo(2))
                .body("frozen.live.units.reviewed", equalTo(1))
                .body("frozen.liveTypes.find { it.type == 'SCHOOL' }.quantities.electricityKwh", number("50.0625"))
                .body("differences", equalTo(0));
        String digest = as(Tokens.region(COUNTY))
                .get("/api/rollups/{region}/digest?period=2022-01", COUNTY)
                .jsonPath()
                .getString("reports");
        closed.body("shown.digest", equalTo(digest));
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> get(COUNTY, COUNTY + "/2022-01")
                .body("now.live.quantities.electricityKwh", number("150.5625"))
                .body("live.quantities.electricityKwh", number("0"))
                .body("live.reported", equalTo(0)));
        ClosingState fact =
                Facts.await(ClosingState.TOPIC, ClosingState.class, c -> c.key().equals(COUNTY + "/2022-01"));
        assertThat(fact.version()).isEqualTo(1);
        assertThat(fact.digest()).isEqualTo(digest);
        assertThat(fact.figures())
                .filteredOn(f -> f.type() == InstitutionType.AGENCY)
                .singleElement()
                .satisfies(f -> assertThat(f.reviewed().quantities().get("electricityKwh"))
                        .isEqualByComparingTo("100.5"));
    }

    @Test
    void isNotHeldUpByAnOpenChildAndNamesIt() {
        close(CITY, "2022-02")
                .statusCode(201)
                .body("shown.children", equalTo(2))
                .body("shown.openChildren.name", contains("瑶海区", "庐阳区"))
                .body("frozen.live.units.expected", equalTo(3))
                .body("frozen.live.units.reported", equalTo(0))
                .body("frozen.live.energyKgce", nullValue());
        close(COUNTY, "2022-02").statusCode(201).body("shown.children", equalTo(0));
        get(CITY, CITY + "?year=2022")
                .body("months[1].children", equalTo(2))
                .body("months[1].childrenClosed", equalTo(1))
                .body("open", hasItem("2022-11"))
                .body("live", nullValue());
    }

    @Test
    void lateReportsCorrectionsAndWithdrawalsNeedAReasonAndStandAsDifferences() {
        report(AGENCY, "2022-03", "100", null).statusCode(201);
        report(SCHOOL, "2022-03", "50", null).statusCode(201);
        close(CITY, "2022-03").statusCode(201);

        report(ELSEWHERE, "2022-03", "7", null)
                .statusCode(409)
                .body("type", equalTo("/problems/reason-required"))
                .body("errors[0].field", equalTo("reason"));
        report(AGENCY, "2022-03", "110", " ").statusCode(409);
        report(ELSEWHERE, "2022-03", "7", "账单迟到").statusCode(201);
        report(AGENCY, "2022-03", "110", "表计读错").statusCode(200);
        report(SCHOOL, "2022-03", "50", null).statusCode(200);
        as(Tokens.unit(SCHOOL))
                .body("{\"reason\": \"重复填报\"}")
                .post("/api/reports/{unit}/2022-03/withdrawal", SCHOOL)
                .then()
                .statusCode(200);

        differences(CITY, "2022-03")
                .body("total", equalTo(3))
                .body("items.unitCode", contains(SCHOOL, AGENCY, ELSEWHERE))
                .body("items.kind", contains("WITHDRAWN", "CORRECTED", "REPORTED_LATE"))
                .body("items[1].before.quantities.electricityKwh", number("100"))
                .body("items[1].now.quantities.electricityKwh", number("110"))
                .body("items[1].change.who", equalTo(AGENCY))
                .body("items[1].change.at", notNullValue())
                .body("items.change.reason", contains("重复填报", "表计读错", "账单迟到"))
                .body("items[0].now", nullValue())
                .body("items[2].before", nullValue());
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> get(CITY, CITY + "/2022-03")
                .body("frozen.live.quantities.electricityKwh", number("150"))
                .body("now.live.quantities.electricityKwh", number("117"))
                .body("live.quantities.electricityKwh", number("-33"))
                .body("differences", equalTo(3)));
        get(CITY, CITY + "/2022-03/differences?limit=2")
                .body("items", hasSize(2))
                .body("next", notNullValue());

        report(AGENCY, "2022-03", "100", "更正有误，恢复原值").statusCode(200);
        differences(CITY, "2022-03").body("items.unitCode", contains(SCHOOL, ELSEWHERE));
    }

    @Test
    void takesAFilesRowsIntoAClosedMonthOnlyWithAnExplanation() {
        report(AGENCY, "2022-04", "100", null).statusCode(201);
        close(COUNTY, "2022-04").statusCode(201);
        upload("unit_code,period,electricity_kwh,headcount,floor_area_m2\n" + AGENCY + ",2022-04,100,40,1000\n" + SCHOOL
                        + ",2022-04,60,40,1000\n")
                .body("unchanged", equalTo(1))
                .body("refused", equalTo(1))
                .body("errors[0].code", equalTo("REASON_REQUIRED"))
                .body("errors[0].column", equalTo("explanation"));
        upload("unit_code,period,electricity_kwh,headcount,floor_area_m2,explanation\n" + SCHOOL
                        + ",2022-04,60,40,1000,账单迟到\n")
                .body("added", equalTo(1));
        differences(COUNTY, "2022-04")
                .body("items.kind", contains("REPORTED_LATE"))
                .body("items[0].change.reason", equalTo("账单迟到"));
    }

    private static ValidatableResponse upload(String csv) {
        return given().auth()
                .oauth2(Tokens.region(COUNTY))
                .contentType("text/csv")
                .body(csv.getBytes(StandardCharsets.UTF_8))
                .post("/api/reports/import")
                .then()
                .statusCode(200);
    }

    @Test
    void anAcceptedReportChangesOnlyWithAReason() {
        report(AGENCY, "2022-10", "100", null).statusCode(201);
        as(Tokens.region(COUNTY))
                .post("/api/reports/{unit}/2022-10/acceptance", AGENCY)
                .then()
                .statusCode(200);
        report(AGENCY, "2022-10", "101", null).statusCode(409);
        report(AGENCY, "2022-10", "101", "表计读错").statusCode(200);
    }

    /** Whoever calls, by whatever route, with whatever optional fields: without a reason a closed month stays as it is, to the last byte. */
    @Test
    void takesNoWriteWithoutAReasonByAnyRoute() {
        report(AGENCY, "2022-12", "100", null).statusCode(201);
        close(CITY, "2022-12").statusCode(201);
        String before = stored();
        Random random = new Random(20221231);
        String[] who = {
            Tokens.unit(AGENCY),
            Tokens.unit(SCHOOL),
            Tokens.region(COUNTY),
            Tokens.region(CITY),
            Tokens.region(PROVINCE),
            Tokens.region(OTHER_COUNTY),
            Tokens.operator()
        };
        for (int i = 0; i < 80; i++) {
            String unit = random.nextBoolean() ? AGENCY : SCHOOL;
            attempt(random, who[random.nextInt(who.length)], unit);
            assertThat(stored()).as("after attempt %s", i).isEqualTo(before);
        }
        differences(CITY, "2022-12").body("total", equalTo(0));
    }

    private static String stored() {
        return as(Tokens.operator()).get("/api/reports/{unit}/2022-12", AGENCY).asString()
                + as(Tokens.operator())
                        .get("/api/reports/{unit}/2022-12/revisions", AGENCY)
                        .asString()
                + as(Tokens.operator())
                        .get("/api/reports/{unit}/2022-12", SCHOOL)
                        .statusCode();
    }

    private static void attempt(Random random, String token, String unit) {
        String[] blank = {"", ", \"reason\": null", ", \"reason\": \"\"", ", \"reason\": \"   \""};
        String[] optional = {
            "",
            ", \"note\": \"备注\"",
            ", \"bases\": {\"electricityKwh\": \"METERED\"}",
            ", \"explanations\": {\"quantities.electricityKwh\": \"表计\"}",
            ", \"explanations\": {\"*\": \" \"}"
        };
        int amount = 101 + random.nextInt(900);
        switch (random.nextInt(4)) {
            case 0, 1 -> {
                RequestSpecification call = as(token);
                if (random.nextBoolean()) call.header("If-Match", unit.equals(AGENCY) ? "\"1\"" : "*");
                call.body("{\"quantities\": {\"electricityKwh\": %d}, \"headcount\": 40, \"floorArea\": 1000%s%s}"
                                .formatted(
                                        amount,
                                        blank[random.nextInt(blank.length)],
                                        optional[random.nextInt(optional.length)]))
                        .put("/api/reports/{unit}/2022-12", unit)
                        .then()
                        .statusCode(org.hamcrest.Matchers.greaterThanOrEqualTo(400));
            }
            case 2 ->
                given().auth()
                        .oauth2(token)
                        .contentType("text/csv")
                        .body(("unit_code,period,electricity_kwh,headcount,floor_area_m2,explanation\n" + unit
                                        + ",2022-12," + amount + ",40,1000,\n")
                                .getBytes(StandardCharsets.UTF_8))
                        .post("/api/reports/import");
            default ->
                as(token)
                        .body("{\"reason\": \"  \"}")
                        .post("/api/reports/{unit}/2022-12/withdrawal", unit)
                        .then()
                        .statusCode(org.hamcrest.Matchers.greaterThanOrEqualTo(400));
        }
    }

    /** A report without a reason that arrives in the moment of the closing is in it, or is refused: never beside it. */
    @Test
    void isNeverBesideAReportWithoutAReason() throws Exception {
        var together = Executors.newFixedThreadPool(2);
        for (int m = 1; m <= 10; m++) {
            String period = YearMonth.of(2020, m).toString();
            var reported = together.submit(
                    () -> report(AGENCY, period, "100", null).extract().statusCode());
            var closed = together.submit(() -> close(COUNTY, period).extract().statusCode());
            assertThat(closed.get()).isEqualTo(201);
            assertThat(reported.get()).isIn(201, 409);
            get(COUNTY, COUNTY + "/" + period)
                    .body("differences", equalTo(0))
                    .body("frozen.live.units.reported", equalTo(reported.get() == 201 ? 1 : 0));
        }
        together.shutdown();
    }

    @Test
    void isReopenedWithAReasonThatIsSeenAboveAndClosedAgain() {
        report(AGENCY, "2022-05", "100", null).statusCode(201);
        close(COUNTY, "2022-05").statusCode(201);
        close(COUNTY, "2022-05").statusCode(409).body("type", equalTo("/problems/already-closed"));
        reopen(COUNTY, "2022-05", " ").statusCode(400);
        reopen(COUNTY, "2022-05", "漏报一家").statusCode(200).body("standing.state", equalTo("LATE"));
        reopen(COUNTY, "2022-05", "又一次").statusCode(409).body("type", equalTo("/problems/not-closed"));

        get(CITY, CITY + "/2022-05")
                .body("children.find { it.regionCode == '" + COUNTY + "' }.closing.holds", equalTo(false))
                .body("children.find { it.regionCode == '" + COUNTY + "' }.closing.reopeningReason", equalTo("漏报一家"));
        get(PROVINCE, PROVINCE + "/2022-05")
                .body("reopenedBelow.regionCode", contains(COUNTY))
                .body("reopenedBelow[0].closing.reopenedBy", equalTo(COUNTY));
        get(PROVINCE, PROVINCE + "?year=2022").body("months[4].reopenedBelow", equalTo(1));
        as(Tokens.region(CITY))
                .get("/api/notices")
                .then()
                .statusCode(200)
                .body("items.cause", hasItem("MONTH_REOPENED"));
        report(AGENCY, "2022-05", "101", null).statusCode(200);
        close(COUNTY, "2022-05")
                .statusCode(201)
                .body("shown.number", equalTo(2))
                .body("closings.number", contains(2, 1))
                .body("frozen.live.quantities.electricityKwh", number("101"));
        get(PROVINCE, PROVINCE + "/2022-05").body("reopenedBelow", hasSize(0));
        get(COUNTY, COUNTY + "/2022-05?number=1")
                .body("frozen.live.quantities.electricityKwh", number("100"))
                .body("shown.reopenedBy", equalTo(COUNTY));
        var fact = Facts.await(
                ClosingState.TOPIC, ClosingState.class, c -> c.key().equals(COUNTY + "/2022-05") && c.number() == 2);
        assertThat(fact.version()).isEqualTo(3);
        assertThat(fact.status()).isEqualTo(ClosingState.Status.CLOSED);
    }

    @Test
    void keepsWhatItFrozeWhenAUnitMoves() {
        unit(1, MOVING, "瑶海区图书馆", new Belonging(COUNTY, InstitutionType.OTHER, YearMonth.of(2022, 7)));
        await().atMost(Duration.ofSeconds(60))
                .until(() -> as(Tokens.operator()).get("/api/reports/" + MOVING).statusCode() == 200);
        report(MOVING, "2022-07", "50", null).statusCode(201);
        close(COUNTY, "2022-07").statusCode(201);
        close(CITY, "2022-07").statusCode(201);
        unit(2, MOVING, "瑶海区图书馆", new Belonging(OTHER_COUNTY, InstitutionType.OTHER, YearMonth.of(2022, 7)));
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(() -> differences(COUNTY, "2022-07").body("items.kind", contains("MOVED_AWAY")));
        get(COUNTY, COUNTY + "/2022-07").body("frozen.live.quantities.electricityKwh", number("50"));
        differences(CITY, "2022-07").body("items.kind", contains("MOVED"));
    }

    @Test
    void addsUpAYearWhoseMonthsAreAllClosed() {
        report(ELSEWHERE, "2021-01", "10", null).statusCode(201);
        report(ELSEWHERE, "2021-12", "20.5", null).statusCode(201);
        for (int m = 1; m <= 11; m++)
            close(OTHER_COUNTY, YearMonth.of(2021, m).toString()).statusCode(201);
        get(OTHER_COUNTY, OTHER_COUNTY + "?year=2021")
                .body("open", contains("2021-12"))
                .body("live", nullValue());
        close(OTHER_COUNTY, "2021-12").statusCode(201);
        get(OTHER_COUNTY, OTHER_COUNTY + "?year=2021")
                .body("open", hasSize(0))
                .body("live.quantities.electricityKwh", number("30.5"))
                .body("live.units.expected", equalTo(12))
                .body("live.units.reported", equalTo(2))
                .body("reviewed.energyKgce", nullValue());
    }

    @Test
    void tellsTheUnitWhoClosedItsMonth() {
        close(COUNTY, "2022-08").statusCode(201);
        as(Tokens.unit(AGENCY))
                .get("/api/calendar/{unit}/2022-08", AGENCY)
                .then()
                .statusCode(200)
                .body("state", equalTo("CLOSED"))
                .body("locked", equalTo(false))
                .body("reasonRequired", equalTo(true))
                .body("closedBy.regionCode", contains(COUNTY))
                .body("explanation.zh", containsString("瑶海区已于"));
    }

    @Test
    void refusesMonthsThatCannotBeClosed() {
        String now = YearMonth.now(ZoneId.of("Asia/Shanghai")).toString();
        close(COUNTY, now).statusCode(409).body("type", equalTo("/problems/not-over"));
        close(COUNTY, "2019-12").statusCode(409);
        close(COUNTY, "2022-13").statusCode(400);
        get(COUNTY, COUNTY + "/2022-09/differences").statusCode(409);
    }

    @ParameterizedTest
    @ValueSource(strings = {OTHER_COUNTY, CITY, PROVINCE, Chain331102.COUNTY})
    void nobodyElseClosesOrReopens(String other) {
        String token = Tokens.region(other);
        as(token)
                .body("{}")
                .post("/api/closings/{region}/2022-11", COUNTY)
                .then()
                .statusCode(403);
        as(token)
                .body("{\"reason\": \"x\"}")
                .post("/api/closings/{region}/2022-11/reopening", COUNTY)
                .then()
                .statusCode(403);
    }

    @Test
    void refusesStrangersAndOtherRoles() {
        for (String stranger : new String[] {
            Tokens.region(OTHER_COUNTY), Tokens.region(Chain331102.CITY), Tokens.unit(AGENCY), Tokens.region("999999")
        }) {
            for (String path : new String[] {"?year=2022", "/2022-01", "/2022-01/differences"})
                as(stranger).get("/api/closings/" + COUNTY + path).then().statusCode(403);
            as(stranger)
                    .body("{}")
                    .post("/api/closings/{region}/2022-11", COUNTY)
                    .then()
                    .statusCode(403);
        }
        as(Tokens.of(COUNTY, "reporter"))
                .body("{}")
                .post("/api/closings/{region}/2022-11", COUNTY)
                .then()
                .statusCode(403);
        get(CITY, COUNTY + "?year=2022").statusCode(200);
    }
}
