package org.jielian.portal;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
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
class EvidencePageTest {
    private static final String PHOTO = "/evidence/7d0c1f0a-0000-4000-8000-000000000001";

    @BeforeEach
    void upstream() {
        Chain.stands();
        Upstream.answer(
                "GET",
                "/supervision/api" + PHOTO,
                call -> Chain.sees(call.node(), Chain.COUNTY)
                        ? Answer.ok("{\"a\":1}")
                        : Answer.problem(404, "secret particulars"));
    }

    @Test
    @TestSecurity(user = "331102", roles = "administrator")
    @OidcSecurity(claims = @Claim(key = "node", value = Chain.COUNTY))
    void isAFileToBeStored() {
        given().get(PHOTO)
                .then()
                .statusCode(200)
                .header("Content-Disposition", equalTo("attachment"))
                .header("X-Content-Type-Options", equalTo("nosniff"))
                .body(equalTo("{\"a\":1}"));
        given().get("/evidence/..%2Fx").then().statusCode(404);
    }

    @Test
    @TestSecurity(user = "330100", roles = "administrator")
    @OidcSecurity(claims = @Claim(key = "node", value = Chain.OTHER_CITY))
    void isRefusedToAStranger() {
        given().get(PHOTO).then().statusCode(404).body(not(containsString("\"a\"")));
    }
}
