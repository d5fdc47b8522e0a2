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
import io.restassured.http.ContentType;
import java.util.concurrent.atomic.AtomicReference;
import org.jielian.portal.Upstream.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Upstream.class)
@QuarkusTestResource(OidcWiremockTestResource.class)
class PremisesPageTest {
    private static final String PAGE = "/premises/" + Chain.UNIT;
    private static final String SHARED = """
            {"host":"%1$s","items":[{"host":"%1$s","quantity":"electricityKwh","from":"2026-01","until":null,"shares":[
            {"unit":"%1$s","percent":62.5000},{"unit":"12331122TE2PQY9270","percent":37.5000}]}]}""".formatted(Chain.UNIT);

    private final AtomicReference<String> sent = new AtomicReference<>();

    @BeforeEach
    void upstream() {
        Chain.stands();
        Upstream.answer("GET", "/api/premises/" + Chain.UNIT, call -> Answer.ok(SHARED));
        Upstream.answer("PUT", "/api/premises/" + Chain.UNIT + "/electricityKwh", call -> {
            sent.set(call.body());
            return Answer.ok(SHARED);
        });
    }

    @Test
    @TestSecurity(user = "331102", roles = "administrator")
    @OidcSecurity(claims = @Claim(key = "node", value = Chain.COUNTY))
    void showsWhoSharesWhatSinceWhen() {
        String page = given().get(PAGE).then().statusCode(200).extract().asString();
        assertThat(page).contains("合署办公", "2026-01", "62.5000", "12331122TE2PQY9270", "设定分摊");
    }

    @Test
    @TestSecurity(user = "331102", roles = "administrator")
    @OidcSecurity(claims = @Claim(key = "node", value = Chain.COUNTY))
    void sendsALineForEachUnit() {
        given().redirects()
                .follow(false)
                .contentType(ContentType.URLENC.withCharset("UTF-8"))
                .formParam("quantity", "electricityKwh")
                .formParam("from", "2026-02")
                .formParam("shares", Chain.UNIT + " 60\n12331122TE2PQY9270，40%\n")
                .post(PAGE)
                .then()
                .statusCode(303)
                .header("Location", endsWith(PAGE + "?done=Arranged"));
        assertThat(sent.get())
                .contains("\"from\":\"2026-02\"", "\"" + Chain.UNIT + "\":\"60\"", "\"12331122TE2PQY9270\":\"40\"");
    }

    @Test
    @TestSecurity(user = "331102", roles = "administrator")
    @OidcSecurity(claims = @Claim(key = "node", value = Chain.COUNTY))
    void keepsWhatWasTypedAndSaysWhatIsWrongWithIt() {
        Upstream.answer("PUT", "/api/premises/" + Chain.UNIT + "/electricityKwh", call -> new Answer(400, """
                        {"type":"/problems/invalid","title":"x","status":400,"detail":"有 1 处需要更正",
                        "errors":[{"field":"shares","message":"分摊比例合计 90 %，应为 100 %"},
                        {"field":"shares.12331122TE2PQY9270","message":"应大于 0"}]}"""));
        given().contentType(ContentType.URLENC)
                .formParam("quantity", "electricityKwh")
                .formParam("from", "2026-02")
                .formParam("shares", Chain.UNIT + " 90")
                .post(PAGE)
                .then()
                .statusCode(422)
                .body(
                        containsString(Chain.UNIT + " 90"),
                        containsString("<p class=\"mb-0\">分摊比例合计 90 %"),
                        containsString("12331122TE2PQY9270：应大于 0"));
    }

    @Test
    @TestSecurity(user = "331100", roles = "administrator")
    @OidcSecurity(claims = @Claim(key = "node", value = Chain.CITY))
    void isOnlyLookedAtFromAbove() {
        given().get(PAGE).then().statusCode(200).body(not(containsString("name=\"shares\"")));
        given().contentType(ContentType.URLENC)
                .formParam("quantity", "electricityKwh")
                .post(PAGE)
                .then()
                .statusCode(403);
    }

    @Test
    @TestSecurity(user = "330100", roles = "administrator")
    @OidcSecurity(claims = @Claim(key = "node", value = Chain.OTHER_CITY))
    void isClosedToANeighbour() {
        given().get(PAGE).then().statusCode(403);
        given().get(PAGE + "/table.xlsx").then().statusCode(403);
    }
}
