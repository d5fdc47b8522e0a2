package org.jielian.portal;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.oidc.server.OidcWiremockTestResource;
import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.oidc.Claim;
import io.quarkus.test.security.oidc.OidcSecurity;
import org.jielian.portal.Upstream.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Upstream.class)
@QuarkusTestResource(OidcWiremockTestResource.class)
class OutstandingPageTest {
    private static final String TICK = "name=\"unit\" value=\"" + Chain.UNIT + "\"";

    @BeforeEach
    void upstream() {
        Chain.stands();
        Upstream.answer(
                "POST",
                "/api/reminders/([0-9]+)",
                call -> Answer.ok("{\"reminded\":1,\"alreadyToday\":[\"x\"],\"notOutstanding\":[]}"));
    }

    @Test
    @TestSecurity(user = "331102", roles = "reviewer")
    @OidcSecurity(claims = @Claim(key = "node", value = Chain.COUNTY))
    void letsACountyTickItsUnitsAndCallThem() {
        String page = given().get("/county/331102/reporting/outstanding?period=2025-01")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(page)
                .contains("2025年1月未完成报送", TICK, "href=\"tel:0578-2091234\"", "王敏", "逾期未报", "2025-02-06 09:30:00 331102")
                .contains("data-confirm", "催报全部");
    }

    @Test
    @TestSecurity(user = "331102", roles = "reviewer")
    @OidcSecurity(claims = @Claim(key = "node", value = Chain.COUNTY))
    void remindsFromTheCountysHomeToo() {
        given().get("/county/331102?period=2025-01")
                .then()
                .statusCode(200)
                .body(containsString(TICK), containsString("action=\"/county/331102/reminders\""));
    }

    @Test
    @TestSecurity(user = "331102", roles = "reviewer")
    @OidcSecurity(claims = @Claim(key = "node", value = Chain.COUNTY))
    void sendsWhatWasTickedAndSaysWhatBecameOfIt() {
        given().redirects()
                .follow(false)
                .formParam("period", "2025-01")
                .formParam("state", "LATE")
                .formParam("whom", "ticked")
                .formParam("unit", Chain.UNIT)
                .post("/county/331102/reminders")
                .then()
                .statusCode(303)
                .header(
                        "Location",
                        endsWith(
                                "/county/331102/reporting/outstanding?period=2025-01&state=LATE&reminded=1&already=1&done=0"));
        assertThat(Upstream.calls()).anySatisfy(call -> {
            assertThat(call.path()).isEqualTo("/api/reminders/331102");
            assertThat(call.body())
                    .contains("\"2025-01\"", "[\"" + Chain.UNIT + "\"]")
                    .doesNotContain("LATE");
        });
        given().get("/county/331102/reporting/outstanding?period=2025-01&reminded=1&already=1&done=0")
                .then()
                .body(containsString("已催报 1 家；1 家今天已催报过"));
    }

    @Test
    @TestSecurity(user = "331102", roles = "reviewer")
    @OidcSecurity(claims = @Claim(key = "node", value = Chain.COUNTY))
    void remindsAllOfAState() {
        given().redirects()
                .follow(false)
                .formParam("period", "2025-01")
                .formParam("state", "RETURNED")
                .formParam("whom", "all")
                .post("/county/331102/reminders")
                .then()
                .statusCode(303);
        assertThat(Upstream.calls()).anySatisfy(call -> assertThat(call.body()).contains("\"state\":\"RETURNED\""));
    }

    @Test
    @TestSecurity(user = "331102", roles = "reviewer")
    @OidcSecurity(claims = @Claim(key = "node", value = Chain.COUNTY))
    void asksForATickBeforeItReminds() {
        given().redirects()
                .follow(false)
                .formParam("period", "2025-01")
                .formParam("whom", "ticked")
                .post("/county/331102/reminders")
                .then()
                .statusCode(303)
                .header("Location", endsWith("reminded=-1"));
        assertThat(Upstream.calls()).noneSatisfy(call -> assertThat(call.path()).contains("reminders"));
    }

