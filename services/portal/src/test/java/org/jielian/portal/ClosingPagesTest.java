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
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.jielian.portal.Upstream.Answer;
import org.jielian.portal.Upstream.Call;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(Upstream.class)
@QuarkusTestResource(OidcWiremockTestResource.class)
class ClosingPagesTest {
    private static final String FORM = "application/x-www-form-urlencoded; charset=UTF-8";
    private static final String CLOSING = """
            {"number":1,"holds":true,"closedAt":"2025-07-10T01:30:00Z","closedBy":"331100","note":"按期","coefficientSet":"STAT",
            "digest":"sha256:ab","children":1,"openChildren":[{"regionCode":"331102","name":"莲都区","tier":"COUNTY"}]}""";
    private static final String REOPENED = """
            {"number":1,"holds":false,"closedAt":"2025-07-09T01:30:00Z","closedBy":"331102","coefficientSet":"STAT",
            "digest":"sha256:cd","children":0,"openChildren":[],"reopenedAt":"2025-07-12T01:30:00Z","reopenedBy":"331102",
            "reopeningReason":"漏报一家"}""";

    @BeforeEach
    void upstream() {
        Chain.stands();
        Upstream.answer("GET", "/api/closings/([0-9]+)", inScope(ClosingPagesTest::year));
        Upstream.answer("GET", "/api/closings/([0-9]+)/2025-06", inScope(code -> month("CLOSED", CLOSING)));
        Upstream.answer("GET", "/api/closings/([0-9]+)/2025-07", inScope(code -> month("DUE", null)));
        Upstream.answer(
                "GET", "/api/closings/([0-9]+)/2025-06/differences", inScope(code -> """
                {"items":[{"unitCode":"%s","name":"莲都区<财政>局","kind":"CORRECTED",
                "before":{"version":1,"status":"SUBMITTED","countsInRegion":"331102","countsInType":"AGENCY",
                "quantities":{"electricityKwh":100},"headcount":40,"floorArea":1000},
                "now":{"version":2,"status":"SUBMITTED","countsInRegion":"331102","countsInType":"AGENCY",
                "quantities":{"electricityKwh":110.5},"headcount":40,"floorArea":1000},
                "change":{"at":"2025-07-20T01:30:00Z","who":"zhang","action":"CORRECTED","reason":"表计读错"}}],
                "next":"abc","total":51}""".formatted(Chain.UNIT)));
        Upstream.answer("GET", "/api/calendar/([0-9]+)", inScope(code -> """
                {"regionCode":"331100","level":"CITY","year":2025,"version":3,"asOf":"2025-12",
                "days":{"UNIT":{"value":7,"by":{"regionCode":"330000","regionName":"浙江省","from":"2025-03","who":"li"}},
                "COUNTY":{"value":10},"CITY":{"value":15},"PROVINCE":{"value":20}},"grace":{"value":0},"own":[],
                "months":[{"period":"2025-09","due":{"UNIT":{"nominal":"2025-10-05","date":"2025-10-09","graceUntil":"2025-10-09"},
                "COUNTY":%1$s,"CITY":%1$s,"PROVINCE":%1$s},"standing":%2$s}],
                "notices":[{"year":2025,"notice":"国办发明电〔2024〕12号"},{"year":2026}]}""".formatted(
                        "{\"nominal\":\"2025-10-10\",\"date\":\"2025-10-10\",\"graceUntil\":\"2025-10-10\"}",
                        standing("LATE", "2025-09"))));
        Upstream.answer("GET", "/api/calendar/([0-9A-Z]{18})/2025-06", inScope(code -> standing("CLOSED", "2025-06")));
        Upstream.answer("POST", "/api/closings/([0-9]+)/2025-07", inScope(code -> month("CLOSED", CLOSING)));
        Upstream.answer("POST", "/api/closings/([0-9]+)/2025-06/reopening", inScope(code -> month("DUE", REOPENED)));
    }

    private static Function<Call, Answer> inScope(java.util.function.UnaryOperator<String> body) {
        return call -> {
            String code = call.parts().get(0);
            return Chain.sees(call.node(), code) ? Answer.ok(body.apply(code)) : Answer.problem(403, "secret");
        };
    }

    private static String standing(String state, String period) {
        return """
                {"code":"x","period":"%s","due":"2025-07-15","graceUntil":"2025-07-15","daysLeft":3,"state":"%s","locked":false,
                "reasonRequired":%s,"closedBy":[],"explanation":{"zh":"说明<%s>","en":"explained"}}""".formatted(period, state, state.equals("CLOSED"), state);
    }

