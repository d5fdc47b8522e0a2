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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(Upstream.class)
@QuarkusTestResource(OidcWiremockTestResource.class)
class RegistryPagesTest {
    private static final String FORMS = "/registry/units/" + Chain.UNIT;

    @BeforeEach
    void upstream() {
        Chain.stands();
    }

    @Test
    @TestSecurity(user = "331102", roles = "administrator")
    @OidcSecurity(claims = @Claim(key = "node", value = Chain.COUNTY))
    void letACountyDescribeRetypeAndCloseItsUnit() {
        String page = given().get(FORMS).then().statusCode(200).extract().asString();
        assertThat(page)
                .contains("action=\"" + FORMS + "\"", "/move\"", "/closure\"")
                .contains("<option value=\"331102\" selected>莲都区 331102</option>")
                .doesNotContain("value=\"331100\"");
    }

    @Test
    @TestSecurity(user = "330000", roles = "administrator")
    @OidcSecurity(claims = @Claim(key = "node", value = Chain.PROVINCE))
    void letAProvinceOnlyMoveAUnitToAnyRegionBelow() {
        String page = given().get(FORMS).then().statusCode(200).extract().asString();
        assertThat(page)
                .contains("/move\"", "value=\"330000\"", "value=\"331100\"", "value=\"330100\"")
                .contains("<option value=\"331102\" selected>")
                .doesNotContain("/closure\"", "action=\"" + FORMS + "\"");
    }

    @Test
    @TestSecurity(user = "331100", roles = "administrator")
    @OidcSecurity(claims = @Claim(key = "node", value = Chain.CITY))
    void sendTheMoveWithTheVersionThatWasSeen() {
        Upstream.answer("POST", "/api/units/([0-9A-Z]+)/moves", call -> Answer.ok("""
                {"code":"%s","name":"x","type":"AGENCY","regionCode":"331100","version":4}""".formatted(Chain.UNIT)));

        given().redirects()
                .follow(false)
                .formParam("regionCode", "331100")
                .formParam("type", "AGENCY")
                .formParam("from", "2026-01")
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParam("reason", "合并")
                .formParam("version", "3")
                .post(FORMS + "/move")
                .then()
                .statusCode(303)
                .header("Location", endsWith("/unit/" + Chain.UNIT + "?done=Moved"));

        assertThat(Upstream.calls())
                .filteredOn(call -> call.path().endsWith("/moves"))
                .singleElement()
                .satisfies(call -> {
                    assertThat(call.body())
                            .contains("\"regionCode\":\"331100\"", "\"from\":\"2026-01\"", "合并")
                            .doesNotContain("version");
                    assertThat(call.ifMatch()).isEqualTo("\"3\"");
                });
    }

    @Test
    @TestSecurity(user = "331100", roles = "administrator")
    @OidcSecurity(claims = @Claim(key = "node", value = Chain.CITY))
    void keepWhatWasTypedWhenAMoveIsRefused() {
        Upstream.answer(
                "POST", "/api/units/([0-9A-Z]+)/moves", call -> Answer.problem(409, "already there from 2026-03"));
        given().formParam("regionCode", "331100")
                .formParam("type", "SCHOOL")
                .formParam("from", "2026-01")
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParam("reason", "<合并>")
                .formParam("version", "3")
                .post(FORMS + "/move")
                .then()
                .statusCode(422)
                .body(
                        containsString("already there from 2026-03"),
                        containsString("value=\"2026-01\""),
                        containsString("value=\"&lt;合并&gt;\""),
                        containsString("<option value=\"331100\" selected>"),
                        containsString("<option value=\"SCHOOL\" selected>"));
    }

    @Test
    @TestSecurity(user = "331102", roles = "administrator")
    @OidcSecurity(claims = @Claim(key = "node", value = Chain.COUNTY))
    void keepWhatWasTypedWhenAClosingIsRefused() {
        Upstream.answer("POST", "/api/units/([0-9A-Z]+)/closure", call -> Answer.problem(409, "it reported later"));
        given().formParam("from", "2026-01")
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParam("reason", "撤销")
                .post(FORMS + "/closure")
                .then()
                .statusCode(422)
                .body(
                        containsString("it reported later"),
                        containsString("value=\"2026-01\""),
                        containsString("value=\"撤销\""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/move", "/closure"})
    @TestSecurity(user = Chain.UNIT, roles = "reporter")
    @OidcSecurity(claims = @Claim(key = "node", value = Chain.UNIT))
    void areNoneOfAUnitsOwn(String form) {
        given().post(FORMS + form).then().statusCode(403);
        given().get(FORMS).then().statusCode(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/closure"})
    @TestSecurity(user = "331100", roles = "administrator")
    @OidcSecurity(claims = @Claim(key = "node", value = Chain.CITY))
    void areTheCountysAndNotTheCitys(String form) {
        given().post(FORMS + form).then().statusCode(403);
        assertThat(Upstream.calls())
                .noneSatisfy(call -> assertThat(call.method()).isIn("PUT", "POST"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/move", "/closure"})
    @TestSecurity(user = "330100", roles = "administrator")
    @OidcSecurity(claims = @Claim(key = "node", value = Chain.OTHER_CITY))
    void areClosedToStrangers(String form) {
        given().post(FORMS + form)
                .then()
                .statusCode(403)
                .body(not(containsString("secret")), not(containsString("莲都")));
        given().get(FORMS).then().statusCode(403);
        given().get("/registry/regions/331102/new").then().statusCode(403);
    }
}
