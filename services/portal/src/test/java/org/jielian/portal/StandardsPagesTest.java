package org.jielian.portal;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.oidc.server.OidcWiremockTestResource;
import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.oidc.Claim;
import io.quarkus.test.security.oidc.OidcSecurity;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import org.jielian.portal.Upstream.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(Upstream.class)
@QuarkusTestResource(OidcWiremockTestResource.class)
class StandardsPagesTest {
    static final String PLACE = "quotas/AGENCY.CITY.B.*/E_CAP/CONSTRAINT";
    private static final String RELEASE = "330000/JNJG/2";
    static final String CONTENT = """
            {"coefficientSet":"QUOTA","passLine":80,"categories":[{"code":"A","name":{"zh":"目标","en":"Targets"},"points":100}],
            "items":[{"code":"A2","category":"A","name":{"zh":"完成人均目标","en":"Target met"},"kind":"QUANTITATIVE","function":"TARGET",
            "indicator":"E_CAP","points":100,"binding":true,"evidence":"报表"}],"zones":[],
            "quotas":[{"type":"AGENCY","level":"CITY","zone":"B","heating":"*","indicator":"E_CAP",
            "values":{"CONSTRAINT":1557.1,"BASELINE":978.1,"GUIDANCE":698.2}}],
            "targets":[{"code":"T1","name":{"zh":"人均能耗下降","en":"Decline"},"kind":"DECLINE","indicator":"E_CAP","baseYear":2020,
            "year":2025,"value":6}]}""";
    private static final String ADOPTION = """
            {"regionCode":"331100","release":"330000/JNJG/2","origin":"330000/JNJG/2","version":1,"answer":"OPEN","due":"2026-12-20",
            "own":null,"conflicts":1,"deliveredAt":"2026-11-24T06:00:01Z"}""";
    private static final String ARRIVAL = """
            {"adoption":%s,"release":{"regionCode":"330000","standardCode":"JNJG","number":2,"version":1,"status":"ISSUED",
            "name":{"zh":"节约型机关<评价>标准","en":"Standard"},"origin":"330000/JNJG/2","effectiveFrom":"2027-01-01",
            "adoptBy":"2026-12-20","transition":"NEW_PERIODS_ONLY","adoption":"ORIGIN","edits":[],"setBy":{},"content":%s,
            "publishedAt":"2026-11-24T06:00:00Z","publishedBy":"330000"},"present":"331100/JNJG/1",
            "changes":[{"place":"passLine","before":"78","after":"80","effect":"TIGHTER"}],
            "kept":[{"place":"targets/T1/value","value":"7"}],"raised":[{"place":"%s","own":"1600","above":"1557.1"}],
            "conflicts":[{"place":"items/A2/frequency","own":"4","reason":{"zh":"已不再规定","en":"gone"}}]}""".formatted(ADOPTION, CONTENT, PLACE);

    @BeforeEach
    void upstream() {
        Chain.stands();
        Upstream.answer("GET", "/supervision/api/adoptions/331100", call -> Answer.ok("""
                {"items":[{"adoption":%s,"name":"节约型机关标准","effectiveFrom":"2027-01-01"}],"next":null,"total":1}""".formatted(ADOPTION)));
        Upstream.answer("GET", "/supervision/api/releases", call -> Answer.ok("""
                {"items":[{"key":"331100/JNJG/1","standardCode":"JNJG","number":1,"name":"标准","status":"ISSUED","adoption":"LOCALISED",
                "origin":"330000/JNJG/1","effectiveFrom":"2026-01-01","edits":2,"publishedAt":"2025-11-24T06:00:00Z"}],"next":null,"total":1}"""));
        Upstream.answer("GET", "/supervision/api/standards/331100/drafts", call -> Answer.ok("{\"items\":[]}"));
        Upstream.answer("GET", "/supervision/api/adoptions/331100/330000/JNJG/2", call -> Answer.ok(ARRIVAL));
        Upstream.answer("POST", "/supervision/api/adoptions/331100/330000/JNJG/2/[a-z]+", call -> Answer.ok(ADOPTION));
        Upstream.answer("GET", "/supervision/api/standing/331100", call -> Answer.ok("""
                {"origin":"330000/JNJG/2","counts":{"regions":9,"delivered":8,"read":7,"confirmed":3,"localised":2,"inherited":1,
                "applied":0,"conflicts":0},"items":[{"regionCode":"331102","name":"莲都区","tier":"COUNTY","state":"UNDELIVERED",
                "conflicts":0}],"next":null,"total":9}"""));
        Upstream.answer(
                "POST", "/supervision/api/standing/331100/reminders", call -> Answer.ok("{\"regions\":[\"331102\"]}"));
    }

