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
class ChecksPageTest {
    private static final String PAGE = "/city/331100/checks";
    private static final String PARAMETERS = """
            {"region":"331100","items":[{"name":"V05.tolerance","rule":"V05","zh":"单价偏离参考价的允许幅度","en":"tolerance","value":0.4000,
            "setIn":"331100","setInName":"丽水市","tier":"CITY","setAt":"2026-11-01T00:00:00Z","setBy":"331100","defaultValue":0.5,"least":0,
            "most":10},{"name":"V06.tolerance","rule":"V06","zh":"与上年同月相比的允许幅度","en":"change","value":0.1,"setIn":null,
            "setInName":null,"tier":null,"setAt":null,"setBy":null,"defaultValue":0.1,"least":0,"most":10}]}""";

    private final AtomicReference<String> sent = new AtomicReference<>();

    @BeforeEach
    void upstream() {
        Chain.stands();
        Upstream.answer("GET", "/api/validation/331100/parameters", call -> Answer.ok(PARAMETERS));
        Upstream.answer("PUT", "/api/validation/331100/parameters", call -> {
            sent.set(call.body());
            return Answer.ok(PARAMETERS);
        });
    }

    @Test
    @TestSecurity(user = "331100", roles = "administrator")
    @OidcSecurity(claims = @Claim(key = "node", value = Chain.CITY))
    void showsWhatHoldsAndWhoseItIs() {
        String page = given().get(PAGE).then().statusCode(200).extract().asString();
        assertThat(page)
                .contains("规则 V05", "0.4 由丽水市设定", "默认 0.1", "可填 0 至 10")
                .contains("name=\"V05.tolerance\" value=\"0.4\"", "name=\"V06.tolerance\" value=\"\"");
    }

    @Test
    @TestSecurity(user = "331100", roles = "administrator")
    @OidcSecurity(claims = @Claim(key = "node", value = Chain.CITY))
    void sendsOnlyWhatWasChangedAndInheritsWhatWasEmptied() {
        given().redirects()
                .follow(false)
                .contentType(ContentType.URLENC)
                .formParam("V05.tolerance", "")
                .formParam("V06.tolerance", "0.2")
                .post(PAGE)
                .then()
                .statusCode(303)
                .header("Location", endsWith(PAGE + "?done=Set"));
        assertThat(sent.get()).contains("\"V05.tolerance\":null", "\"V06.tolerance\":\"0.2\"");
    }

    @Test
    @TestSecurity(user = "331100", roles = "administrator")
    @OidcSecurity(claims = @Claim(key = "node", value = Chain.CITY))
    void keepsWhatWasTypedAndSaysWhatIsWrongWithIt() {
        Upstream.answer("PUT", "/api/validation/331100/parameters", call -> new Answer(400, """
                        {"type":"/problems/invalid","title":"x","status":400,"detail":"有 1 个参数需要更正",
                        "errors":[{"field":"V06.tolerance","message":"应在 0 与 10 之间"}]}"""));
        given().contentType(ContentType.URLENC)
                .formParam("V05.tolerance", "0.4")
                .formParam("V06.tolerance", "99")
                .post(PAGE)
                .then()
                .statusCode(422)
                .body(containsString("value=\"99\""), containsString("应在 0 与 10 之间"));
    }

    @Test
    @TestSecurity(user = "330000", roles = "administrator")
    @OidcSecurity(claims = @Claim(key = "node", value = "330000"))
    void isOnlyLookedAtFromAbove() {
        given().get(PAGE).then().statusCode(200).body(not(containsString("name=\"V05.tolerance\"")));
    }

    @Test
    @TestSecurity(user = "330100", roles = "administrator")
    @OidcSecurity(claims = @Claim(key = "node", value = Chain.OTHER_CITY))
    void isClosedToANeighbour() {
        given().get(PAGE).then().statusCode(403);
        given().contentType(ContentType.URLENC)
                .formParam("V05.tolerance", "1")
                .post(PAGE)
                .then()
                .statusCode(403);
    }
}