    private static String year(String code) {
        String months = IntStream.rangeClosed(1, 12)
                .mapToObj(m -> """
                        {"period":"2025-%1$02d","standing":%2$s,"closing":%3$s,"children":1,"childrenClosed":%4$d,"reopenedBelow":0,
                        "now":{"expected":10,"reported":9,"reviewed":5}}""".formatted(
                                m,
                                standing(m == 6 ? "CLOSED" : "LATE", "2025-%02d".formatted(m)),
                                m == 6 ? CLOSING : m == 5 ? REOPENED : "null",
                                m == 6 ? 1 : 0))
                .collect(Collectors.joining(","));
        return "{\"year\":2025,\"months\":[" + months + "],\"open\":[\"2025-01\",\"2025-12\"]}";
    }

    private static String month(String state, String closing) {
        String figures = """
                {"type":"SCHOOL","period":"2025-06","quantities":{"electricityKwh":%s,"waterM3":null},"headcount":80,"floorArea":2000,
                "energyKgce":%s,"co2Kg":1,"units":{"expected":3,"reported":2,"reviewed":1},"reportedOf":{}}""";
        String then = figures.formatted("100", "12.29");
        String now = figures.formatted("110.5", "13.58");
        String layers = "{\"live\":%1$s,\"reviewed\":%1$s,\"liveTypes\":[%1$s],\"reviewedTypes\":[%1$s]}";
        String change = """
                {"quantities":{"electricityKwh":10.5},"headcount":0,"floorArea":0,"energyKgce":1.29,"co2Kg":0,"reported":0}""";
        return """
                {"period":"2025-06","standing":%s,"closings":[%s],"shown":%s,
                "reports":{"expected":3,"missing":1,"returned":0,"submitted":1,"accepted":1},
                "children":[{"regionCode":"331102","name":"莲都区","tier":"COUNTY","closing":%s}],
                "reopenedBelow":[{"regionCode":"331102","name":"莲都区","tier":"COUNTY","closing":%s}],
                "frozen":%s,"now":%s,"live":%s,"reviewed":%s,"differences":%d}""".formatted(
                        standing(state, "2025-06"),
                        closing == null ? "" : closing,
                        closing == null ? "null" : closing,
                        REOPENED,
                        REOPENED,
                        closing == null ? "null" : layers.formatted(then),
                        layers.formatted(now),
                        closing == null ? "null" : change,
                        closing == null ? "null" : change,
                        closing == null ? 0 : 1);
    }

    @Test
    @TestSecurity(user = "331100", roles = "administrator")
    @OidcSecurity(claims = @Claim(key = "node", value = Chain.CITY))
    void showTheMonthsOfAYearWithWhoClosedThemAndWhatWasReopened() {
        given().get("/city/331100/closings?year=2025")
                .then()
                .statusCode(200)
                .body(
                        containsString("331100，2025-07-10 09:30:00"),
                        containsString("漏报一家"),
                        containsString("9/10"),
                        containsString("/city/331100/closings/2025-06"),
                        containsString("全年尚有 2 个月未关账"),
                        containsString("closings.xlsx?year=2025"));
    }

    @Test
    @TestSecurity(user = "331100", roles = "reviewer")
    @OidcSecurity(claims = @Claim(key = "node", value = Chain.CITY))
    void showWhatIsMissingBeforeAMonthIsClosedAndAskFirst() {
        given().get("/city/331100/closings/2025-07")
                .then()
                .statusCode(200)
                .body(
                        containsString("说明&lt;DUE&gt;"),
                        containsString("/city/331100/reporting?missing=2025-06"),
                        containsString("尚有 1 家单位未报"),
                        containsString("该月尚未关账"),
                        containsString("/county/331102/closings/2025-06"),
                        not(containsString("/reopening")));
        given().redirects()
                .follow(false)
                .contentType(FORM)
                .formParam("note", " 按期关账 ")
                .post("/city/331100/closings/2025-07")
                .then()
                .statusCode(303)
                .header("Location", endsWith("/city/331100/closings/2025-07?done=Closed"));
        assertThat(Upstream.calls()).anySatisfy(call -> assertThat(call.body()).isEqualTo("{\"note\":\"按期关账\"}"));
    }

    @Test
    @TestSecurity(user = "331100", roles = "administrator")
    @OidcSecurity(claims = @Claim(key = "node", value = Chain.CITY))
    void showFrozenBesideLiveAndReportByReportWhatChanged() {
        given().get("/city/331100/closings/2025-06")
                .then()
                .statusCode(200)
                .body(
                        containsString("已上报·关账时"),
                        containsString("+10.50"),
                        containsString("莲都区&lt;财政&gt;局"),
                        containsString("/unit/" + Chain.UNIT + "?month=2025-06"),
                        containsString("100 → 110.5"),
                        containsString("表计读错"),
                        containsString("cursor=abc"),
                        containsString("data-confirm"),
                        containsString("尚未再关账的地区"),
                        containsString("/city/331100/closings/2025-06/reopening"));
        given().redirects()
                .follow(false)
                .contentType(FORM)
                .formParam("reason", "漏报一家")
                .post("/city/331100/closings/2025-06/reopening")
                .then()
                .statusCode(303)
                .header("Location", endsWith("?done=Reopened"));
    }

