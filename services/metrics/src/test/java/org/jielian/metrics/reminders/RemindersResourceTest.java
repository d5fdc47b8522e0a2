package org.jielian.metrics.reminders;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jielian.contracts.ContactState;
import org.jielian.foundation.access.InTheNameOf;
import org.jielian.metrics.Chain331102;
import org.jielian.testkit.Backends;
import org.jielian.testkit.Facts;
import org.jielian.testkit.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each test has a month of its own: nobody is reminded of the same month twice a day. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class RemindersResourceTest {
    private static final String COUNTY = Chain331102.COUNTY;
    private static final String CITY = Chain331102.CITY;
    private static final String SCHOOL = Chain331102.SCHOOL;
    private static final String HOSPITAL = Chain331102.HOSPITAL;

    @Inject
    EntityManager em;

    @Inject
    InTheNameOf inTheNameOf;

    @BeforeEach
    void chain() {
        Chain331102.tell();
    }

    private static ValidatableResponse outstanding(String node, String region, String query) {
        return given().auth()
                .oauth2(Tokens.region(node))
                .get("/api/reporting/" + region + "/outstanding" + query)
                .then();
    }

    private static ValidatableResponse remind(String token, String region, String body) {
        return given().auth()
                .oauth2(token)
                .contentType(ContentType.JSON)
                .body(body)
                .post("/api/reminders/" + region)
                .then();
    }

    private static String units(String month, String... codes) {
        return "{\"period\": \"%s\", \"units\": [\"%s\"]}".formatted(month, String.join("\", \"", codes));
    }

    private static void report(String unit, String month) {
        given().auth()
                .oauth2(Tokens.unit(unit))
                .contentType(ContentType.JSON)
                .body("{\"quantities\": {\"electricityKwh\": 1000}, \"headcount\": 40, \"floorArea\": 1000}")
                .put("/api/reports/{unit}/{month}", unit, month)
                .then()
                .statusCode(201);
    }

    private int update(String sql) throws Exception {
        return inTheNameOf.system(() -> QuarkusTransaction.requiringNew()
                .call(() -> em.createNativeQuery(sql).executeUpdate()));
    }

    @Test
    void listsWhoIsOutstandingAndWhomToCall() {
        Facts.tell(ContactState.TOPIC, HOSPITAL, new ContactState(HOSPITAL, 1, "陈医生", null, "0578-2091234"));
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> outstanding(CITY, CITY, "?period=2022-01")
                .body("items.find { it.unitCode == '" + HOSPITAL + "' }.contact.phone", equalTo("0578-2091234")));
        outstanding(CITY, CITY, "?period=2022-01")
                .statusCode(200)
                .body("total", equalTo(2))
                .body("items.find { it.unitCode == '" + SCHOOL + "' }.state", equalTo("MISSING"))
                .body("items.find { it.unitCode == '" + SCHOOL + "' }.late", equalTo(true))
                .body("items.find { it.unitCode == '" + SCHOOL + "' }.lastReminder", nullValue());
        outstanding(CITY, CITY, "?period=2022-01&direct=true").body("items.unitCode", contains(HOSPITAL));
        outstanding(CITY, CITY, "?period=2022-01&search=中学").body("items.unitCode", contains(SCHOOL));
    }

    @Test
    void tellsMissingReturnedAndLateApart() throws Exception {
        report(SCHOOL, "2022-02");
        outstanding(COUNTY, COUNTY, "?period=2022-02").body("items", empty());
        update("update report set status = 'RETURNED' where unit_code = '" + SCHOOL + "' and period = '2022-02'");
        outstanding(COUNTY, COUNTY, "?period=2022-02&state=RETURNED")
                .body("items.state", contains("RETURNED"))
                .body("items.late", contains(false));
        outstanding(COUNTY, COUNTY, "?period=2022-02&state=MISSING").body("items", empty());
        update("update report set status = 'WITHDRAWN' where unit_code = '" + SCHOOL + "' and period = '2022-02'");
        outstanding(COUNTY, COUNTY, "?period=2022-02&state=LATE").body("items.state", contains("MISSING"));
    }

    @Test
    void awaitsNothingBeforeTheMonthHasEnded() {
        YearMonth now = YearMonth.now(ZoneId.of("Asia/Shanghai"));
        outstanding(CITY, CITY, "?period=" + now).body("total", equalTo(0));
        remind(Tokens.region(COUNTY), COUNTY, units(now.toString(), SCHOOL))
                .statusCode(200)
                .body("reminded", equalTo(0))
                .body("notOutstanding", contains(SCHOOL));
    }

    @Test
    void remindsAUnitOnceADayWhoeverAsks() {
        remind(Tokens.region(COUNTY), COUNTY, units("2022-03", SCHOOL))
                .statusCode(200)
                .body("reminded", equalTo(1))
                .body("units", contains(SCHOOL));
        remind(Tokens.region(COUNTY), COUNTY, units("2022-03", SCHOOL))
                .body("reminded", equalTo(0))
                .body("alreadyToday", contains(SCHOOL));
        remind(Tokens.operator(), COUNTY, units("2022-03", SCHOOL)).body("alreadyToday", contains(SCHOOL));
        outstanding(COUNTY, COUNTY, "?period=2022-03")
                .body("items[0].lastReminder.by", equalTo(COUNTY))
                .body("items[0].lastReminder.at", notNullValue());
        given().auth()
                .oauth2(Tokens.unit(SCHOOL))
                .get("/api/notices?limit=1000")
                .then()
                .body("items.findAll { it.subject == 'report/" + SCHOOL + "/2022-03' }", hasSize(1))
                .body(
                        "items.find { it.subject == 'report/" + SCHOOL + "/2022-03' }.href",
                        equalTo("/unit/" + SCHOOL + "?month=2022-03"));
    }

    @Test
    void remindsEverybodyInAState() throws Exception {
        remind(Tokens.region(CITY), CITY, "{\"period\": \"2022-04\", \"state\": \"LATE\"}")
                .statusCode(200)
                .body("units", contains(HOSPITAL))
                .body("regions", contains(COUNTY));
        given().auth()
                .oauth2(Tokens.region(COUNTY))
                .get("/api/notices?limit=1000")
                .then()
                .body("items.find { it.subject == 'reporting/" + COUNTY + "/2022-04' }.title", containsString("1 家"));
        given().auth()
                .oauth2(Tokens.region(CITY))
                .get("/api/reporting/" + CITY + "/outstanding/regions?period=2022-04")
                .then()
                .body("regionCode", contains(COUNTY))
                .body("[0].missing", equalTo(1))
                .body("[0].late", equalTo(1))
                .body("[0].returned", equalTo(0))
                .body("[0].lastReminder.by", equalTo(CITY));
        assertThat(update("update audit_entry set path = path where action = 'REMINDED' and subject = 'reminders/"
                        + CITY + "/2022-04'"))
                .isEqualTo(1);
    }

    @Test
    void leavesOutThoseWhoHaveReportedMeanwhile() {
        report(SCHOOL, "2022-05");
        remind(Tokens.region(COUNTY), COUNTY, units("2022-05", SCHOOL))
                .body("reminded", equalTo(0))
                .body("notOutstanding", contains(SCHOOL));
    }

    @Test
    void remindsOnceWhenManyAskAtTheSameMoment() throws Exception {
        var barrier = new CyclicBarrier(6);
        var pool = Executors.newFixedThreadPool(6);
        try {
            List<Future<Integer>> answers = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                answers.add(pool.submit(() -> {
                    barrier.await();
                    return remind(Tokens.region(COUNTY), COUNTY, units("2022-06", SCHOOL))
                            .statusCode(200)
                            .extract()
                            .path("reminded");
                }));
            }
            int reminded = 0;
            for (Future<Integer> answer : answers) reminded += answer.get();
            assertThat(reminded).isEqualTo(1);
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void isNotForStrangersNorForTiersThatOnlyLook() {
        String school = units("2022-07", SCHOOL);
        remind(Tokens.region(Chain331102.OTHER_COUNTY), COUNTY, school).statusCode(403);
        remind(Tokens.region(CITY), COUNTY, school).statusCode(403);
        remind(Tokens.region(CITY), CITY, school).statusCode(403);
        remind(Tokens.region(CITY), CITY, units("2022-07", HOSPITAL, Chain331102.ELSEWHERE))
                .statusCode(403);
        remind(
                        Tokens.region(CITY),
                        CITY,
                        "{\"period\": \"2022-07\", \"regions\": [\"" + Chain331102.OTHER_COUNTY + "\"]}")
                .statusCode(403);
        remind(
                        Tokens.region(Chain331102.PROVINCE),
                        Chain331102.PROVINCE,
                        "{\"period\": \"2022-07\", \"regions\": [\"" + COUNTY + "\"]}")
                .statusCode(403);
        remind(Tokens.unit(SCHOOL), COUNTY, school).statusCode(403);
        remind(Tokens.of(SCHOOL, "administrator"), SCHOOL, school).statusCode(403);
        remind(Tokens.of(COUNTY, "auditor"), COUNTY, school).statusCode(403);
        outstanding(Chain331102.OTHER_CITY, CITY, "?period=2022-07").statusCode(403);
        outstanding(COUNTY, CITY, "?period=2022-07").statusCode(403);
        given().auth()
                .oauth2(Tokens.region(COUNTY))
                .get("/api/reporting/" + CITY + "/outstanding/regions?period=2022-07")
                .then()
                .statusCode(403);
        outstanding(CITY, CITY, "?period=2022-07").body("items.lastReminder", contains(nullValue(), nullValue()));
    }

    @Test
    void saysWhatIsWrong() {
        remind(Tokens.region(COUNTY), COUNTY, "{\"units\": [\"" + SCHOOL + "\"]}")
                .statusCode(400);
        remind(Tokens.region(COUNTY), COUNTY, "{\"period\": \"2022-08\"}").statusCode(400);
        remind(Tokens.region(COUNTY), COUNTY, "{\"period\": \"2022-08\", \"state\": \"SLEEPING\"}")
                .statusCode(400);
        remind(Tokens.region(COUNTY), COUNTY, "{\"period\": \"soon\", \"state\": \"LATE\"}")
                .statusCode(400);
        outstanding(COUNTY, COUNTY, "").statusCode(400);
        outstanding(COUNTY, COUNTY, "?period=2022-08&state=SLEEPING").statusCode(400);
    }
}
