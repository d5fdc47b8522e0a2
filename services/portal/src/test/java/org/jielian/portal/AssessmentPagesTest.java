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
import io.restassured.http.ContentType;
import java.nio.charset.StandardCharsets;
import org.jielian.portal.Upstream.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Upstream.class)
@QuarkusTestResource(OidcWiremockTestResource.class)
class AssessmentPagesTest {
    private static final String ID = "7f3c8f0e-5b0e-4d5e-9a52-0f4f3a1c2b22";
    private static final String LINE = """
            {"id":"%s","assessed":"331102","name":"莲都区<b>","kind":"REGION","assessor":"331100","year":2025,"standardCode":"JNJG",
            "state":"SENT","score":83.1250,"grade":"UNFINISHED","vetoed":true,"changedAt":"2026-01-05T01:00:00Z","rank":"0"}""".formatted(ID);

    private static String sheet(String actions) {
        return """
                {"id":"%s","assessed":"331102","name":"莲都区","unit":false,"assessor":"331100","year":2025,"standardCode":"JNJG",
                "release":"331100/JNJG/1","coefficientSet":"QUOTA","coefficientVersion":3,"state":"STATED","version":9,
                "computedAt":"2026-01-05T01:00:00Z","rules":{"exceeded":95,"fulfilled":80,"mostly":65,"weights":{},"each":{},"atMost":{},"vetoes":[]},
                "outcome":{"lines":[
                {"code":"COVERAGE","item":"COVERAGE","zh":"月报报送率","en":"months reported","weight":15,"numerator":228,"denominator":240,
                "percent":95.0000,"goal":100,"points":14.2500,"missing":null},
                {"code":"RECOGNISED","item":"RECOGNISED","zh":"建成率","en":"recognised","weight":15,"numerator":1,"denominator":9,"percent":11.1,
                "goal":null,"points":null,"missing":{"code":"NO_ALLOTMENT","zh":"未分配建成率目标","en":"no share was allotted"}}],
                "deductions":[{"item":"LATE","count":2,"each":0.5,"atMost":3,"points":1.0,"missing":null}],
                "vetoes":[{"veto":"FALSIFICATION","zh":"虚报<i>电量","en":"false"}],
                "got":14.25,"applicable":15,"base":95.0000,"deducted":1.0,"score":94.0000,"grade":"UNFINISHED"},
                "statementBy":"2026-01-19","sent":{"text":null,"by":"a","node":"331100","at":"2026-01-05T01:00:00Z"},
                "statement":{"text":"电表故障","by":"331102","node":"331102","at":"2026-01-06T01:00:00Z"},
                "confirmed":null,"published":null,"returned":null,"actions":[%s],
                "trail":[{"at":"2026-01-05T01:00:00Z","who":"a","node":"331100","action":"SEND","version":null,"reason":null,"before":null,
                "after":{"state":"SENT","score":94.0,"grade":"UNFINISHED"}}]}""".formatted(ID, actions);
    }

    private static final String FINDING = "5d2b1c55-8f0e-4a1e-9d55-1f7b0a3c2d11";

    private static String finding(String byNode, String withdrawn) {
        return """
                {"items":[{"id":"%s","node":"331102","year":2025,"reason":"电量虚报<u>","evidence":["e1","e2"],"byNode":"%s","by":"331100",
                "at":"2026-01-05T01:00:00Z",%s}]}""".formatted(FINDING, byNode, withdrawn);
    }

    private static final String STANDS = "\"withdrawnReason\":null,\"withdrawnBy\":null,\"withdrawnAt\":null";

    private static final String SHARE = """
            {"node":"%s","name":"%s","tier":"%s","eligible":9,"titled":1,"share":11.11,"target":80,"binding":true,"wanted":8,"lacking":7,
            "atYearBegin":0,"expected":7,"behind":6}""";

