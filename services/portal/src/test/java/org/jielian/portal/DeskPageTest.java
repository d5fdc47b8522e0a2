package org.jielian.portal;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

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
class DeskPageTest {
    private static final String PAGE = "/unit/" + Chain.UNIT;
    private static final String RETURNED = """
            {"unitCode":"%s","period":"2025-06","version":4,"status":"RETURNED","quantities":{"electricityKwh":21665.88},
            "headcount":111,"floorArea":4134.45,"remarks":{"bases":{"electricityKwh":"METERED"},"note":"换表"},
            "returned":{"at":"2025-07-08T01:30:00Z","by":"wang","node":"331102","comment":"请核对",
            "cells":[{"field":"quantities.electricityKwh","comment":"比上月高十倍"}]},
            "submittedAt":"2025-07-05T01:30:00Z","changedAt":"2025-07-05T01:30:00Z","changedBy":"li"}""".formatted(Chain.UNIT);
    private static final String DRAFT = """
            {"unitCode":"%s","period":"2025-07","version":17,"savedAt":"2025-08-03T02:32:00Z","savedBy":"li",
            "typed":{"quantities":{"electricityKwh":"12O.5","electricityCost":"600","waterM3":"1000"},"headcount":"111"}}""".formatted(Chain.UNIT);
    private static final String FINDING = """
            {"findings":[{"rule":"V01","severity":"HARD","field":"quantities.electricityKwh","code":"NOT_A_NUMBER",
            "message":{"zh":"应为数字","en":"must be a number"}}]}""";

    @BeforeEach
    void upstream() {
        Chain.stands();
        Upstream.answer("GET", "/api/forms/2025-12", call -> Answer.ok("""
                {"code":"2026","fields":[
                {"quantity":{"code":"electricityKwh","unitOfMeasure":"kWh","zh":"电","en":"Electricity"},"required":false},
                {"quantity":{"code":"waterM3","unitOfMeasure":"m3","zh":"水","en":"Water"},"required":false},
                {"quantity":{"code":"waterCost","unitOfMeasure":"yuan","zh":"水费","en":"Water cost","costOf":"waterM3"},
                "required":false}]}"""));
        Upstream.answer("GET", "/api/reports/([0-9A-Z]+)", call -> Answer.ok("{\"items\":[" + RETURNED + "]}"));
        Upstream.answer("GET", "/api/reports/([0-9A-Z]+)/2025-06/revisions", call -> Answer.ok("""
                [{"version":1,"at":"2025-07-05T01:30:00Z","who":"li","action":"SUBMITTED",
                "after":{"quantities":{"electricityKwh":2166.5},"headcount":111}},
                {"version":2,"at":"2025-07-06T01:30:00Z","who":"zhao","action":"CORRECTED","reason":"只改人数",
                "before":{"quantities":{"electricityKwh":2166.5},"headcount":111},
                "after":{"quantities":{"electricityKwh":2166.5},"headcount":112}},
                {"version":3,"at":"2025-07-07T01:30:00Z","who":"li","action":"CORRECTED","reason":"倍率",
                "before":{"quantities":{"electricityKwh":2166.5},"headcount":112},
                "after":{"quantities":{"electricityKwh":21665.88},"headcount":112}}]"""));
        Upstream.answer("GET", "/api/drafts/([0-9A-Z]+)", call -> Answer.ok("{\"items\":[" + DRAFT + "]}"));
        Upstream.answer("POST", "/api/drafts/([0-9A-Z]+)/2025-07/check", call -> Answer.ok(FINDING));
        Upstream.answer("GET", "/api/attachments/([0-9A-Z]+)", call -> Answer.ok("""
                {"items":[{"id":"7d0","period":"2025-06","quantity":"electricityKwh","name":"电费<6月>.pdf",
                "contentType":"application/pdf","size":2048,"addedAt":"2025-07-05T01:30:00Z","addedBy":"li"}]}"""));
    }

    @Test
    @TestSecurity(user = Chain.UNIT, roles = "reporter")
    @OidcSecurity(claims = @Claim(key = "node", value = Chain.UNIT))
    void showsTheYearWithWhatWasReportedTypedSentBackAndFound() {
        String page = given().get(PAGE + "?month=2025-07")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(page).contains("2025年填报表", "↩ 已退回", "✎ 草稿", "! 未报");
        assertThat(cell(page, "2025-06", "quantities.electricityKwh"))
                .contains("has-RETURNED", "比上月高十倍", "21,665.88", "class=\"clip\"");
        assertThat(cell(page, "2025-07", "quantities.electricityKwh"))
                .contains("has-HARD", "应为数字", "12O.5", "上月 21,665.88", "去年 —");
        assertThat(page).contains("草稿 08-03 10:32 由 li 保存");
    }

