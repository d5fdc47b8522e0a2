package org.jielian.supervision.standing;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.jielian.supervision.cascade.Cascading.CONSTRAINT;
import static org.jielian.supervision.cascade.Cascading.as;
import static org.jielian.supervision.cascade.Cascading.awaitAnswer;
import static org.jielian.supervision.cascade.Cascading.confirm;
import static org.jielian.supervision.cascade.Cascading.localise;
import static org.jielian.supervision.cascade.Cascading.release;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import org.jielian.supervision.Chain;
import org.jielian.testkit.Backends;
import org.jielian.testkit.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Backends.class)
class StandingTest {
    private static Chain chain;
    private String province;
    private String city;
    private String county;

    @BeforeEach
    void chain() {
        if (chain == null) chain = Chain.told("63");
        province = chain.province;
        city = chain.city;
        county = chain.county;
    }

    private ValidatableResponse standing(String by, String region, String standard, String more) {
        return as(by).get("/api/standing/" + region + "?origin=" + province + "/" + standard + "/1" + more)
                .then();
    }

    private static ValidatableResponse standard(String by, String node, String standard) {
        return given().auth()
                .oauth2(by)
                .get("/api/standing/standards/" + node + "/" + standard)
                .then();
    }

    @Test
    void showsForEachRegionBelowHowFarAReleaseHasCome() {
        release(province, "MATRIX", 20, 10, Map.of());
        awaitAnswer(city, province, "MATRIX", 1, "OPEN");
        awaitAnswer(chain.otherCity, province, "MATRIX", 1, "OPEN");
        confirm(city, province, "MATRIX", 1).then().statusCode(200);
        awaitAnswer(county, city, "MATRIX", 1, "OPEN");
        awaitAnswer(chain.secondCounty, city, "MATRIX", 1, "OPEN");
        localise(county, city, "MATRIX", 1, CONSTRAINT, "1200").then().statusCode(200);
        standing(province, province, "MATRIX", "")
                .statusCode(200)
                .body("items.regionCode", contains(chain.otherCity, city))
                .body("items.state", contains("OPEN", "CONFIRMED"))
                .body("items[1].answeredAt", notNullValue())
                .body("items[1].appliedAt", nullValue())
                .body("counts.regions", equalTo(2))
                .body("counts.delivered", equalTo(2))
                .body("counts.confirmed", equalTo(1));
        standing(province, province, "MATRIX", "&all=true")
                .body("counts.regions", equalTo(5))
                .body("counts.delivered", equalTo(4))
                .body("items.find { it.regionCode == '" + chain.otherCounty + "' }.state", equalTo("UNDELIVERED"))
                .body("items.find { it.regionCode == '" + county + "' }.state", equalTo("LOCALISED"));
        standing(city, city, "MATRIX", "&state=OPEN")
                .body("items.regionCode", contains(chain.secondCounty))
                .body("total", equalTo(1));
        String next = standing(province, province, "MATRIX", "&all=true&limit=2")
                .body("items", hasSize(2))
                .extract()
                .path("next");
        standing(province, province, "MATRIX", "&all=true&limit=3&cursor=" + next)
                .body("items", hasSize(3))
                .body("next", nullValue());
        as(province)
                .get("/api/standing/{r}/export?origin={o}&all=true", province, province + "/MATRIX/1")
                .then()
                .statusCode(200)
                .header("Content-Disposition", containsString(".xlsx"));
    }

    @Test
    void remindsThoseWhoHaveNotAnsweredOnceADay() {
        release(province, "REMIND", 20, 10, Map.of());
        awaitAnswer(city, province, "REMIND", 1, "OPEN");
        awaitAnswer(chain.otherCity, province, "REMIND", 1, "OPEN");
        confirm(chain.otherCity, province, "REMIND", 1).then().statusCode(200);
        String reminders = "/api/standing/" + province + "/reminders?origin=" + province + "/REMIND/1";
        as(province).post(reminders).then().statusCode(200).body("regions", contains(city));
        as(province).post(reminders).then().statusCode(200).body("regions", hasSize(0));
        as(city).get("/api/notices?limit=100").then().body("items.cause", hasItem("RELEASE_REMINDER"));
    }

