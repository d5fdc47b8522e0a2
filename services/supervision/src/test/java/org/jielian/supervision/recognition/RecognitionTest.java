package org.jielian.supervision.recognition;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.jielian.supervision.cascade.Cascading.as;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jielian.contracts.InstitutionType;
import org.jielian.contracts.TitleState;
import org.jielian.supervision.Chain;
import org.jielian.supervision.MovableClock;
import org.jielian.testkit.Backends;
import org.jielian.testkit.Facts;
import org.jielian.testkit.Tokens;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Backends.class)
class RecognitionTest {
    private static final int YEAR = 2025;
    private static Chain chain;
    private static String second;
    private static String ofCity;
    private static String ofProvince;
    private static String school;

    @BeforeEach
    void chain() {
        if (chain != null) return;
        chain = Chain.told("83");
        SmallStandard.released(chain, LocalDate.of(YEAR, 1, 1));
        second = told("11831102TEST0002A2", chain.county, InstitutionType.AGENCY);
        ofCity = told("11831100TEST0003A3", chain.city, InstitutionType.AGENCY);
        ofProvince = told("11830000TEST0004A4", chain.province, InstitutionType.AGENCY);
        school = told("12831102TEST0005A5", chain.county, InstitutionType.SCHOOL);
        SmallStandard.reported(chain.unit, chain.county, YEAR, 12);
        SmallStandard.reported(second, chain.county, YEAR, 11);
        SmallStandard.reported(ofCity, chain.city, YEAR, 12);
        SmallStandard.reported(ofProvince, chain.province, YEAR, 12);
    }

    @AfterEach
    void clock() {
        MovableClock.daysAgo(0);
    }

    private static String told(String code, String region, InstitutionType type) {
        Chain.unit(code, region, type);
        await().atMost(Duration.ofSeconds(60)).until(() -> Chain.isKnown(code));
        return code;
    }

    private static RequestSpecification unit(String code) {
        return given().auth().oauth2(Tokens.unit(code)).contentType(ContentType.JSON);
    }

    private static RequestSpecification by(String node) {
        return node.length() == 6 ? as(node) : unit(node);
    }

    private static ValidatableResponse begin(String unit, int year) {
        return unit(unit)
                .body("{\"unitCode\": \"%s\", \"standardCode\": \"%s\", \"year\": %d}"
                        .formatted(unit, SmallStandard.CODE, year))
                .post("/api/titles")
                .then();
    }

    private static ValidatableResponse score(String node, String id, String item, String body) {
        return by(node).body(body)
                .put("/api/titles/{id}/items/{item}", id, item)
                .then();
    }

    private static ValidatableResponse step(String node, String id, String action) {
        return by(node).body("{\"action\": \"%s\", \"reason\": \"因为\"}".formatted(action))
                .post("/api/titles/{id}/steps", id)
                .then();
    }

    private static void goes(String node, String id, String action, String state) {
        step(node, id, action).statusCode(200).body("state", equalTo(state));
    }

    /** Evaluated and submitted. */
    private static String submitted(String unit) {
        String id = begin(unit, YEAR).statusCode(201).extract().path("id");
        score(unit, id, "C", "{\"value\": 5, \"of\": 5}").statusCode(200);
        score(unit, id, "D", "{\"value\": 100}").statusCode(200);
        score(unit, id, "K", "{\"applicable\": false, \"reason\": \"没有食堂\"}").statusCode(200);
        goes(unit, id, "EVALUATE", "SELF_EVALUATED");
        goes(unit, id, "SUBMIT", "SUBMITTED");
        return id;
    }

    private static void drawn(String region, int percent) {
        as(region)
                .body("{\"region\": \"%s\", \"percent\": %d, \"seed\": \"2026-1\"}".formatted(region, percent))
                .post("/api/titles/samples")
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse visited(String region, String id) {
        return as(region)
                .body("{\"on\": \"%s\", \"found\": \"与申报一致\"}".formatted(MovableClock.today()))
                .post("/api/titles/{id}/visits", id)
                .then();
    }

    private static void eventually(String id, String state) {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () -> as(chain.province).get("/api/titles/" + id).then().body("state", equalTo(state)));
    }