    @Test
    @TestSecurity(user = "330000", roles = "administrator")
    @OidcSecurity(claims = @Claim(key = "node", value = Chain.PROVINCE))
    void letTheProvinceLookAndNotTouch() {
        given().get("/city/331100/closings/2025-06")
                .then()
                .statusCode(200)
                .body(containsString("只读"), not(containsString("/reopening")));
    }

    @Test
    @TestSecurity(user = "331100", roles = "administrator")
    @OidcSecurity(claims = @Claim(key = "node", value = Chain.CITY))
    void keepWhatWasTypedWhenAClosingIsRefused() {
        Upstream.answer("POST", "/api/closings/([0-9]+)/2025-07", call -> Answer.problem(409, "2025-07 尚未结束"));
        given().contentType(FORM)
                .formParam("note", "写好的备注")
                .post("/city/331100/closings/2025-07")
                .then()
                .statusCode(422)
                .body(containsString("2025-07 尚未结束"), containsString("写好的备注"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "closings.xlsx?year=2025",
                "closings/2025-06/comparison.xlsx",
                "closings/2025-06/types.xlsx",
                "closings/2025-06/children.xlsx",
                "closings/2025-06/reopened.xlsx",
                "closings/2025-06/history.xlsx",
                "calendar.xlsx?year=2025"
            })
    @TestSecurity(user = "331100", roles = "administrator")
    @OidcSecurity(claims = @Claim(key = "node", value = Chain.CITY))
    void downloadEveryTable(String file) throws IOException {
        byte[] sheet = given().get("/city/331100/" + file)
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        try (var book = new ReadableWorkbook(new ByteArrayInputStream(sheet))) {
            assertThat(book.getFirstSheet().read()).hasSizeGreaterThan(3);
        }
    }

    @Test
    @TestSecurity(user = "331100", roles = "administrator")
    @OidcSecurity(claims = @Claim(key = "node", value = Chain.CITY))
    void setTheCalendarAndShowWhoseEachDayIs() {
        Upstream.answer("PUT", "/api/calendar/([0-9]+)", call -> Answer.problem(400, "须更正"));
        given().get("/city/331100/calendar")
                .then()
                .statusCode(200)
                .body(
                        containsString("浙江省自2025年3月起设置"),
                        containsString("name=\"cityDay\""),
                        not(containsString("name=\"provinceDay\"")),
                        containsString("2025-10-09（5 日顺延）"),
                        containsString("国办发明电〔2024〕12号"),
                        containsString("2026年节假日安排尚未公布"));
        given().contentType(FORM)
                .formParam("version", "3")
                .formParam("unitDay", "六")
                .formParam("from", "2026-11")
                .post("/city/331100/calendar")
                .then()
                .statusCode(422)
                .body(containsString("须更正"), containsString("value=\"六\""));
        assertThat(Upstream.calls()).anySatisfy(call -> {
            assertThat(call.method()).isEqualTo("PUT");
            assertThat(call.body()).contains("\"unitDay\":\"六\"").doesNotContain("countyDay");
        });
    }

    @Test
    @TestSecurity(user = "331102", roles = "administrator")
    @OidcSecurity(claims = @Claim(key = "node", value = Chain.COUNTY))
    void tellOnTheHomeAndOnTheUnitsPageHowTheMonthStands() {
        given().get("/county/331102").then().body(containsString("hx-get=\"/county/331102/closings/line\""));
        given().get("/county/331102/closings/line")
                .then()
                .statusCode(200)
                .body(containsString("/county/331102/closings/"));
        given().get("/calendar/" + Chain.UNIT + "?month=2025-06")
                .then()
                .statusCode(200)
                .body(containsString("说明&lt;CLOSED&gt;"), containsString("is-fair"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/city/330100/closings",
                "/city/330100/closings.xlsx?year=2025",
                "/city/330100/closings/line",
                "/city/330100/closings/2025-06",
                "/city/330100/closings/2025-06/differences.xlsx",
                "/city/330100/calendar",
                "/city/330100/calendar.xlsx?year=2025",
                "/province/330000/closings"
            })
    @TestSecurity(user = "331100", roles = "administrator")
    @OidcSecurity(claims = @Claim(key = "node", value = Chain.CITY))
    void refuseStrangers(String address) {
        given().get(address).then().statusCode(403).body(not(containsString("secret")));
    }
}