    private static Response post(String path, String... form) {
        var request = given().redirects().follow(false).contentType(ContentType.URLENC);
        for (int i = 0; i < form.length; i += 2) request.formParam(form[i], form[i + 1]);
        return request.post(path);
    }

    @Test
    @TestSecurity(user = "331100", roles = "administrator")
    @OidcSecurity(claims = @Claim(key = "node", value = Chain.CITY))
    void showWhatWaitsForAnAnswerFirst() {
        String page = given().get("/city/331100/standards")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(page)
                .contains("有 1 项上级标准等待答复", "待答复", "/city/331100/standards/incoming/330000/JNJG/2", "已本地化", "新建草稿");
        assertThat(page.indexOf("上级下达")).isLessThan(page.indexOf("本级版本"));
    }

    @Test
    @TestSecurity(user = "331100", roles = "administrator")
    @OidcSecurity(claims = @Claim(key = "node", value = Chain.CITY))
    void leadThereFromANotice() {
        given().redirects()
                .follow(false)
                .get("/standards/331100")
                .then()
                .statusCode(303)
                .header("Location", org.hamcrest.Matchers.endsWith("/city/331100/standards"));
    }

    @Test
    @TestSecurity(user = "331100", roles = "administrator")
    @OidcSecurity(claims = @Claim(key = "node", value = Chain.CITY))
    void showWhatAReleaseChangesHereAndCountAsRead() {
        String page = given().get("/city/331100/standards/incoming/" + RELEASE + "?part=AGENCY")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(page)
                .contains("合格线", "收紧", "党政机关 市级 B区 人均综合能耗 · 约束值", "本级 1600，现为 1557.1", "已不再规定")
                .contains("节约型机关&lt;评价&gt;标准", "value=\"1557.1\"", "确认后将下达到下一级");
        assertThat(Upstream.calls()).anySatisfy(call -> assertThat(call.path()).endsWith("/reading"));
    }

    @Test
    @TestSecurity(user = "331100", roles = "administrator")
    @OidcSecurity(claims = @Claim(key = "node", value = Chain.CITY))
    void sendWhatIsStricterAndWhatWasStricterElsewhere() {
        post(
                        "/city/331100/standards/incoming/" + RELEASE + "/localisation",
                        "part",
                        "AGENCY",
                        PLACE,
                        "1500",
                        "quotas/AGENCY.CITY.B.*/E_CAP/BASELINE",
                        "978.1")
                .then()
                .statusCode(303);
        assertThat(Upstream.calls())
                .filteredOn(call -> call.path().endsWith("/localisation"))
                .singleElement()
                .satisfies(call -> assertThat(call.body())
                        .contains(
                                "{\"place\":\"targets/T1/value\",\"value\":\"7\"}",
                                "{\"place\":\"" + PLACE + "\",\"value\":\"1500\"}")
                        .doesNotContain("BASELINE"));
    }

    @Test
    @TestSecurity(user = "331100", roles = "administrator")
    @OidcSecurity(claims = @Claim(key = "node", value = Chain.CITY))
    void showARefusalAtItsValueAndKeepWhatWasTyped() {
        Upstream.answer(
                "POST",
                "/supervision/api/adoptions/331100/330000/JNJG/2/localisation",
                call -> new Answer(409, """
                        {"title":"本地化只能更严","status":409,"detail":"有 1 处需要更正","errors":[{"field":"%s","message":"放宽到 1600 不允许"}]}""".formatted(PLACE)));
        String page = post(
                        "/city/331100/standards/incoming/" + RELEASE + "/localisation", "part", "AGENCY", PLACE, "1600")
                .then()
                .statusCode(422)
                .extract()
                .asString();
        assertThat(page).contains("放宽到 1600 不允许", "value=\"1600\"", "aria-invalid=\"true\"");
    }

