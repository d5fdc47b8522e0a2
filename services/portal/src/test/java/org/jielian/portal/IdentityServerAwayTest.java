package org.jielian.portal;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(IdentityServerAwayTest.NobodyThere.class)
@QuarkusTestResource(Upstream.class)
class IdentityServerAwayTest {
    /** Nothing listens where the identity server should be. */
    public static class NobodyThere implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "quarkus.oidc.auth-server-url",
                    "http://localhost:1/realms/quarkus",
                    "quarkus.oidc.connection-delay",
                    "1S");
        }
    }

    @Test
    void saysInTheReadersLanguageThatNobodyCanSignInNow() {
        given().get("/")
                .then()
                .statusCode(503)
                .header("Retry-After", "10")
                .header("Content-Security-Policy", containsString("default-src 'self'"))
                .contentType("text/html")
                .body(containsString("暂时无法登录"), containsString("href=\"/\""), not(containsString("OIDC")));
        given().cookie("lang", "en")
                .get("/province/330000?period=2025&x=%22%3E%3Cb%3E")
                .then()
                .statusCode(503)
                .body(
                        containsString("Nobody can sign in"),
                        containsString("/province/330000?period=2025"),
                        not(containsString("\"><b>")),
                        not(containsString("暂时无法登录")));
    }

    @Test
    void saysItInOneLineToAFragment() {
        given().header("HX-Request", "true")
                .get("/imports/units/1")
                .then()
                .statusCode(503)
                .body(containsString("暂时无法登录"), not(containsString("<html")));
    }

    @Test
    void staysAliveAndReadyForPagesThatNeedNobody() {
        given().get("/signed-out").then().statusCode(200);
        given().get("/q/health/live").then().statusCode(200);
    }
}