    @BeforeEach
    void upstream() {
        Chain.stands();
        Upstream.answer(
                "GET",
                "/supervision/api/assessments",
                call -> Answer.ok("{\"items\":[" + LINE + "],\"next\":"
                        + (call.query().contains("cursor=n") ? "null" : "\"n\"") + ",\"total\":60}"));
        Upstream.answer(
                "GET", "/supervision/api/assessments/falsifications", call -> Answer.ok(finding("331100", STANDS)));
        Upstream.answer(
                "GET", "/supervision/api/assessments/" + ID, call -> Answer.ok(sheet("\"CONFIRM\",\"RETURN\"")));
        Upstream.answer(
                "GET",
                "/supervision/api/assessments/" + ID + "/sources/COVERAGE",
                call -> Answer.ok("""
                {"item":"COVERAGE","items":[{"unit":"%s","name":"莲都区财政局","expected":12,"reported":10,"watched":0}]}""".formatted(Chain.UNIT)));
        Upstream.answer(
                "GET",
                "/supervision/api/standing/standards/([0-9A-Z]+)",
                call -> Answer.ok("{\"items\":[{\"standardCode\":\"JNJG\",\"name\":\"节约型机关标准\"}]}"));
        Upstream.answer(
                "GET",
                "/supervision/api/programme/331100/2026",
                call -> Answer.ok("""
                {"year":2026,"asOf":"2026-11-30","basis":"ALLOTTED","whole":%s,"parts":[%s],
                "tiers":[{"tier":"COUNTY","eligible":9,"titled":1,"share":11.11}],
                "months":[{"month":"2026-01","titled":0,"expected":0.68},{"month":"2026-12","titled":null,"expected":8.00}],
                "check":{"wanted":8,"allotted":8,"enough":true,"without":[]},"allotments":[]}""".formatted(
                                SHARE.formatted("331100", "丽水市", "CITY"), SHARE.formatted("331102", "莲都区", "COUNTY"))));
        Upstream.answer("GET", "/supervision/api/programme/331100/2026/history", call -> Answer.ok("""
                {"items":[{"allottedBy":"331100","node":"331102","year":2026,"number":1,"share":80,"binding":true,"reason":"年度分解","by":"331100",
                "at":"2026-01-05T01:00:00Z"}]}"""));
    }

    @Test
    @TestSecurity(user = "331100", roles = "administrator")
    @OidcSecurity(claims = @Claim(key = "node", value = Chain.CITY))
    void listThoseARegionAssessesAndLeadFurtherDown() {
        String page = given().get("/city/331100/assessments?year=2025")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(page)
                .contains("/city/331100/assessments/" + ID, "83.13", "未完成 · 一票否决", "待陈述", "莲都区&lt;b&gt;", "计算考核表")
                .contains("/county/331102/assessments?year=2025", "cursor=n", "/city/331100/assessments.xlsx");
        given().get("/city/331100/assessments.xlsx?year=2025").then().statusCode(200);
        Upstream.answer("POST", "/supervision/api/assessments", call -> Answer.ok("{\"computed\":9,\"kept\":2}"));
        given().formParam("standard", "JNJG")
                .formParam("year", "2025")
                .post("/city/331100/assessments")
                .then()
                .statusCode(200)
                .body(containsString("已计算 9 份"));
    }

    @Test
    @TestSecurity(user = "331100", roles = "administrator")
    @OidcSecurity(claims = @Claim(key = "node", value = Chain.CITY))
    void openEveryNumberToWhatItCameFromAndAskBeforeWhatCannotBeUndone() {
        String address = "/city/331100/assessments/" + ID;
        String page = given().get(address).then().statusCode(200).extract().asString();
        assertThat(page)
                .contains("94.00", "95.00", "虚报&lt;i&gt;电量", "电表故障", "未分配建成率目标", "331100/JNJG/1 · 定额口径 v3")
                .contains(address + "/sources/COVERAGE", address + "/sources/LATE", "data-confirm=")
                .doesNotContain("name=\"action\" value=\"PUBLISH\"");
        given().get(address + "/sources/COVERAGE").then().statusCode(200).body(containsString("/unit/" + Chain.UNIT));
        given().get(address + "/sources/NOTHING").then().statusCode(404);
        given().get(address + "/sources/COVERAGE.xlsx").then().statusCode(200);
        given().get(address + ".xlsx").then().statusCode(200);
        Upstream.answer("POST", "/supervision/api/assessments/" + ID + "/steps", call -> Answer.problem(409, "请由他人确认"));
        given().redirects()
                .follow(false)
                .formParam("action", "CONFIRM")
                .post(address + "/steps")
                .then()
                .statusCode(422)
                .body(containsString("请由他人确认"));
    }