    @Test
    @TestSecurity(user = "331100", roles = "administrator")
    @OidcSecurity(claims = @Claim(key = "node", value = Chain.CITY))
    void showWhereAReleaseStandsAndRemind() {
        String page = given().get("/city/331100/standards/standing?origin=330000/JNJG/2")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(page)
                .contains(
                        "未送达",
                        "/county/331102/standards/standing?origin=330000/JNJG/2",
                        "standing.xlsx?origin=330000/JNJG/2");
        post("/city/331100/standards/reminders", "origin", "330000/JNJG/2")
                .then()
                .statusCode(303)
                .header("Location", org.hamcrest.Matchers.endsWith("reminded=1"));
        given().get("/city/331100/standards/standing.xlsx?origin=330000/JNJG/2")
                .then()
                .statusCode(200);
    }

    @Test
    @TestSecurity(user = Chain.UNIT, roles = "reporter")
    @OidcSecurity(claims = @Claim(key = "node", value = Chain.UNIT))
    void tellAUnitItsStandardWhoSetItAndWhatChanged() {
        Upstream.answer("GET", "/supervision/api/standing/standards/" + Chain.UNIT, call -> Answer.ok("""
                {"items":[{"standardCode":"JNJG","name":"标准","release":"331102/JNJG/2","effectiveFrom":"2026-01-01"}]}"""));
        Upstream.answer(
                "GET",
                "/supervision/api/standing/standards/" + Chain.UNIT + "/JNJG",
                call -> Answer.ok("""
                {"node":"%s","regionCode":"331102","release":"331102/JNJG/2","name":{"zh":"标准","en":"Standard"},
                "effectiveFrom":"2026-01-01","chain":[{"key":"330000/JNJG/1","regionCode":"330000","regionName":"浙江省","tier":"PROVINCE",
                "adoption":"ORIGIN","edits":0,"effectiveFrom":"2026-01-01","publishedAt":"2025-11-24T06:00:00Z"},
                {"key":"331102/JNJG/2","regionCode":"331102","regionName":"莲都区","tier":"COUNTY","adoption":"LOCALISED","edits":1,
                "effectiveFrom":"2026-01-01","publishedAt":"2025-11-25T06:00:00Z"}],
                "values":[{"place":"passLine","value":"85","setBy":"331102","top":"80"}],
                "changes":[{"place":"passLine","before":"80","after":"85","effect":"TIGHTER"}],"content":%s,"acknowledgedAt":null}""".formatted(Chain.UNIT, CONTENT)));
        String page = given().get("/unit/" + Chain.UNIT + "/standard")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(page).contains("合格线", "85", "莲都区", "有变化", "确认知悉", "标准的由来");
        assertThat(page).contains("该年尚无对标结果");
        Upstream.answer("GET", "/supervision/api/results/unit/" + Chain.UNIT, call -> Answer.ok("""
                {"provisional":true,"monthsExpected":12,"monthsReported":11,"basis":{"release":"331102/JNJG/1","coefficientSet":"QUOTA",
                "coefficientVersion":1,"form":"2020"},"figures":[{"indicator":"EL_AREA","unit":"kWh/m2","value":92.7318,
                "bounds":{"BASELINE":45.9,"GUIDANCE":26.2,"CONSTRAINT":75.8},"band":"ABOVE_CONSTRAINT",
                "next":{"band":"WITHIN_CONSTRAINT","bound":75.8,"less":16.9318}},{"indicator":"E_AREA_NONHEAT","unit":"kgce/m2",
                "missing":{"code":"HEATING_UNKNOWN","zh":"供暖用能未单独计量","en":"heating is not metered apart"}}]}"""));
        assertThat(given().get("/unit/" + Chain.UNIT + "/standard?year=2025").asString())
                .contains("92.73", "超约束值", "约束值 75.8", "再降 16.93 即达到约束值", "供暖用能未单独计量", "331102/JNJG/1", "11/12");
        given().get("/unit/" + Chain.UNIT + "/standard.xlsx?standard=JNJG")
                .then()
                .statusCode(200);
    }