    private static String cell(String page, String month, String field) {
        int start = page.indexOf("data-month=\"%s\" data-field=\"%s\"".formatted(month, field));
        assertThat(start).as(month + " " + field).isPositive();
        return page.substring(start, page.indexOf("</td>", start));
    }

    @Test
    @TestSecurity(user = Chain.UNIT, roles = "reporter")
    @OidcSecurity(claims = @Claim(key = "node", value = Chain.UNIT))
    void turnsTheTableRoundForWhoWantsMonthsAsRows() {
        given().get(PAGE + "?month=2025-07&by=month")
                .then()
                .body(
                        containsString("grid by-month"),
                        containsString("<tr data-month=\"2025-07\" class=\"is-chosen\">"));
    }

    @Test
    @TestSecurity(user = "331100", roles = "administrator")
    @OidcSecurity(claims = @Claim(key = "node", value = Chain.CITY))
    void letsAnUpperTierLookAtReportsAndBillsAndAsksForNoDraft() {
        given().get(PAGE + "?month=2025-06")
                .then()
                .statusCode(200)
                .body(
                        containsString("21,665.88"),
                        containsString("aria-readonly=\"true\""),
                        not(containsString("data-submit-month")));
        given().get(PAGE + "/desk/2025-06/cell?field=quantities.electricityKwh")
                .then()
                .statusCode(200)
                .body(containsString("电费&lt;6月&gt;.pdf"), not(containsString("data-bill")));
        assertThat(Upstream.calls()).noneMatch(c -> c.path().startsWith("/api/drafts"));
    }

    @Test
    @TestSecurity(user = Chain.UNIT, roles = "reporter")
    @OidcSecurity(claims = @Claim(key = "node", value = Chain.UNIT))
    void tellsTheHistoryOfACellAndOnlyOfThatCell() {
        given().get(PAGE + "/desk/2025-06/cell?field=quantities.electricityKwh")
                .then()
                .statusCode(200)
                .body(
                        containsString("2,166.5 → <b>21,665.88</b>"),
                        containsString("倍率"),
                        not(containsString("只改人数")),
                        containsString("<option value=\"METERED\" selected>"));
        given().get(PAGE + "/desk/2025-06/cell?field=quantities.beer").then().statusCode(404);
        given().get(PAGE + "/desk/2025-6/cell?field=headcount").then().statusCode(404);
    }

    @Test
    @TestSecurity(user = Chain.UNIT, roles = "reporter")
    @OidcSecurity(claims = @Claim(key = "node", value = Chain.UNIT))
    void savesWhatWasTypedAndAnswersWhatIsFoundAndTheImpliedPrice() {
        Upstream.answer("PUT", "/api/drafts/([0-9A-Z]+)/2025-07", call -> Answer.ok("""
                {"unitCode":"%s","period":"2025-07","version":18,"savedAt":"2025-08-03T02:40:00Z","savedBy":"li",
                "typed":{"quantities":{"waterM3":"3","waterCost":"10"}}}""".formatted(Chain.UNIT)));
        given().contentType(ContentType.JSON)
                .body("""
                        {"draftVersion":17,"typed":{"quantities.waterM3":"3","quantities.waterCost":"10","headcount":""},
                        "bases":{"waterM3":"BILLED"},"note":"n"}""")
                .put(PAGE + "/desk/2025-07/draft")
                .then()
                .statusCode(200)
                .body("version", equalTo(18))
                .body("at", equalTo("10:40"))
                .body("findings[0].field", equalTo("quantities.electricityKwh"))
                .body("findings[0].text", equalTo("应为数字"))
                .body("prices.'quantities.waterM3'", equalTo("3.3333 元/m³"));
        assertThat(Upstream.calls())
                .filteredOn(c -> c.method().equals("PUT"))
                .singleElement()
                .satisfies(c -> assertThat(c.body())
                        .contains("\"waterM3\":\"3\"", "\"headcount\":\"\"", "\"BILLED\"", "\"note\":\"n\""));
    }

    @Test
    @TestSecurity(user = Chain.UNIT, roles = "reporter")
    @OidcSecurity(claims = @Claim(key = "node", value = Chain.UNIT))
    void showsBothValuesToTheSecondOfTwoWriters() {
        Upstream.answer("PUT", "/api/drafts/([0-9A-Z]+)/2025-07", call -> Answer.problem(412, "li 保存了另一份草稿"));
        given().contentType(ContentType.JSON)
                .body("{\"draftVersion\":16,\"typed\":{\"quantities.waterM3\":\"3\"}}")
                .put(PAGE + "/desk/2025-07/draft")
                .then()
                .statusCode(412)
                .body("message", equalTo("li 保存了另一份草稿"))
                .body("theirs.typed.'quantities.waterM3'", equalTo("1000"))
                .body("theirs.draftVersion", equalTo(17));
    }

