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
class UnitPageTest {
    private static final String PAGE = "/unit/" + Chain.UNIT;
    private static final String REPORT = """
            {"unitCode":"%s","period":"2025-06","version":4,"status":"SUBMITTED","quantities":{"electricityKwh":21665.88},
            "headcount":111,"floorArea":4134.45,"changedAt":"2025-07-05T01:30:00Z","changedBy":"li"}""".formatted(Chain.UNIT);

    @BeforeEach
    void upstream() {
        Chain.stands();
        Upstream.answer("GET", "/api/reports/([0-9A-Z]+)", call -> Answer.ok("{\"items\":[" + REPORT + "]}"));
        Upstream.answer("GET", "/api/reports/([0-9A-Z]+)/2025-06/revisions", call -> Answer.ok("""
                [{"version":4,"at":"2025-07-05T01:30:00Z","who":"li","action":"CORRECTED","reason":"抄表错误",
                "before":{"quantities":{"electricityKwh":216658.8},"headcount":111},
                "after":{"quantities":{"electricityKwh":21665.88},"headcount":111}}]"""));
    }

    @Test
    @TestSecurity(user = Chain.UNIT, roles = "reporter")
    @OidcSecurity(claims = @Claim(key = "node", value = Chain.UNIT))
    void givesTheUnitTheFormWithWhatItReportedBefore() {
        String page = given().get(PAGE + "?month=2025-07")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(page).contains("填报 2025年7月", "name=\"quantities.electricityKwh\"", "上月 21,665.88", "去年同月 —");
        assertThat(page).contains("value=\"111\"", "登记信息", "电供暖").doesNotContain("只读");
    }

    @Test
    @TestSecurity(user = Chain.UNIT, roles = "reporter")
    @OidcSecurity(claims = @Claim(key = "node", value = Chain.UNIT))
    void asksForAReasonWhenAMonthIsCorrectedAndShowsWhatWasChanged() {
        given().get(PAGE + "?month=2025-06")
                .then()
                .statusCode(200)
                .body(
                        containsString("更正 2025年6月"),
                        containsString("name=\"reason\""),
                        containsString("电 216,658.8 → 21,665.88"),
                        containsString("抄表错误"),
                        containsString("data-confirm"));
    }

    @Test
    @TestSecurity(user = "331102", roles = "administrator")
    @OidcSecurity(claims = @Claim(key = "node", value = Chain.COUNTY))
    void showsAUnitThatReportingHasNotHeardOfYet() {
        Upstream.answer("GET", "/api/reports/([0-9A-Z]+)", call -> Answer.problem(403, "not known"));
        given().get(PAGE + "?done=Registered")
                .then()
                .statusCode(200)
                .header("Refresh", "1")
                .body(containsString("单位已登记"), containsString("页面会自动刷新"), containsString("登记信息"));
    }

    @Test
    @TestSecurity(user = "331100", roles = "administrator")
    @OidcSecurity(claims = @Claim(key = "node", value = Chain.CITY))
    void isReadOnlyForAnUpperTier() {
        given().get(PAGE + "?month=2025-06")
                .then()
                .statusCode(200)
                .body(containsString("只读：您以 丽水市 身份查看"), not(containsString("<form class=\"report-form\"")));
    }

    @Test
    @TestSecurity(user = "330100", roles = "administrator")
    @OidcSecurity(claims = @Claim(key = "node", value = Chain.OTHER_CITY))
    void isClosedToANeighbour() {
        given().get(PAGE).then().statusCode(403);
        given().get(PAGE + "/months.xlsx?year=2025").then().statusCode(403);
        given().get(PAGE + "/revisions.xlsx?month=2025-06").then().statusCode(403);
        given().formParam("headcount", "1")
                .post(PAGE + "/reports/2025-06")
                .then()
                .statusCode(403);
        given().formParam("reason", "x")
                .post(PAGE + "/withdrawals/2025-06")
                .then()
                .statusCode(403);
    }

    @Test
    @TestSecurity(user = Chain.UNIT, roles = "reporter")
    @OidcSecurity(claims = @Claim(key = "node", value = Chain.UNIT))
    void sendsWhatWasTypedAndConfirmsIt() {
        Upstream.answer("PUT", "/api/reports/([0-9A-Z]+)/2025-07", call -> Answer.ok(REPORT));
        given().redirects()
                .follow(false)
                .formParam("quantities.electricityKwh", "1200.50")
                .formParam("quantities.waterM3", "")
                .formParam("headcount", "110")
                .formParam("floorArea", "4134.45")
                .formParam("version", "")
                .post(PAGE + "/reports/2025-07")
                .then()
                .statusCode(303)
                .header("Location", endsWith("?month=2025-07&done=Reported#month"));
        assertThat(Upstream.calls())
                .filteredOn(c -> c.method().equals("PUT"))
                .singleElement()
                .satisfies(c -> assertThat(c.body())
                        .contains("\"electricityKwh\":\"1200.50\"", "\"headcount\":\"110\"")
                        .doesNotContain("waterM3"));
    }

    @Test
    @TestSecurity(user = Chain.UNIT, roles = "reporter")
    @OidcSecurity(claims = @Claim(key = "node", value = Chain.UNIT))
    void keepsEverythingTypedWhenTheServiceRefusesAndSaysWhy() {
        Upstream.answer("PUT", "/api/reports/([0-9A-Z]+)/2025-07", call -> new Answer(400, """
                        {"title":"填报数据有误","status":400,"detail":"有 1 处需要更正",
                        "errors":[{"field":"quantities.electricityKwh","message":"不能为负数"}]}"""));
        given().formParam("quantities.electricityKwh", "-5\"<b>")
                .formParam("quantities.waterM3", "77")
                .formParam("headcount", "109")
                .formParam("version", "")
                .post(PAGE + "/reports/2025-07")
                .then()
                .statusCode(422)
                .body(
                        containsString("不能为负数"),
                        containsString("有 1 处需要更正"),
                        containsString("value=\"-5&quot;&lt;b&gt;\""),
                        containsString("value=\"77\""),
                        containsString("value=\"109\""));
    }

    @Test
    @TestSecurity(user = Chain.UNIT, roles = "reporter")
    @OidcSecurity(claims = @Claim(key = "node", value = Chain.UNIT))
    void sendsNoCorrectionWithoutAReason() {
        given().formParam("quantities.electricityKwh", "5")
                .formParam("version", "4")
                .formParam("reason", " ")
                .post(PAGE + "/reports/2025-06")
                .then()
                .statusCode(422)
                .body(containsString("请写明更正原因"), containsString("value=\"5\""));
        assertThat(Upstream.calls()).noneMatch(c -> c.method().equals("PUT"));
    }
}