    @Test
    void tellsAUnitItsStandardAndWhichTierSetEachValue() {
        release(province, "MINE", 0, null, Map.of());
        awaitAnswer(county, city, "MINE", 1, "INHERITED");
        localise(city, province, "MINE", 1, "passLine", "85").then().statusCode(200);
        awaitAnswer(county, city, "MINE", 2, "INHERITED");
        localise(county, city, "MINE", 2, CONSTRAINT, "1200").then().statusCode(200);
        String me = Tokens.unit(chain.unit);
        standard(me, chain.unit, "MINE")
                .statusCode(200)
                .body("regionCode", equalTo(county))
                .body("chain.regionCode", contains(province, city, county))
                .body("chain.adoption", contains("ORIGIN", "LOCALISED", "LOCALISED"))
                .body("values.find { it.place == 'passLine' }.setBy", equalTo(city))
                .body("values.find { it.place == 'passLine' }.value", equalTo("85"))
                .body("values.find { it.place == 'passLine' }.top", equalTo("80"))
                .body("values.find { it.place == '" + CONSTRAINT + "' }.setBy", equalTo(county))
                .body("values.find { it.place == 'items/A1/points' }.setBy", equalTo(province))
                .body("changes.place", contains(CONSTRAINT))
                .body("acknowledgedAt", nullValue());
        given().auth()
                .oauth2(me)
                .contentType(ContentType.JSON)
                .post("/api/standing/standards/{u}/MINE/acknowledgement", chain.unit)
                .then()
                .statusCode(200)
                .body("acknowledgedAt", notNullValue());
        String release = standard(me, chain.unit, "MINE").extract().path("release");
        as(county)
                .get("/api/standing/{r}/units?release={k}", county, release)
                .then()
                .body("items.find { it.unitCode == '" + chain.unit + "' }.acknowledgedAt", notNullValue());
        given().auth()
                .oauth2(me)
                .get("/api/standing/standards/" + chain.unit)
                .then()
                .body("items.standardCode", hasItem("MINE"));
        standard(me, chain.unit, "MINE?on=2020-01-01").statusCode(404);
        standard(me, chain.unit, "MINE?on=yesterday").statusCode(400);
    }

    @Test
    void refusesStrangers() {
        release(province, "ALIEN", 0, null, Map.of());
        awaitAnswer(county, city, "ALIEN", 1, "INHERITED");
        standing(chain.otherCity, city, "ALIEN", "").statusCode(403);
        standing(county, city, "ALIEN", "").statusCode(403);
        standing(county, county, "ALIEN", "").statusCode(200).body("items", hasSize(0));
        standing(province, province, "ALIEN", "&state=x").statusCode(400);
        as(province).get("/api/standing/" + province).then().statusCode(400);
        as(chain.otherCity)
                .get("/api/standing/{r}/units?release=x", city)
                .then()
                .statusCode(403);
        as(chain.otherCity)
                .get("/api/standing/{r}/export?origin={o}", city, province + "/ALIEN/1")
                .then()
                .statusCode(403);
        as(province)
                .post("/api/standing/{r}/reminders?origin={o}", city, province + "/ALIEN/1")
                .then()
                .statusCode(403);
        standard(Tokens.region(chain.otherCounty), chain.unit, "ALIEN").statusCode(403);
        standard(Tokens.unit(chain.unit), county, "ALIEN").statusCode(403);
        as(chain.otherCounty)
                .post("/api/standing/standards/{u}/ALIEN/acknowledgement", chain.unit)
                .then()
                .statusCode(403);
        as(city).post("/api/standing/standards/{u}/ALIEN/acknowledgement", chain.unit)
                .then()
                .statusCode(403);
    }
}
