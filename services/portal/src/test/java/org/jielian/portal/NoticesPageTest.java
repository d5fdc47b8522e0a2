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
@TestSecurity(user = Chain.UNIT, roles = "reporter")
@OidcSecurity(claims = @Claim(key = "node", value = Chain.UNIT))
class NoticesPageTest {
    @BeforeEach
    void upstream() {
        Chain.stands();
        Upstream.answer("GET", "/api/notices/count", call -> Answer.ok("{\"unread\":2}"));
        Upstream.answer("GET", "/supervision/api/notices/count", call -> Answer.ok("{\"unread\":3}"));
        Upstream.answer(
                "GET",
                "/api/notices",
                call -> Answer.ok(page(
                        notice(7, "报表<被>退回", "2025-02-06T01:00:00Z", null),
                        notice(5, "已阅", "2025-02-07T01:00:00Z", "2025-02-08T01:00:00Z"))));
        Upstream.answer(
                "GET",
                "/supervision/api/notices",
                call -> Answer.ok(page(notice(9, "督办任务", "2025-02-06T02:00:00Z", null))));
        Upstream.answer("POST", "/api/notices/7/reading", call -> new Answer(204, ""));
        Upstream.answer("POST", "/api/notices/readings", call -> Answer.ok("{\"read\":2}"));
        Upstream.answer("POST", "/supervision/api/notices/readings", call -> Answer.ok("{\"read\":3}"));
    }

    private static String notice(long id, String title, String at, String readAt) {
        return """
                {"id":%d,"cause":"X","subject":"s","title":"%s","detail":"请更正","href":"/unit/%s?month=2025-01","at":"%s","by":"331102",
                "byNode":"331102","readAt":%s,"cursor":"c%d"}""".formatted(id, title, Chain.UNIT, at, readAt == null ? "null" : '"' + readAt + '"', id);
    }

    private static String page(String... notices) {
        return "{\"items\":[%s],\"next\":null,\"total\":%d}".formatted(String.join(",", notices), notices.length);
    }

    @Test
    void countOnTheBellWhatAllServicesTold() {
        given().get("/notices/bell").then().statusCode(200).body(containsString(">5</b>"));
        given().get("/unit/" + Chain.UNIT).then().body(containsString("hx-get=\"/notices/bell\""));
    }

    @Test
    void countWhatIsThereWhenAServiceIsAway() {
        Upstream.answer("GET", "/supervision/api/notices/count", call -> Answer.problem(503, "away"));
        given().get("/notices/bell").then().statusCode(200).body(containsString(">2</b>"));
        Upstream.answer("GET", "/api/notices/count", call -> Answer.problem(503, "away"));
        given().get("/notices/bell")
                .then()
                .statusCode(200)
                .body(containsString("通知"), not(containsString("bell-count")));
    }

    @Test
    void standInOneListUnreadOnesFirst() {
        String page = given().get("/notices").then().statusCode(200).extract().asString();
        assertThat(page).contains("报表&lt;被&gt;退回", "/notices/metrics/7/reading", "/notices/supervision/9/reading");
        assertThat(page.indexOf("督办任务")).isLessThan(page.indexOf("报表&lt;被"));
        assertThat(page.indexOf("报表&lt;被")).isLessThan(page.indexOf("已阅"));
    }

    @Test
    void sayWhichServiceIsAway() {
        Upstream.answer("GET", "/supervision/api/notices", call -> Answer.problem(503, "away"));
        given().get("/notices").then().statusCode(200).body(containsString("督导服务暂时不可用"), containsString("已阅"));
    }

    @Test
    void leadToTheThingAndAreReadByThat() {
        given().redirects()
                .follow(false)
                .formParam("to", "/unit/" + Chain.UNIT + "?month=2025-01")
                .post("/notices/metrics/7/reading")
                .then()
                .statusCode(303)
                .header("Location", endsWith("/unit/" + Chain.UNIT + "?month=2025-01"));
        assertThat(Upstream.calls()).anySatisfy(call -> assertThat(call.path()).isEqualTo("/api/notices/7/reading"));
    }

    @Test
    void leadNobodyToAnotherSite() {
        for (String elsewhere : new String[] {"//evil.example", "https://evil.example", "/\\evil.example"}) {
            given().redirects()
                    .follow(false)
                    .formParam("to", elsewhere)
                    .post("/notices/metrics/7/reading")
                    .then()
                    .statusCode(303)
                    .header("Location", endsWith("/notices"));
        }
    }

    @Test
    void areAllReadEverywhere() {
        given().redirects().follow(false).post("/notices/readings").then().statusCode(303);
        assertThat(Upstream.calls())
                .anySatisfy(call -> assertThat(call.path()).isEqualTo("/api/notices/readings"))
                .anySatisfy(call -> assertThat(call.path()).isEqualTo("/supervision/api/notices/readings"));
    }

    @Test
    void belongToNobodyElse() {
        Upstream.answer("POST", "/api/notices/8/reading", call -> Answer.problem(404, "no such notice"));
        given().formParam("to", "/").post("/notices/metrics/8/reading").then().statusCode(404);
        given().formParam("to", "/").post("/notices/elsewhere/8/reading").then().statusCode(404);
    }
}