    @Test
    @TestSecurity(user = "331100", roles = "administrator")
    @OidcSecurity(claims = @Claim(key = "node", value = Chain.CITY))
    void addAnItemOfTheRegionsOwnToWhatItHas() {
        String own = """
                {"code":"331100-1","category":"A","name":{"zh":"已有","en":"There"},"kind":"QUALITATIVE","function":"DOC","points":2,
                "binding":false,"evidence":"照片"}""";
        Upstream.answer(
                "GET",
                "/supervision/api/adoptions/331100/330000/JNJG/2",
                call -> Answer.ok(ARRIVAL.substring(0, ARRIVAL.length() - 1) + ",\"items\":[" + own + "]}"));
        assertThat(given().get("/city/331100/standards/incoming/" + RELEASE).asString())
                .contains("331100-1", "已有", "取消");
        post(
                        "/city/331100/standards/incoming/" + RELEASE + "/items",
                        "item",
                        "2",
                        "category",
                        "A",
                        "zh",
                        "Jieshui",
                        "en",
                        "Saving water",
                        "points",
                        "3",
                        "evidence",
                        "照片")
                .then()
                .statusCode(303);
        assertThat(Upstream.calls())
                .filteredOn(call -> call.path().endsWith("/localisation"))
                .singleElement()
                .satisfies(call -> assertThat(call.body())
                        .contains("\"331100-1\"", "\"331100-2\"", "Jieshui", "targets/T1/value"));
        post("/city/331100/standards/incoming/" + RELEASE + "/items", "item", "2", "points", "viele")
                .then()
                .statusCode(422);
    }

    @Test
    @TestSecurity(user = "331100", roles = "administrator")
    @OidcSecurity(claims = @Claim(key = "node", value = Chain.CITY))
    void takeItemsBackAndBringDatesForward() {
        post(
                        "/city/331100/standards/incoming/" + RELEASE + "/items/removal",
                        "item",
                        "331100-1",
                        "effectiveFrom",
                        "2026-12-28")
                .then()
                .statusCode(303);
        assertThat(Upstream.calls())
                .filteredOn(call -> call.path().endsWith("/localisation"))
                .singleElement()
                .satisfies(
                        call -> assertThat(call.body()).contains("\"items\":[]", "\"effectiveFrom\":\"2026-12-28\""));
    }

    private static void released(String effectiveFrom) {
        Upstream.answer(
                "GET",
                "/supervision/api/releases/331100/JNJG/1",
                call -> Answer.ok("""
                {"regionCode":"331100","standardCode":"JNJG","number":1,"version":1,"status":"ISSUED",
                "name":{"zh":"本市标准","en":"Standard"},"origin":"331100/JNJG/1","effectiveFrom":"%s","transition":"NEW_PERIODS_ONLY",
                "adoption":"ORIGIN","edits":[],"setBy":{},"content":%s,"publishedAt":"2026-11-24T06:00:00Z","publishedBy":"331100"}""".formatted(effectiveFrom, CONTENT)));
        Upstream.answer(
                "POST",
                "/supervision/api/releases/331100/JNJG/1/withdrawal",
                call -> call.body().contains("mistake")
                        ? Answer.ok("{\"key\":\"331100/JNJG/1\",\"status\":\"WITHDRAWN\"}")
                        : new Answer(400, "{\"title\":\"x\",\"status\":400,\"detail\":\"请写明撤回原因\"}"));
    }

    @Test
    @TestSecurity(user = "331100", roles = "administrator")
    @OidcSecurity(claims = @Claim(key = "node", value = Chain.CITY))
    void takeAReleaseBackWithAReasonBeforeItTakesEffect() {
        released("2999-01-01");
        String address = "/city/331100/standards/releases/JNJG/1";
        assertThat(given().get(address).then().statusCode(200).extract().asString())
                .contains("本市标准", "生效之前", "撤回原因", "data-confirm", "以新版本取代");
        assertThat(post(address + "/withdrawal", "reason", "")
                        .then()
                        .statusCode(422)
                        .extract()
                        .asString())
                .contains("请写明撤回原因");
        post(address + "/withdrawal", "reason", "a mistake").then().statusCode(303);
        released("2020-01-01");
        assertThat(given().get(address).asString()).doesNotContain("生效之前");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/city/331100/standards",
                "/city/331100/standards/incoming/330000/JNJG/2",
                "/city/331100/standards/standing?origin=330000/JNJG/2",
                "/city/331100/standards/standing.xlsx?origin=330000/JNJG/2",
                "/city/331100/standards/drafts/00000000-0000-0000-0000-000000000000",
                "/city/331100/standards/drafts/00000000-0000-0000-0000-000000000000/content.xlsx",
                "/city/331100/standards/releases/JNJG/1",
                "/city/331100/standards/releases/JNJG/1/content.json",
                "/standards/331100"
            })
    @TestSecurity(user = "330100", roles = "administrator")
    @OidcSecurity(claims = @Claim(key = "node", value = Chain.OTHER_CITY))
    void refuseStrangers(String page) {
        given().get(page).then().statusCode(403);
    }
}
