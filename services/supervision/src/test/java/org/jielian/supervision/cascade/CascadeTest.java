package org.jielian.supervision.cascade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.jielian.supervision.cascade.Cascading.CONSTRAINT;
import static org.jielian.supervision.cascade.Cascading.arrival;
import static org.jielian.supervision.cascade.Cascading.as;
import static org.jielian.supervision.cascade.Cascading.awaitAnswer;
import static org.jielian.supervision.cascade.Cascading.confirm;
import static org.jielian.supervision.cascade.Cascading.constraint;
import static org.jielian.supervision.cascade.Cascading.localise;
import static org.jielian.supervision.cascade.Cascading.release;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.Map;
import org.jielian.contracts.AdoptionState;
import org.jielian.contracts.ReleaseState;
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
class CascadeTest {
    private static Chain chain;
    private String province;
    private String city;
    private String county;

    @BeforeEach
    void chain() {
        if (chain == null) chain = Chain.told("62");
        province = chain.province;
        city = chain.city;
        county = chain.county;
    }

    @AfterEach
    void today() {
        MovableClock.daysAgo(0);
    }

    @Test
    void goesDownHopByHopAsEachTierAnswers() {
        release(province, "HOPS", 20, 10, Map.of());
        JsonPath open = awaitAnswer(city, province, "HOPS", 1, "OPEN");
        assertThat(open.getString("adoption.due"))
                .isEqualTo(MovableClock.today().plusDays(10).toString());
        assertThat(arrival(county, city, "HOPS", 1).statusCode()).isEqualTo(404);
        as(city).post("/api/adoptions/{r}/{i}/HOPS/1/reading", city, province)
                .then()
                .statusCode(200)
                .body("readAt", notNullValue())
                .body("answer", equalTo("OPEN"));
        confirm(city, province, "HOPS", 1)
                .then()
                .statusCode(200)
                .body("answer", equalTo("CONFIRMED"))
                .body("own", equalTo(city + "/HOPS/1"));
        awaitAnswer(county, city, "HOPS", 1, "OPEN");
        confirm(city, province, "HOPS", 1).then().statusCode(409);
        ReleaseState fact =
                Facts.await(ReleaseState.TOPIC, ReleaseState.class, r -> r.key().equals(city + "/HOPS/1"));
        assertThat(fact.basis()).isEqualTo(province + "/HOPS/1");
        assertThat(fact.origin()).isEqualTo(province + "/HOPS/1");
        Facts.await(
                AdoptionState.TOPIC,
                AdoptionState.class,
                a -> a.key().equals(city + "/" + province + "/HOPS/1") && a.answer() == AdoptionState.Answer.CONFIRMED);
    }

    @Test
    void refusesToLoosenAndNamesWhat() {
        release(province, "TIGHT", 20, 10, Map.of());
        awaitAnswer(city, province, "TIGHT", 1, "OPEN");
        localise(city, province, "TIGHT", 1, CONSTRAINT, "1300")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/not-tighter"))
                .body("errors.field", contains(CONSTRAINT));
        localise(city, province, "TIGHT", 1, "coefficientSet", "STAT")
                .then()
                .statusCode(409)
                .body("errors.field", contains("coefficientSet"));
        localise(city, province, "TIGHT", 1, CONSTRAINT, "1200")
                .then()
                .statusCode(200)
                .body("answer", equalTo("LOCALISED"));
        awaitAnswer(county, city, "TIGHT", 1, "OPEN");
        localise(county, city, "TIGHT", 1, CONSTRAINT, "1250").then().statusCode(409);
        localise(county, city, "TIGHT", 1, CONSTRAINT, "1100").then().statusCode(200);
        assertThat(constraint(county, "TIGHT", 1)).isEqualTo("1100");
        as(county).get("/api/releases/{r}/TIGHT/1", county).then().body("setBy['" + CONSTRAINT + "']", equalTo(county));
    }

