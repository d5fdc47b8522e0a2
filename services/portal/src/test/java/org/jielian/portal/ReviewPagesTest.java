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
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.jielian.portal.Upstream.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Upstream.class)
@QuarkusTestResource(OidcWiremockTestResource.class)
class ReviewPagesTest {
    private static final String PAGE = "/county/331102/review";
    private static final String ROW = PAGE + "/" + Chain.UNIT + "/2025-06";
    private static final String REVIEW = """
            {"unitCode":"%s","name":"莲都区<财政>局","type":"AGENCY","regionCode":"331102","regionName":"莲都区","period":"2025-06",
            "version":4,"status":"SUBMITTED","submittedAt":"2025-07-05T01:30:00Z","timeliness":"LATE","changedAt":"2025-07-05T01:30:00Z","changedBy":"li",
            "quantities":{"electricityKwh":216658.8},"headcount":111,"floorArea":4134.45,
            "remarks":{"bases":{"electricityKwh":"METERED"},"note":"已换表","explanations":{"quantities.electricityKwh":"新增机房"}},
            "findings":[{"rule":"V13","severity":"REVIEW","field":"quantities.electricityKwh","code":"TEN_TIMES_USUAL",
            "value":"216658.8","expected":"21665.9","message":{"zh":"约为往常的十倍","en":"about ten times the usual"}}],
            "risk":{"points":4,"level":"MEDIUM","clean":false,"parts":[]},
            "influence":{"energyKgce":26627.37,"ofKgce":106509.48,"share":0.25},
            "lastMonth":{"period":"2025-05","status":"ACCEPTED","quantities":{"electricityKwh":21000},"headcount":110,
            "floorArea":4134.45,"energyKgce":2580.9,"energyChange":9.3171},"lastYear":null}""".formatted(Chain.UNIT);

    @BeforeEach
    void upstream() {
        Chain.stands();
        Upstream.answer(
                "GET",
                "/api/reviews/([0-9]+)",
                call -> Chain.sees(call.node(), call.parts().get(0))
                        ? Answer.ok("{\"items\":[" + REVIEW + "],\"next\":\"abc\",\"total\":51}")
                        : Answer.problem(403, "secret"));
        Upstream.answer(
                "GET",
                "/api/reviews/([0-9]+)/progress",
                call -> Chain.sees(call.node(), call.parts().get(0))
                        ? Answer.ok(
                                "{\"expected\":400,\"reported\":399,\"waiting\":380,\"clean\":370,\"returned\":9,\"reviewed\":10,\"missing\":1}")
                        : Answer.problem(403, "secret"));
        Upstream.answer("GET", "/api/calendar/([0-9]+)/2025-06", call -> Answer.ok("""
                {"code":"331102","period":"2025-06","state":"DUE","closedBy":[],
                "explanation":{"zh":"请在 2025-07-10 前关账","en":"close it by 2025-07-10"}}"""));
        Upstream.answer("POST", "/api/closings/([0-9]+)/2025-06", call -> Answer.ok("{}"));
        Upstream.answer("POST", "/api/reports/([0-9A-Z]+)/2025-06/acceptance", call -> Answer.ok("{}"));
        Upstream.answer("POST", "/api/reports/([0-9A-Z]+)/2025-06/return", call -> Answer.ok("{}"));
        Upstream.answer(
                "POST", "/api/reviews/([0-9]+)/acceptances", call -> Answer.ok("{\"accepted\":368,\"skipped\":2}"));
    }

    @Test
    @TestSecurity(
            user = "331102",
            roles = {"administrator", "reviewer"})
    @OidcSecurity(claims = @Claim(key = "node", value = Chain.COUNTY))
    void listWhatWaitsWithRiskInfluenceAndHowFarTheMonthHasCome() {
        String page = given().get(PAGE + "?period=2025-06&risk=MEDIUM")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(page)
                .contains("莲都区&lt;财政&gt;局", "25.00%", "+931.7%", "约为往常的十倍", "共 51 份报表", "cursor=abc", "逾期")
                .contains("一键通过 370 份", "通过2025年6月全部 370 份", "missing=2025-06", ">380<", "state=RETURNED")
                .contains("hx-get=\"" + ROW + "\"");
        assertThat(Upstream.calls())
                .anySatisfy(call -> assertThat(call.query()).contains("risk=MEDIUM", "state=SUBMITTED", "sort=-risk"));
    }

