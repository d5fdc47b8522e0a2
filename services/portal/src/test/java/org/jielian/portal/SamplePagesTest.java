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
import java.util.function.Function;
import org.jielian.portal.Upstream.Answer;
import org.jielian.portal.Upstream.Call;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Upstream.class)
@QuarkusTestResource(OidcWiremockTestResource.class)
class SamplePagesTest {
    private static final String ID = "0b0b0b0b-0000-0000-0000-000000000001";
    private static final String PAGE = "/county/331102/samples";
    private static final String SAMPLE = """
            {"id":"%s","regionCode":"331102","period":"2025","below":false,"share":0.05,"seed":"种子<1>",
            "algorithm":"SHA256-BY-TYPE-1","population":400,"drawn":20,"checked":7,"findings":2,
            "drawnAt":"2025-07-05T01:30:00Z","drawnBy":"li","units":[{"unitCode":"%s","name":"莲都区财政局","type":"AGENCY",
            "result":"FINDING","note":"电表倍率有误","checkedAt":"2025-07-06T01:30:00Z","checkedBy":"li"}]}""".formatted(ID, Chain.UNIT);

    @BeforeEach
    void upstream() {
        Chain.stands();
        Upstream.answer("GET", "/api/samples/([0-9]+)", inScope("{\"items\":[" + SAMPLE + "]}"));
        Upstream.answer("GET", "/api/samples/([0-9]+)/" + ID, inScope(SAMPLE));
        Upstream.answer(
                "GET",
                "/api/samples/([0-9]+)/" + ID + "/redraw",
                inScope("{\"reproduced\":true,\"same\":false,\"added\":[\"x\",\"y\"],\"gone\":[\"z\"]}"));
        Upstream.answer("POST", "/api/samples/([0-9]+)", call -> new Answer(201, SAMPLE));
        Upstream.answer("PUT", "/api/samples/([0-9]+)/" + ID + "/units/.*", call -> Answer.ok(SAMPLE));
    }

    private static Function<Call, Answer> inScope(String body) {
        return call -> Chain.sees(call.node(), call.parts().get(0)) ? Answer.ok(body) : Answer.problem(403, "secret");
    }

    @Test
    @TestSecurity(user = "331102", roles = "reviewer")
    @OidcSecurity(claims = @Claim(key = "node", value = Chain.COUNTY))
    void showWhatWasDrawnHowAndHowFarTheCheckHasCome() {
        given().get(PAGE).then().statusCode(200).body(containsString("7/20"), containsString("种子&lt;1&gt;"));
        given().get(PAGE + "/" + ID)
                .then()
                .statusCode(200)
                .body(
                        containsString("SHA256-BY-TYPE-1"),
                        containsString("电表倍率有误"),
                        containsString("name=\"result\" value=\"FINDING\""));
        given().get(PAGE + "/" + ID + "?redraw=true").then().body(containsString("新增 2 家，减少 1 家"));
        given().get(PAGE + "/" + ID + "/units.xlsx").then().statusCode(200);
        given().get(PAGE + ".xlsx").then().statusCode(200);
    }

    @Test
    @TestSecurity(user = "331102", roles = "reviewer")
    @OidcSecurity(claims = @Claim(key = "node", value = Chain.COUNTY))
    void drawAndKeepWhatWasFound() {
        given().redirects()
                .follow(false)
                .formParam("period", "2025")
                .formParam("percent", "7.5")
                .formParam("seed", "")
                .post(PAGE)
                .then()
                .statusCode(303)
                .header("Location", endsWith(PAGE + "/" + ID));
        assertThat(Upstream.calls())
                .filteredOn(c -> c.method().equals("POST"))
                .singleElement()
                .satisfies(c -> assertThat(c.body()).contains("\"share\":0.075", "\"period\":\"2025\""));
        given().redirects()
                .follow(false)
                .formParam("result", "OK")
                .formParam("note", "")
                .post(PAGE + "/" + ID + "/units/" + Chain.UNIT)
                .then()
                .statusCode(303)
                .header("Location", endsWith(ID + "#u-" + Chain.UNIT));
    }

    @Test
    @TestSecurity(user = "331102", roles = "reviewer")
    @OidcSecurity(claims = @Claim(key = "node", value = Chain.COUNTY))
    void sayWhyADrawIsRefusedAndKeepWhatWasTyped() {
        Upstream.answer("POST", "/api/samples/([0-9]+)", call -> Answer.problem(400, "比例应在 0.05 到 1 之间"));
        given().formParam("period", "2025")
                .formParam("percent", "3")
                .formParam("seed", "abc")
                .post(PAGE)
                .then()
                .statusCode(422)
                .body(containsString("比例应在 0.05"), containsString("value=\"3\""), containsString("value=\"abc\""));
        given().formParam("period", "2025")
                .formParam("percent", "viel")
                .post(PAGE)
                .then()
                .statusCode(422);
    }

    @Test
    @TestSecurity(user = "331100", roles = "reviewer")
    @OidcSecurity(claims = @Claim(key = "node", value = Chain.CITY))
    void areOnlyLookedAtFromAbove() {
        given().get(PAGE + "/" + ID).then().statusCode(200).body(not(containsString("name=\"result\"")));
        given().get(PAGE).then().body(not(containsString("name=\"percent\"")));
    }

    @Test
    @TestSecurity(user = "330100", roles = "reviewer")
    @OidcSecurity(claims = @Claim(key = "node", value = Chain.OTHER_CITY))
    void areClosedToNeighbours() {
        for (String path : new String[] {"", ".xlsx", "/" + ID, "/" + ID + "/units.xlsx"}) {
            given().get(PAGE + path).then().statusCode(403).body(not(containsString("secret")));
        }
        given().formParam("period", "2025").post(PAGE).then().statusCode(403);
        given().formParam("result", "OK")
                .post(PAGE + "/" + ID + "/units/" + Chain.UNIT)
                .then()
                .statusCode(403);
        assertThat(Upstream.calls())
                .noneMatch(c -> c.method().equals("POST") || c.method().equals("PUT"));
    }
}