    @Test
    void goesFromSelfEvaluationToACertificateThatAnybodyCanCheck() {
        MovableClock.daysAgo(30);
        String unit = chain.unit;
        String id = begin(unit, YEAR)
                .statusCode(201)
                .body("state", equalTo("DRAFT"))
                .body("items.find { it.code == 'Q' }.computed.points", equalTo(20.0f))
                .body("items.find { it.code == 'Q' }.computed.source", startsWith(chain.county + "/TITLES/1"))
                .body("total.missing", contains("C", "D", "K"))
                .extract()
                .path("id");
        begin(unit, YEAR).statusCode(409).body("type", equalTo("/problems/applied-already"));
        score(unit, id, "Q", "{\"value\": 1, \"of\": 1}").statusCode(400).body("detail", containsString("计算"));
        score(unit, id, "D", "{\"value\": 70}").statusCode(400).body("detail", containsString("D"));
        score(unit, id, "K", "{\"applicable\": false}").statusCode(400);
        score(unit, id, "C", "{\"value\": 5, \"of\": 5}").statusCode(200);
        score(unit, id, "D", "{\"value\": 100}").statusCode(200);
        step(unit, id, "EVALUATE").statusCode(409).body("detail", containsString("K"));
        score(unit, id, "K", "{\"applicable\": false, \"reason\": \"没有食堂\"}")
                .statusCode(200)
                .body("total.applicable", equalTo(80))
                .body("total.score", equalTo(100.0f));
        goes(unit, id, "EVALUATE", "SELF_EVALUATED");
        goes(unit, id, "SUBMIT", "SUBMITTED");
        step(chain.city, id, "TAKE_UP").statusCode(403);
        goes(chain.county, id, "TAKE_UP", "COUNTY_REVIEW");
        score(chain.county, id, "D", "{\"points\": 30}").statusCode(400).body("detail", containsString("理由"));
        score(chain.county, id, "D", "{\"points\": 30, \"reason\": \"制度不全\"}")
                .statusCode(200)
                .body("items.find { it.code == 'D' }.scores.SELF.points", equalTo(40.0f))
                .body("items.find { it.code == 'D' }.scores.COUNTY.points", equalTo(30))
                .body("items.find { it.code == 'D' }.scores.COUNTY.reason", equalTo("制度不全"))
                .body("totals.SELF.score", equalTo(100.0f))
                .body("total.score", equalTo(87.5f));
        goes(chain.county, id, "FORWARD", "CITY_REVIEW");
        step(chain.city, id, "FORWARD").statusCode(409).body("detail", containsString("抽取"));
        drawn(chain.city, 100);
        step(chain.city, id, "FORWARD").statusCode(409).body("detail", containsString("抽中"));
        visited(chain.city, id).statusCode(200);
        goes(chain.city, id, "FORWARD", "PROVINCE_REVIEW");
        drawn(chain.province, 100);
        visited(chain.province, id).statusCode(200);
        goes(chain.province, id, "PUBLISH", "PUBLIC_NOTICE");
        given().get("/public/notices").then().statusCode(200).body("items.unit", hasItem("单位" + unit));
        // five working days later
        MovableClock.daysAgo(1);
        eventually(id, "RECOGNISED");
        var title = as(chain.province).get("/api/titles/" + id).jsonPath();
        String number = title.getString("number");
        String code = title.getString("checkCode");
        assertThat(number).startsWith("JNJG-830000-");
        given().get("/public/certificates/{n}?code={c}", number, code)
                .then()
                .statusCode(200)
                .body("unit", equalTo("单位" + unit))
                .body("holds", equalTo(true));
        given().get("/public/certificates/{n}?code=AAAAAAAAAA", number).then().statusCode(404);
        given().get("/public/certificates/{n}", number).then().statusCode(404);
        given().get("/public/notices").then().body("items.unit", not(hasItem("单位" + unit)));
        recheckedAndRevoked(id, number, code);
    }

