package org.jielian.portal;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.oidc.server.OidcWiremockTestResource;
import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.oidc.Claim;
import io.quarkus.test.security.oidc.OidcSecurity;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Upstream.class)
@QuarkusTestResource(OidcWiremockTestResource.class)
class DoorTest {
    @BeforeEach
    void upstream() {
        Chain.stands();
    }

    @Test
    void sendsAStrangerToTheIdentityServer() {
        given().redirects()
                .follow(false)
                .get("/province/330000")
                .then()
                .statusCode(302)
                .header("Location", containsString("client_id=quarkus-web-app"));
    }

    @Test
    void leadsBackToTheSignInWhenItWasNotCompleted() {
        var begun = given().redirects().follow(false).get("/");
        String state = begun.header("Location").replaceAll(".*[?&]state=([^&]*).*", "$1");
        given().redirects()
                .follow(false)
                .cookies(begun.cookies())
                .get("/signed-in?error=temporarily_unavailable&state=" + state)
                .then()
                .statusCode(401)
                .body(containsString("登录未完成"), containsString("href=\"/\""));
    }

    @Test
    void answersAFragmentWhoseSessionIsOverWithoutARedirect() {
        given().redirects()
                .follow(false)
                .header("X-Requested-With", "JavaScript")
                .get("/province/330000")
                .then()
                .statusCode(499);
    }

    @Test
    @TestSecurity(user = "331100", roles = "administrator")
    @OidcSecurity(claims = @Claim(key = "node", value = Chain.CITY))
    void sendsACitysPersonToTheCitysPortal() {
        given().redirects().follow(false).get("/").then().statusCode(303).header("Location", endsWith("/city/331100"));
    }

    @Test
    @TestSecurity(user = Chain.UNIT, roles = "reporter")
    @OidcSecurity(claims = @Claim(key = "node", value = Chain.UNIT))
    void sendsAUnitsPersonToTheUnitsPortal() {
        given().redirects()
                .follow(false)
                .get("/")
                .then()
                .statusCode(303)
                .header("Location", endsWith("/unit/" + Chain.UNIT));
    }

    @Test
    @TestSecurity(user = "nobody", roles = "administrator")
    void tellsSomebodyWithoutANodeWhatIsWrong() {
        given().get("/").then().statusCode(403).body(containsString("无权访问"));
    }

    @Test
    void isLeftThroughAPageThatNeedsNoSignIn() {
        given().get("/signed-out")
                .then()
                .statusCode(200)
                .header("Content-Security-Policy", containsString("default-src 'self'"))
                .body(containsString("您已退出"), not(containsString("<script>")));
    }

    @Test
    void remembersTheChosenLanguage() {
        given().get("/signed-out?lang=en")
                .then()
                .body(containsString("You are signed out"))
                .cookie("lang", "en");
        given().cookie("lang", "en").get("/signed-out").then().body(containsString("You are signed out"));
    }

    @Test
    @TestSecurity(user = "331100", roles = "administrator")
    void refusesAFormSentFromAnotherSite() {
        given().header("Sec-Fetch-Site", "cross-site").post("/").then().statusCode(403);
        given().header("Origin", "https://evil.example").post("/").then().statusCode(403);
    }
}