    @Test
    void takesAFileThatTightensAndRefusesOneThatRemoves() {
        release(province, "BYFILE", 20, 10, Map.of());
        awaitAnswer(city, province, "BYFILE", 1, "OPEN");
        byte[] file = as(city).get("/api/releases/{r}/BYFILE/1/content?format=xlsx", province)
                .asByteArray();
        as(city).contentType("application/octet-stream")
                .body(file)
                .put("/api/adoptions/{r}/{i}/BYFILE/1/localisation/content", city, province)
                .then()
                .statusCode(200)
                .body("answer", equalTo("LOCALISED"));
        String json = as(city).get("/api/releases/{r}/BYFILE/1/content?format=json", province)
                .asString()
                .replace("\"passLine\":80", "\"passLine\":75");
        as(city).contentType("application/octet-stream")
                .body(json.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .put("/api/adoptions/{r}/{i}/BYFILE/1/localisation/content", city, province)
                .then()
                .statusCode(409)
                .body("errors.field", contains("passLine"));
    }

    @Test
    void inheritsBySilenceWhenTheDayHasPassedAndAppliesWhenItComesIntoForce() {
        MovableClock.daysAgo(9);
        release(province, "SILENT", 8, 3, Map.of());
        awaitAnswer(city, province, "SILENT", 1, "OPEN");
        MovableClock.daysAgo(5);
        JsonPath inherited = awaitAnswer(city, province, "SILENT", 1, "INHERITED");
        assertThat(inherited.getString("adoption.answeredBy")).isNull();
        assertThat(inherited.getString("adoption.appliedAt")).isNull();
        awaitAnswer(county, city, "SILENT", 1, "OPEN");
        MovableClock.daysAgo(0);
        awaitAnswer(county, city, "SILENT", 1, "INHERITED");
        org.awaitility.Awaitility.await().untilAsserted(() -> assertThat(
                        arrival(city, province, "SILENT", 1).jsonPath().getString("adoption.appliedAt"))
                .isNotNull());
    }

    @Test
    void carriesStricterValuesOverAndRaisesThoseOvertaken() {
        release(province, "CARRY", 0, null, Map.of());
        awaitAnswer(city, province, "CARRY", 1, "INHERITED");
        localise(city, province, "CARRY", 1, CONSTRAINT, "1200").then().statusCode(200);
        release(province, "CARRY", 0, null, Map.of("/content/passLine", 82));
        awaitAnswer(city, province, "CARRY", 2, "INHERITED");
        String kept = arrival(city, province, "CARRY", 2).jsonPath().getString("adoption.own");
        assertThat(constraint(city, "CARRY", number(kept))).isEqualTo("1200");
        release(province, "CARRY", 0, null, Map.of(CONSTRAINT, 1000));
        awaitAnswer(city, province, "CARRY", 3, "INHERITED");
        String raised = arrival(city, province, "CARRY", 3).jsonPath().getString("adoption.own");
        assertThat(constraint(city, "CARRY", number(raised))).isEqualTo("1000");
        as(city).get("/api/notices?limit=100").then().statusCode(200).body("items.cause", hasItem("VALUES_RAISED"));
    }

    @Test
    void turnsWhatCannotBeComparedIntoSomethingToDecide() {
        release(province, "CONFLICT", 0, null, Map.of());
        awaitAnswer(city, province, "CONFLICT", 1, "INHERITED");
        localise(city, province, "CONFLICT", 1, CONSTRAINT, "1200").then().statusCode(200);
        release(province, "CONFLICT", 0, null, Map.of("/content/coefficientSet", "STAT"));
        JsonPath conflict = awaitAnswer(city, province, "CONFLICT", 2, "INHERITED");
        assertThat(conflict.getInt("adoption.conflicts")).isEqualTo(1);
        assertThat(constraint(city, "CONFLICT", number(conflict.getString("adoption.own"))))
                .isEqualTo("1293.4");
        as(city).get("/api/adoptions/{r}?conflicts=true", city)
                .then()
                .body("items.adoption.release", hasItem(province + "/CONFLICT/2"));
        confirm(city, province, "CONFLICT", 2).then().statusCode(200).body("conflicts", equalTo(0));
    }

    @Test
    void withdrawsAllTheWayDown() {
        release(province, "BACK", 20, 10, Map.of());
        awaitAnswer(city, province, "BACK", 1, "OPEN");
        confirm(city, province, "BACK", 1).then().statusCode(200);
        awaitAnswer(county, city, "BACK", 1, "OPEN");
        as(province)
                .body("{\"reason\": \"误发\"}")
                .post("/api/releases/{r}/BACK/1/withdrawal", province)
                .then()
                .statusCode(200);
        awaitAnswer(city, province, "BACK", 1, "VOID");
        awaitAnswer(county, city, "BACK", 1, "VOID");
        as(city).get("/api/releases/{r}/BACK/1", city).then().body("status", equalTo("WITHDRAWN"));
        localise(county, city, "BACK", 1, CONSTRAINT, "1")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/void"));
    }

    @Test
    void endsInTheRightStateAfterACityWasOfflineForTwoReleases() {
        release(province, "OFFLINE", 20, null, Map.of());
        awaitAnswer(county, city, "OFFLINE", 1, "INHERITED");
        localise(city, province, "OFFLINE", 1, CONSTRAINT, "1200").then().statusCode(200);
        awaitAnswer(county, city, "OFFLINE", 2, "INHERITED");
        hold(true);
        try {
            int second = release(province, "OFFLINE", 30, null, Map.of("/content/passLine", 82));
            release(province, "OFFLINE", 30, null, second, Map.of("/content/passLine", 84));
            awaitAnswer(chain.otherCity, province, "OFFLINE", 3, "INHERITED");
            assertThat(arrival(city, province, "OFFLINE", 2).statusCode()).isEqualTo(404);
            assertThat(arrival(city, province, "OFFLINE", 3).statusCode()).isEqualTo(404);
            confirm(city, province, "OFFLINE", 1).then().statusCode(409).body("type", equalTo("/problems/held"));
        } finally {
            hold(false);
        }
        JsonPath third = awaitAnswer(city, province, "OFFLINE", 3, "INHERITED");
        int own = number(third.getString("adoption.own"));
        assertThat(constraint(city, "OFFLINE", own)).isEqualTo("1200");
        assertThat(arrival(city, province, "OFFLINE", 2).statusCode()).isEqualTo(404);
        awaitAnswer(county, city, "OFFLINE", own, "INHERITED");
        String below = arrival(county, city, "OFFLINE", own).jsonPath().getString("adoption.own");
        as(county)
                .get("/api/releases/{r}/OFFLINE/{n}", county, number(below))
                .then()
                .body("content.passLine", equalTo(84))
                .body("origin", equalTo(province + "/OFFLINE/3"));
        assertThat(constraint(county, "OFFLINE", number(below))).isEqualTo("1200");
    }

    private void hold(boolean held) {
        var operator = io.restassured.RestAssured.given().auth().oauth2(Tokens.operator());
        var answer =
                held ? operator.put("/api/adoptions/holds/" + city) : operator.delete("/api/adoptions/holds/" + city);
        answer.then().statusCode(204);
    }

    @Test
    void repeatedAndUnreadableFactsChangeNothing() {
        release(province, "TWICE", 20, 10, Map.of());
        awaitAnswer(city, province, "TWICE", 1, "OPEN");
        ReleaseState fact =
                Facts.await(ReleaseState.TOPIC, ReleaseState.class, r -> r.key().equals(province + "/TWICE/1"));
        Facts.tell(ReleaseState.TOPIC, fact.key(), fact);
        Facts.tellRaw(ReleaseState.TOPIC, "broken", "{\"number\": \"x\"");
        release(province, "AFTER", 20, 10, Map.of());
        awaitAnswer(city, province, "AFTER", 1, "OPEN");
        as(city).get("/api/adoptions/{r}/{i}/TWICE/1", city, province).then().header("ETag", "\"1\"");
    }

    @Test
    void refusesStrangers() {
        release(province, "OURS", 20, 10, Map.of());
        awaitAnswer(city, province, "OURS", 1, "OPEN");
        as(chain.otherCounty).get("/api/adoptions/{r}", city).then().statusCode(403);
        as(chain.otherCity)
                .get("/api/adoptions/{r}/{i}/OURS/1", city, province)
                .then()
                .statusCode(403);
        as(county).get("/api/adoptions/{r}/{i}/OURS/1", city, province).then().statusCode(403);
        confirm(chain.otherCity, province, "OURS", 1).then().statusCode(200);
        as(province)
                .body("{}")
                .post("/api/adoptions/{r}/{i}/OURS/1/confirmation", city, province)
                .then()
                .statusCode(403);
        as(chain.otherCity)
                .body("{}")
                .post("/api/adoptions/{r}/{i}/OURS/1/confirmation", city, province)
                .then()
                .statusCode(403);
        as(city).put("/api/adoptions/holds/" + city).then().statusCode(403);
        as(province).get("/api/adoptions/{r}/{i}/OURS/1", city, province).then().statusCode(200);
    }

    private static int number(String key) {
        return Integer.parseInt(key.substring(key.lastIndexOf('/') + 1));
    }
}
