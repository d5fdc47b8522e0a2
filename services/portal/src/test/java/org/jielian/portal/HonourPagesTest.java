package org.jielian.portal;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

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
class HonourPagesTest {
    private static final String ID = "7f3c8f0e-5b0e-4d5e-9a52-0f4f3a1c2b33";
    private static final String RULE = """
            {"indicator":"E_CAP","places":[{"type":"AGENCY","number":3,"percent":null}],"excluding":["YEAR_INCOMPLETE","NO_TITLE"],
            "minScore":null,"bonusEach":null,"bonusAtMost":null}""";
    private static final String SELECTION = """
            {"id":"%s","kind":"LEADER","region":"331100","year":2025,"standardCode":"JNJG","state":"DRAFT","rule":%s,"release":"331100/JNJG/1",
            "coefficientSet":"QUOTA","coefficientVersion":3,"on":"2026-01-05","computedAt":"2026-01-05T01:00:00Z","computedBy":"a","publishedAt":null,
            "publishedBy":null,"reason":null,"chosen":1,"ranked":0,"excluded":1,"actions":["PUBLISH","RECOMPUTE","DISCARD"],"trail":[]}""".formatted(ID, RULE);
    private static final String EXCLUDED = """
            {"candidate":{"unit":"%s","name":"莲都区<b>财政局","region":"331102","type":"AGENCY","expected":12,"bands":{}},"outcome":"EXCLUDED",
            "value":837.0000,"rank":null,"reasons":[{"why":"YEAR_INCOMPLETE","zh":"全年月报不完整","en":"months","detail":"11/12"}]}""".formatted(Chain.UNIT);

    @BeforeEach
    void upstream() {
        Chain.stands();
        Upstream.answer("GET", "/supervision/api/honours", call -> Answer.ok("""
                {"items":[{"id":"%s","kind":"LEADER","region":"331100","year":2025,"standardCode":"JNJG","state":"DRAFT","chosen":1,"ranked":0,
                "excluded":1,"changedAt":"2026-01-05T01:00:00Z"}]}""".formatted(ID)));
        Upstream.answer("GET", "/supervision/api/honours/" + ID, call -> Answer.ok(SELECTION));
        Upstream.answer(
                "GET",
                "/supervision/api/honours/" + ID + "/lines",
                call -> Answer.ok("{\"items\":[" + EXCLUDED + "],\"next\":null,\"total\":1}"));
        Upstream.answer(
                "GET",
                "/supervision/api/standing/standards/([0-9A-Z]+)",
                call -> Answer.ok("{\"items\":[{\"standardCode\":\"JNJG\",\"name\":\"节约型机关标准\"}]}"));
    }

    @Test
    @TestSecurity(user = "331100", roles = "administrator")
    @OidcSecurity(claims = @Claim(key = "node", value = Chain.CITY))
    void showWhoIsChosenAndWhyOthersAreNot() {
        String list = given().get("/city/331100/honours")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(list).contains("能效领跑者", "/city/331100/honours/" + ID, "places.HOSPITAL", "开始评选");
        String page = given().get("/city/331100/honours/" + ID + "?outcome=EXCLUDED")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(page)
                .contains(
                        "全年月报不完整 (11/12)",
                        "莲都区&lt;b&gt;财政局",
                        "按人均综合能耗由低到高",
                        "837.00",
                        "331100/JNJG/1 · 定额口径 v3",
                        "data-confirm=");
        given().get("/city/331100/honours/" + ID + ".xlsx").then().statusCode(200);
    }

    @Test
    @TestSecurity(user = "331100", roles = "administrator")
    @OidcSecurity(claims = @Claim(key = "node", value = Chain.CITY))
    void selectByTheRuleThatWasTyped() {
        Upstream.answer("POST", "/supervision/api/honours", call -> Answer.ok(SELECTION));
        given().redirects()
                .follow(false)
                .formParam("kind", "LEADER")
                .formParam("year", "2025")
                .formParam("standard", "JNJG")
                .formParam("indicator", "E_CAP")
                .formParam("in", "n")
                .formParam("places.AGENCY", "3")
                .formParam("places.SCHOOL", "")
                .formParam("excluding", "YEAR_INCOMPLETE", "NO_TITLE")
                .post("/city/331100/honours")
                .then()
                .statusCode(303);
        assertThat(Upstream.calls())
                .filteredOn(
                        call -> call.path().endsWith("/honours") && !call.body().isEmpty())
                .singleElement()
                .satisfies(call -> assertThat(call.body())
                        .contains(
                                "\"places\":[{\"type\":\"AGENCY\",\"number\":3}]",
                                "\"excluding\":[\"YEAR_INCOMPLETE\",\"NO_TITLE\"]"));
        Upstream.answer("POST", "/supervision/api/honours/" + ID + "/steps", call -> Answer.problem(409, "评选年度尚未结束"));
        given().redirects()
                .follow(false)
                .formParam("action", "PUBLISH")
                .post("/city/331100/honours/" + ID + "/steps")
                .then()
                .statusCode(422)
                .body(containsString("评选年度尚未结束"));
    }

    @Test
    @TestSecurity(user = Chain.UNIT, roles = "reporter")
    @OidcSecurity(claims = @Claim(key = "node", value = Chain.UNIT))
    void tellAUnitWhyNot() {
        Upstream.answer(
                "GET",
                "/supervision/api/honours/units/" + Chain.UNIT,
                call -> Answer.ok("""
                {"items":[{"selection":"%s","kind":"LEADER","region":"331100","year":2025,"publishedAt":"2026-01-05T01:00:00Z","rule":%s,
                "release":"331100/JNJG/1","line":%s}]}""".formatted(ID, RULE, EXCLUDED)));
        given().get("/unit/{u}/honours", Chain.UNIT).then().statusCode(200).body(containsString("全年月报不完整 (11/12)"));
    }
}