    @Test
    @TestSecurity(user = "331100", roles = "reviewer")
    @OidcSecurity(claims = @Claim(key = "node", value = Chain.CITY))
    void letsACityRemindItsCountiesAndOnlyLookAtTheirUnits() {
        given().get("/city/331100/reporting/outstanding?period=2025-01")
                .then()
                .statusCode(200)
                .body(
                        containsString("name=\"region\" value=\"331102\""),
                        containsString("/county/331102/reporting/outstanding?period=2025-01"),
                        not(containsString(TICK)));
        given().get("/county/331102/reporting/outstanding?period=2025-01")
                .then()
                .statusCode(200)
                .body(not(containsString(TICK)), not(containsString("催报全部")));
        given().formParam("period", "2025-01")
                .formParam("unit", Chain.UNIT)
                .post("/county/331102/reminders")
                .then()
                .statusCode(403);
    }

    @Test
    @TestSecurity(user = "330100", roles = "administrator")
    @OidcSecurity(claims = @Claim(key = "node", value = Chain.OTHER_CITY))
    void isClosedToANeighbour() {
        given().get("/city/331100/reporting/outstanding").then().statusCode(403);
        given().get("/city/331100/reporting/outstanding.xlsx").then().statusCode(403);
        given().get("/city/331100/reporting/outstanding-regions.xlsx").then().statusCode(403);
        given().get("/contacts/331102").then().statusCode(403);
        given().get("/contacts/" + Chain.UNIT + "/card").then().statusCode(403);
        given().formParam("version", "4").post("/contacts/331102").then().statusCode(403);
        given().formParam("period", "2025-01")
                .formParam("whom", "all")
                .formParam("state", "LATE")
                .post("/city/331100/reminders")
                .then()
                .statusCode(403);
    }

    @Test
    @TestSecurity(user = "331102", roles = "reviewer")
    @OidcSecurity(claims = @Claim(key = "node", value = Chain.COUNTY))
    void downloads() {
        given().get("/county/331102/reporting/outstanding.xlsx?period=2025-01")
                .then()
                .statusCode(200)
                .contentType(containsString("spreadsheet"));
    }

    @Test
    @TestSecurity(user = Chain.UNIT, roles = "reporter")
    @OidcSecurity(claims = @Claim(key = "node", value = Chain.UNIT))
    void letsAUnitKeepItsContact() {
        Upstream.answer(
                "PUT",
                "/api/contacts/([0-9A-Z]+)",
                call -> call.body().contains("nobody")
                        ? new Answer(400, """
                        {"title":"x","status":400,"detail":"有 1 处需要更正","errors":[{"field":"email","message":"请填写有效的电子邮箱"}]}""")
                        : Answer.ok("{\"nodeCode\":\"x\",\"version\":5,\"person\":\"李雷\"}"));
        given().get("/contacts/" + Chain.UNIT)
                .then()
                .statusCode(200)
                .body(containsString("value=\"0578-2091234\""), containsString("name=\"version\" value=\"4\""));
        given().get("/contacts/" + Chain.UNIT + "/card").then().body(containsString("tel:0578-2091234"));
        given().redirects()
                .follow(false)
                .formParam("version", "4")
                .formParam("person", "李雷")
                .formParam("email", "")
                .formParam("phone", "")
                .post("/contacts/" + Chain.UNIT)
                .then()
                .statusCode(303);
        given().formParam("version", "4")
                .formParam("person", "李雷")
                .formParam("email", "nobody")
                .formParam("phone", "")
                .post("/contacts/" + Chain.UNIT)
                .then()
                .statusCode(422)
                .body(containsString("请填写有效的电子邮箱"), containsString("value=\"nobody\""));
    }

    @Test
    @TestSecurity(user = "331100", roles = "administrator")
    @OidcSecurity(claims = @Claim(key = "node", value = Chain.CITY))
    void showsAContactToThoseAboveWithoutAForm() {
        given().get("/contacts/" + Chain.UNIT)
                .then()
                .statusCode(200)
                .body(containsString("0578-2091234"), not(containsString("name=\"version\"")));
        given().formParam("version", "4").post("/contacts/" + Chain.UNIT).then().statusCode(403);
    }
}