    @Test
    @TestSecurity(
            user = "331102",
            roles = {"administrator", "reviewer"})
    @OidcSecurity(claims = @Claim(key = "node", value = Chain.COUNTY))
    void openAReportInPlaceWithEarlierFiguresFindingsAndExplanation() {
        Upstream.answer("GET", "/api/attachments/([0-9A-Z]+)", call -> Answer.ok("""
                {"items":[{"id":"00000000-0000-0000-0000-000000000007","period":"2025-06","quantity":"electricityKwh","name":"六月<电费>.pdf",
                "contentType":"application/pdf","size":2048,"sha256":"x","addedAt":"2025-07-05T01:30:00Z","addedBy":"li"}]}"""));
        given().header("HX-Request", "true")
                .get(ROW)
                .then()
                .statusCode(200)
                .body(
                        containsString("216,658.8"),
                        containsString("21,000"),
                        containsString("V13"),
                        containsString("新增机房"),
                        containsString("抄表"),
                        containsString("name=\"cell.quantities.electricityKwh\""),
                        containsString("/acceptance"),
                        containsString("六月&lt;电费&gt;.pdf"),
                        containsString("/unit/" + Chain.UNIT + "/bills/2025-06/00000000-0000-0000-0000-000000000007"),
                        not(containsString("<html")));
        given().get(ROW).then().statusCode(200).body(containsString("<html"), containsString("审核通过"));
        given().get(ROW + "/line").then().statusCode(200).body(containsString("25.00%"));
    }

    private static Response post(String path) {
        return given().header("HX-Request", "true")
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParam("version", "4")
                .formParam("comment", "")
                .formParam("cell.quantities.electricityKwh", "像是多写了一位")
                .formParam("cell.headcount", "")
                .post(ROW + path);
    }

    @Test
    @TestSecurity(
            user = "331102",
            roles = {"administrator", "reviewer"})
    @OidcSecurity(claims = @Claim(key = "node", value = Chain.COUNTY))
    void sendBackCellByCellAndSaySoInTheLine() {
        post("/return").then().statusCode(200).body(containsString("已退回单位"), containsString("<tbody"));
        assertThat(Upstream.calls())
                .filteredOn(c -> c.path().endsWith("/return"))
                .singleElement()
                .satisfies(c -> assertThat(c.body())
                        .contains("\"field\":\"quantities.electricityKwh\"", "像是多写了一位")
                        .doesNotContain("headcount"));
    }

    @Test
    @TestSecurity(
            user = "331102",
            roles = {"administrator", "reviewer"})
    @OidcSecurity(claims = @Claim(key = "node", value = Chain.COUNTY))
    void keepWhatWasTypedWhenTheReportChangedMeanwhile() {
        Upstream.answer("POST", "/api/reports/([0-9A-Z]+)/2025-06/return", call -> Answer.problem(412, "现在是第 5 版"));
        post("/return").then().statusCode(422).body(containsString("现在是第 5 版"), containsString("value=\"像是多写了一位\""));
    }

    @Test
    @TestSecurity(
            user = "331102",
            roles = {"administrator", "reviewer"})
    @OidcSecurity(claims = @Claim(key = "node", value = Chain.COUNTY))
    void acceptOneOrAllThatAreClean() {
        post("/acceptance").then().statusCode(200).body(containsString("已审核通过"));
        given().redirects()
                .follow(false)
                .formParam("period", "2025-06")
                .post(PAGE + "/acceptances")
                .then()
                .statusCode(303)
                .header("Location", endsWith("/review?period=2025-06&accepted=368&skipped=2"));
        given().get(PAGE + "?period=2025-06&accepted=368&skipped=2").then().body(containsString("已通过 368 份；2 份"));
    }