    @Test
    @TestSecurity(user = Chain.UNIT, roles = "reporter")
    @OidcSecurity(claims = @Claim(key = "node", value = Chain.UNIT))
    void saysFieldByFieldWhyADraftIsNotTaken() {
        Upstream.answer("POST", "/api/drafts/([0-9A-Z]+)/2025-07/submission", call -> new Answer(400, """
                        {"title":"填报数据有误","status":400,"detail":"有 1 处需要更正",
                        "errors":[{"field":"quantities.electricityKwh","message":"应为数字"}]}"""));
        given().contentType(ContentType.JSON)
                .body("{\"version\":17}")
                .post(PAGE + "/desk/2025-07/submission")
                .then()
                .statusCode(400)
                .body("message", equalTo("有 1 处需要更正"))
                .body("errors[0].field", equalTo("quantities.electricityKwh"));
    }

    @Test
    @TestSecurity(user = Chain.UNIT, roles = "reporter")
    @OidcSecurity(claims = @Claim(key = "node", value = Chain.UNIT))
    void keepsBasesAndNotesThatThePlainFormDoesNotAskFor() {
        Upstream.answer("PUT", "/api/reports/([0-9A-Z]+)/2025-06", call -> Answer.ok(RETURNED));
        given().redirects()
                .follow(false)
                .formParam("quantities.electricityKwh", "2166.6")
                .formParam("headcount", "111")
                .formParam("floorArea", "4134.45")
                .formParam("version", "4")
                .formParam("reason", "倍率")
                .post(PAGE + "/reports/2025-06")
                .then()
                .statusCode(303);
        assertThat(Upstream.calls())
                .filteredOn(c -> c.method().equals("PUT"))
                .singleElement()
                .satisfies(c -> assertThat(c.body()).contains("\"electricityKwh\":\"METERED\"", "换表"));
    }

    @Test
    @TestSecurity(user = Chain.UNIT, roles = "reporter")
    @OidcSecurity(claims = @Claim(key = "node", value = Chain.UNIT))
    void passesABillOnAndSaysInWordsWhenItIsRefused() {
        Upstream.answer(
                "POST",
                "/api/attachments/([0-9A-Z]+)/2025-06",
                call -> call.query().contains("quantity=waterM3")
                        ? Answer.ok("{\"id\":\"7d1\",\"period\":\"2025-06\"}")
                        : Answer.problem(415, "只接受 PDF"));
        byte[] bill = "%PDF-1.7".getBytes(StandardCharsets.UTF_8);
        given().redirects()
                .follow(false)
                .multiPart("quantity", "waterM3")
                .multiPart("file", "水费.pdf", bill, "application/pdf")
                .post(PAGE + "/bills/2025-06")
                .then()
                .statusCode(303);
        given().multiPart("quantity", "electricityKwh")
                .multiPart("file", "x.pdf", "<html>".getBytes(StandardCharsets.UTF_8), "application/pdf")
                .post(PAGE + "/bills/2025-06")
                .then()
                .statusCode(415)
                .body(allOf(containsString("只接受 PDF"), not(containsString("<"))));
    }

    @Test
    @TestSecurity(user = "330100", roles = "administrator")
    @OidcSecurity(claims = @Claim(key = "node", value = Chain.OTHER_CITY))
    void isClosedToANeighbour() {
        given().get(PAGE + "/desk/2025-06").then().statusCode(403);
        given().get(PAGE + "/desk/2025-06/cell?field=headcount").then().statusCode(403);
        given().contentType(ContentType.JSON)
                .body("{\"draftVersion\":0}")
                .put(PAGE + "/desk/2025-06/draft")
                .then()
                .statusCode(403);
        given().delete(PAGE + "/desk/2025-06/draft?version=1").then().statusCode(403);
        given().contentType(ContentType.JSON)
                .body("{\"version\":1}")
                .post(PAGE + "/desk/2025-06/submission")
                .then()
                .statusCode(403);
        given().get(PAGE + "/bills/2025-06/7d0").then().statusCode(403);
        given().post(PAGE + "/bills/2025-06/7d0/removal").then().statusCode(403);
        given().multiPart("file", "x.pdf", "%PDF-".getBytes(StandardCharsets.UTF_8), "application/pdf")
                .post(PAGE + "/bills/2025-06")
                .then()
                .statusCode(403);
    }
}