    private void recheckedAndRevoked(String id, String number, String code) {
        goes(chain.city, id, "OPEN_RECHECK", "UNDER_RECHECK");
        String first = atRisk(1).get(0);
        goes(chain.county, id, "CONFIRM", "CONFIRMED");
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() ->
                        as(chain.county).get("/api/tasks/" + first).then().body("task.causeGoneAt", notNullValue()));
        toldAgain();
        // the same re-check told again is no other one
        atRisk(1);
        MovableClock.daysAgo(0);
        goes(chain.city, id, "OPEN_RECHECK", "UNDER_RECHECK");
        atRisk(2);
        step(chain.unit, id, "CONFIRM").statusCode(403);
        as(chain.county)
                .body("{\"action\": \"RECTIFY\", \"reason\": \"浪费\", \"days\": 61}")
                .post("/api/titles/{id}/steps", id)
                .then()
                .statusCode(400);
        goes(chain.county, id, "RECTIFY", "RECTIFYING");
        given().get("/public/certificates/{n}?code={c}", number, code)
                .then()
                .body("holds", equalTo(false))
                .body("suspended", equalTo(true));
        step(chain.county, id, "REVOKE").statusCode(403);
        goes(chain.province, id, "REVOKE", "REVOKED");
        given().get("/public/certificates/{n}?code={c}", number, code).then().body("state", equalTo("REVOKED"));
        begin(chain.unit, YEAR).statusCode(409).body("type", equalTo("/problems/too-early"));
    }

    /** The tasks for the unit's title, once there are so many. */
    private static List<String> atRisk(int many) {
        List<String> ids = new ArrayList<>();
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            ids.clear();
            ids.addAll(as(chain.county)
                    .get("/api/tasks?kind=TITLE_AT_RISK&q=" + chain.unit)
                    .jsonPath()
                    .getList("items.id"));
            assertThat(ids).hasSize(many);
        });
        return ids;
    }

    private static void toldAgain() {
        Facts.rawOf(TitleState.TOPIC, chain.unit).forEach(told -> Facts.tellRaw(TitleState.TOPIC, chain.unit, told));
        await().pollDelay(Duration.ofSeconds(3)).until(() -> true);
    }

    @Test
    void opensATaskForTheTierThatKeepsAnApplicationBeyondItsDay() {
        MovableClock.daysAgo(60);
        String unit = told("11830106TEST0006A6", chain.otherCounty, InstitutionType.AGENCY);
        SmallStandard.reported(unit, chain.otherCounty, YEAR, 12);
        String id = submitted(unit);
        goes(chain.otherCounty, id, "TAKE_UP", "COUNTY_REVIEW");
        MovableClock.daysAgo(20);
        String task = late();
        as(chain.otherCounty)
                .get("/api/tasks/" + task)
                .then()
                .body("task.holder", equalTo(chain.otherCity))
                .body("detail.zh", containsString("县级初审"));
        goes(chain.otherCounty, id, "FORWARD", "CITY_REVIEW");
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() ->
                        as(chain.otherCity).get("/api/tasks/" + task).then().body("task.causeGoneAt", notNullValue()));
    }

    private static String late() {
        String[] id = new String[1];
        await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> {
            id[0] = as(chain.otherCity)
                    .get("/api/tasks?kind=REVIEW_LATE&q=" + chain.otherCounty)
                    .path("items[0].id");
            assertThat(id[0]).isNotNull();
        });
        return id[0];
    }

    @Test
    void leavesOutTheTiersThatAreNotAboveAUnit() {
        String city = submitted(ofCity);
        goes(chain.city, city, "TAKE_UP", "CITY_REVIEW");
        step(chain.county, city, "RETURN").statusCode(404);
        goes(chain.city, city, "RETURN", "DRAFT");
        String province = submitted(ofProvince);
        goes(chain.province, province, "TAKE_UP", "PROVINCE_REVIEW");
        goes(chain.province, province, "REJECT", "REJECTED");
        begin(ofProvince, YEAR).statusCode(409).body("type", equalTo("/problems/too-early"));
        // returned: the unit evaluates itself again
        as(chain.city)
                .get("/api/titles/" + city)
                .then()
                .body("said.reason", equalTo("因为"))
                .body("items.find { it.code == 'Q' }.computed", notNullValue())
                .body("items.find { it.code == 'Q' }.scores.SELF", nullValue());
    }

    @Test
    void saysWhyAnAgencyDoesNotHoldTheTitleYet() {
        String line = "items.find { it.unitCode == '" + second + "' }";
        as(chain.county)
                .get("/api/titles/why-not-yet?region={r}&standard=TITLES&year=2025", chain.county)
                .then()
                .statusCode(200)
                .body("items.unitCode", not(hasItem(school)))
                .body(line + ".failing", contains("Q"))
                .body(line + ".monthsMissing", equalTo(1))
                .body(line + ".unscored", equalTo(3))
                .body(line + ".state", nullValue());
        as(chain.county)
                .get("/api/titles/why-not-yet/export?region={r}&standard=TITLES&year=2025", chain.county)
                .then()
                .statusCode(200);
        as(chain.province)
                .get("/api/titles/pipeline?region={r}", chain.province)
                .then()
                .statusCode(200)
                .body("items.regionCode", containsInAnyOrder(chain.province, chain.city, chain.otherCity))
                .body("items.find { it.regionCode == '" + chain.city + "' }.eligible", equalTo(3));
        as(chain.province)
                .get("/api/titles/pipeline/export?region={r}", chain.province)
                .then()
                .statusCode(200);
        as(chain.province)
                .get("/api/titles/export?region={r}", chain.province)
                .then()
                .statusCode(200);
        begin(school, YEAR).statusCode(409).body("type", equalTo("/problems/not-eligible"));
        String id = begin(second, YEAR).statusCode(201).extract().path("id");
        for (String item : new String[] {"C", "D"}) {
            score(second, id, item, "{\"value\": 100, \"of\": 100}").statusCode(200);
        }
        score(second, id, "K", "{\"value\": 1}").statusCode(200);
        goes(second, id, "EVALUATE", "SELF_EVALUATED");
        // 98.3 points and a veto
        step(second, id, "SUBMIT").statusCode(409).body("detail", containsString("Q"));
        as(chain.county)
                .get("/api/titles?region={r}&state=SELF_EVALUATED&sort=score&order=desc", chain.county)
                .then()
                .statusCode(200)
                .body("items.unitCode", hasItem(second));
    }

    @Test
    void refusesStrangers() {
        String id = submittedBy();
        String alien = chain.otherCounty;
        as(alien).get("/api/titles/" + id).then().statusCode(404);
        as(alien).get("/api/titles?region=" + chain.county).then().statusCode(403);
        as(alien).get("/api/titles/pipeline?region=" + chain.county).then().statusCode(403);
        as(alien)
                .get("/api/titles/why-not-yet?region={r}&standard=TITLES&year=2025", chain.county)
                .then()
                .statusCode(403);
        step(alien, id, "TAKE_UP").statusCode(404);
        score(alien, id, "D", "{\"points\": 1, \"reason\": \"x\"}").statusCode(404);
        unit(chain.unit).get("/api/titles/" + id).then().statusCode(404);
        given().get("/api/titles/" + id).then().statusCode(401);
        // the tier above looks and does not act
        as(chain.city).get("/api/titles/" + id).then().statusCode(200).body("actions", empty());
        step(chain.city, id, "TAKE_UP").statusCode(403);
        as(chain.county)
                .body("{\"unitCode\": \"%s\", \"standardCode\": \"TITLES\", \"year\": 2025}".formatted(second))
                .post("/api/titles")
                .then()
                .statusCode(403);
    }

    private static String submittedBy() {
        String stranger = told("11831102TEST0009A9", chain.county, InstitutionType.AGENCY);
        SmallStandard.reported(stranger, chain.county, YEAR, 12);
        return submitted(stranger);
    }
}