    @Test
    @TestSecurity(
            user = "331102",
            roles = {"administrator", "reviewer"})
    @OidcSecurity(claims = @Claim(key = "node", value = Chain.COUNTY))
    void closeTheMonthFromTheInboxAndSayWhyNotIfItCantBe() {
        given().get(PAGE + "?period=2025-06")
                .then()
                .body(containsString("请在 2025-07-10 前关账"), containsString("尚有 380 份待审核、9 份已退回、1 家未报"));
        given().redirects()
                .follow(false)
                .formParam("period", "2025-06")
                .post(PAGE + "/closing")
                .then()
                .statusCode(303)
                .header("Location", endsWith("/review?closed=true&period=2025-06"));
        Upstream.answer("POST", "/api/closings/([0-9]+)/2025-06", call -> Answer.problem(409, "该月已关账"));
        given().formParam("period", "2025-06")
                .post(PAGE + "/closing")
                .then()
                .statusCode(422)
                .body(containsString("该月已关账"), containsString("莲都区&lt;财政&gt;局"));
    }

    @Test
    @TestSecurity(
            user = "331100",
            roles = {"administrator", "reviewer"})
    @OidcSecurity(claims = @Claim(key = "node", value = Chain.CITY))
    void letAnUpperTierSendBackAndNotAccept() {
        given().get("/city/331100/review?period=2025-06&below=true")
                .then()
                .statusCode(200)
                .body(containsString("含下级地区"), not(containsString("一键通过")));
        given().header("HX-Request", "true")
                .get("/city/331100/review/" + Chain.UNIT + "/2025-06")
                .then()
                .statusCode(200)
                .body(containsString("退回单位"), not(containsString("/acceptance")));
    }

    @Test
    @TestSecurity(user = "331102", roles = "auditor")
    @OidcSecurity(claims = @Claim(key = "node", value = Chain.COUNTY))
    void offerNothingToWhoOnlyLooks() {
        given().get(PAGE + "?period=2025-06").then().body(not(containsString("一键通过")));
        given().header("HX-Request", "true")
                .get(ROW)
                .then()
                .body(not(containsString("/acceptance")), not(containsString("name=\"cell.")));
    }

    @Test
    @TestSecurity(
            user = "331102",
            roles = {"administrator", "reviewer"})
    @OidcSecurity(claims = @Claim(key = "node", value = Chain.COUNTY))
    void tellTheHomePageWhatWaits() {
        given().get("/county/331102?period=2025-06").then().body(containsString("/county/331102/review/waiting"));
        given().get(PAGE + "/waiting?period=2025-06")
                .then()
                .statusCode(200)
                .body(containsString("380 份报表待审核"), containsString("370 份"));
    }

    @Test
    @TestSecurity(user = "330100", roles = "reviewer")
    @OidcSecurity(claims = @Claim(key = "node", value = Chain.OTHER_CITY))
    void areClosedToNeighbours() {
        for (String path : new String[] {"", ".xlsx", "/waiting", "/" + Chain.UNIT + "/2025-06"}) {
            given().get(PAGE + path + "?period=2025-06")
                    .then()
                    .statusCode(403)
                    .body(not(containsString("secret")), not(containsString("财政")));
        }
        post("/return").then().statusCode(403);
        post("/acceptance").then().statusCode(403);
        given().formParam("period", "2025-06")
                .post(PAGE + "/acceptances")
                .then()
                .statusCode(403);
        assertThat(Upstream.calls()).noneMatch(c -> c.method().equals("POST"));
    }

    @Test
    @TestSecurity(
            user = "331102",
            roles = {"administrator", "reviewer"})
    @OidcSecurity(claims = @Claim(key = "node", value = Chain.COUNTY))
    void downloadWithNumbersAsNumbers() throws IOException {
        Upstream.answer(
                "GET",
                "/api/reviews/([0-9]+)",
                call -> Answer.ok("{\"items\":[" + REVIEW + "],\"next\":null,\"total\":1}"));
        byte[] file = given().get(PAGE + ".xlsx?period=2025-06")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        try (var book = new ReadableWorkbook(new ByteArrayInputStream(file))) {
            assertThat(book.getFirstSheet().read()).anySatisfy(row -> {
                assertThat(row.getCellText(0)).isEqualTo(Chain.UNIT);
                assertThat(row.getCellAsNumber(7)).contains(new java.math.BigDecimal("25.0000"));
                assertThat(row.getCellText(11)).isEqualTo("V13 约为往常的十倍");
            });
        }
    }
}