    @Test
    @TestSecurity(user = "331100", roles = "administrator")
    @OidcSecurity(claims = @Claim(key = "node", value = Chain.CITY))
    void showWhatWasFoundFalseWithAllThatShowsItAndLetWhoFoundItTakeItBack() {
        String address = "/city/331100/assessments/" + ID;
        String withdrawal = address + "/falsifications/" + FINDING + "/withdrawal";
        given().get(address)
                .then()
                .statusCode(200)
                .body(containsString("电量虚报&lt;u&gt;"))
                .body(containsString("/evidence/e1\">证据 1"))
                .body(containsString("/evidence/e2\">证据 2"))
                .body(containsString(withdrawal));
        Upstream.answer(
                "POST",
                "/supervision/api/assessments/falsifications/" + FINDING + "/withdrawal",
                call -> Answer.ok("{\"id\":\"" + FINDING + "\"}"));
        given().redirects()
                .follow(false)
                .contentType(ContentType.URLENC.withCharset(StandardCharsets.UTF_8))
                .formParam("reason", "复核无误")
                .post(withdrawal)
                .then()
                .statusCode(303);
        assertThat(Upstream.calls())
                .filteredOn(call -> call.path().endsWith("/withdrawal"))
                .singleElement()
                .satisfies(call -> assertThat(call.body()).contains("\"reason\":\"复核无误\""));

        String ended =
                "\"withdrawnReason\":\"复核无误\",\"withdrawnBy\":\"331100\",\"withdrawnAt\":\"2026-01-06T01:00:00Z\"";
        for (String finding : new String[] {finding("331100", ended), finding("330000", STANDS)}) {
            Upstream.answer("GET", "/supervision/api/assessments/falsifications", call -> Answer.ok(finding));
            assertThat(given().get(address).asString())
                    .contains("电量虚报&lt;u&gt;")
                    .doesNotContain("/withdrawal\"");
        }
    }

    @Test
    @TestSecurity(user = Chain.UNIT, roles = "reporter")
    @OidcSecurity(claims = @Claim(key = "node", value = Chain.UNIT))
    void letTheAssessedStateItsCase() {
        Upstream.answer("GET", "/supervision/api/assessments/" + ID, call -> Answer.ok(sheet("\"STATE\"")));
        given().get("/unit/{u}/assessments", Chain.UNIT).then().statusCode(200).body(containsString(ID));
        given().get("/unit/{u}/assessments/{id}", Chain.UNIT, ID)
                .then()
                .statusCode(200)
                .body(containsString("提交陈述意见"));
        Upstream.answer("POST", "/supervision/api/assessments/" + ID + "/steps", call -> Answer.ok(sheet("")));
        given().redirects()
                .follow(false)
                .formParam("action", "STATE")
                .formParam("text", "电表故障")
                .post("/unit/{u}/assessments/{id}/steps", Chain.UNIT, ID)
                .then()
                .statusCode(303);
        given().redirects()
                .follow(false)
                .get("/assessments/{u}/{id}", Chain.UNIT, ID)
                .then()
                .statusCode(303);
    }

    @Test
    @TestSecurity(user = "331100", roles = "administrator")
    @OidcSecurity(claims = @Claim(key = "node", value = Chain.CITY))
    void showTheProgrammeAgainstTimeAndTakeAnAllotment() {
        String page = given().get("/city/331100/programme?year=2026")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(page)
                .contains("落后 6 家", "分配合计 8 家", "年度分解", "share.331102", "/county/331102/programme?year=2026", "县直");
        given().get("/city/331100/programme.xlsx?year=2026").then().statusCode(200);
        Upstream.answer("PUT", "/supervision/api/programme/331100/2026", call -> Answer.ok("{\"year\":2026}"));
        given().redirects()
                .follow(false)
                .formParam("year", "2026")
                .formParam("share.331102", "85.5")
                .formParam("binding.331102", "on")
                .formParam("reason", "调整")
                .post("/city/331100/programme")
                .then()
                .statusCode(303);
        assertThat(Upstream.calls())
                .filteredOn(call -> call.path().endsWith("/programme/331100/2026")
                        && !call.body().isEmpty())
                .singleElement()
                .satisfies(call ->
                        assertThat(call.body()).contains("\"share\":85.5", "\"binding\":true", "\"node\":\"331102\""));
    }
}
