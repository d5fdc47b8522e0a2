package org.jielian.portal;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.jielian.portal.StandardsPagesTest.CONTENT;
import static org.jielian.portal.StandardsPagesTest.PLACE;

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
class DraftPagesTest {
    private static final String DRAFT = "00000000-0000-0000-0000-00000000000d";

    @BeforeEach
    void upstream() {
        Chain.stands();
    }

    @Test
    @TestSecurity(user = "331100", roles = "administrator")
    @OidcSecurity(claims = @Claim(key = "node", value = "331100"))
    void triesADraftAndShowsWhoWouldChangeBand() {
        drafted();
        String trial = "/supervision/api/standards/drafts/" + DRAFT + "/trial";
        String address = "/city/331100/standards/drafts/" + DRAFT + "/trial";
        assertThat(given().get(address + "?year=2025").asString()).contains("草稿尚未按该年报表试算");
        Upstream.answer("POST", trial, call -> Answer.ok("{\"year\":2025}"));
        given().redirects()
                .follow(false)
                .formParam("year", "2025")
                .post(address)
                .then()
                .statusCode(303)
                .header("Location", org.hamcrest.Matchers.endsWith(address + "?year=2025"));
        given().formParam("year", "二〇二五").post(address).then().statusCode(400);
        Upstream.answer("GET", trial, call -> Answer.ok("""
                {"draftVersion":3,"outdated":false,"year":2025,"state":"RUNNING","total":50000,"looked":12000,"units":11000,"summary":[],
                "triedAt":"2026-11-24T06:00:00Z","triedBy":"li"}"""));
        assertThat(given().get(address + "?year=2025&effect=WORSE").asString())
                .contains(
                        "12,000 / 50,000",
                        "value=\"24\"",
                        "hx-get=\"" + address + "?year=2025&amp;effect=WORSE\"",
                        "load delay:700ms");
        Upstream.answer("GET", trial, call -> Answer.ok("""
                {"draftVersion":3,"outdated":false,"year":2025,"state":"FAILED","total":50000,"looked":12000,"units":11000,"summary":[],
                "failure":{"zh":"系统内部错误","en":"it failed"},"triedAt":"2026-11-24T06:00:00Z","triedBy":"li"}"""));
        assertThat(given().get(address + "?year=2025").asString()).contains("试算失败。 系统内部错误");
        Upstream.answer("GET", trial, call -> Answer.ok("""
                {"draftVersion":3,"outdated":true,"year":2025,"state":"DONE","total":190,"looked":190,"units":187,"summary":[{"regionCode":"331100","name":"丽水市","tier":"CITY",
                "units":187,"better":0,"worse":5,"newlyAbove":4,"newlyWithin":0}],"triedAt":"2026-11-24T06:00:00Z","triedBy":"li"}"""));
        Upstream.answer("GET", trial + "/changes", call -> Answer.ok("""
                {"items":[{"unitCode":"%s","name":"某局","regionCode":"331102","indicator":"E_CAP","unit":"kgce/person","value":930.0543,
                "from":"WITHIN_CONSTRAINT","to":"ABOVE_CONSTRAINT","bound":"CONSTRAINT","boundBefore":1293.4,"boundAfter":900,
                "effect":"NEWLY_ABOVE"}],"next":null,"total":1}""".formatted(Chain.UNIT)));
        assertThat(given().get(address + "?year=2025").asString())
                .contains("试算之后草稿又有修改", "丽水市", "某局", "930.05", "1,293.40", "超约束值", "新超限");
        given().get(address + ".xlsx?year=2025").then().statusCode(200);
    }

    private static void drafted() {
        Upstream.answer(
                "GET", "/supervision/api/standards/drafts/" + DRAFT, call -> Answer.ok("""
                {"id":"%s","regionCode":"331100","standardCode":"JNJG","version":3,"body":{"name":{"zh":"标准","en":"Standard"},
                "effectiveFrom":"2027-01-01","transition":"NEW_PERIODS_ONLY","content":%s}}""".formatted(DRAFT, CONTENT)));
        Upstream.answer(
                "GET",
                "/supervision/api/standards/drafts/" + DRAFT + "/difference",
                call -> Answer.ok("""
                {"items":[{"place":"%s","before":"1600","after":"1557.1","effect":"TIGHTER"}]}""".formatted(PLACE)));
    }

    @Test
    @TestSecurity(user = "331100", roles = "administrator")
    @OidcSecurity(claims = @Claim(key = "node", value = Chain.CITY))
    void showTheLastReleaseBesideWhatIsEdited() {
        drafted();
        String page = given().get("/city/331100/standards/drafts/" + DRAFT + "?part=AGENCY")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(page).contains("value=\"1557.1\"", "对照 1600</span><b>有变化</b>", "/content.xlsx", "/content.json");
        assertThat(given().get("/city/331100/standards/drafts/" + DRAFT + "?part=items")
                        .asString())
                .contains("name=\"items/A2/points\"", "<select", "name=\"items/A2/binding\"");
    }

    @Test
    @TestSecurity(user = "331100", roles = "administrator")
    @OidcSecurity(claims = @Claim(key = "node", value = Chain.CITY))
    void addAndTakeOutItemsRowsOfLimitsAndTargetsWithTheValues() {
        drafted();
        String address = "/city/331100/standards/drafts/" + DRAFT;
        String put = "/supervision/api/standards/drafts/" + DRAFT;
        assertThat(given().get(address + "?part=items").asString())
                .contains("name=\"new.points\"", "name=\"gone\" value=\"items/A2\"", "name=\"categories/A/points\"");
        assertThat(given().get(address + "?part=AGENCY").asString())
                .contains("name=\"new.CONSTRAINT\"", "value=\"quotas/AGENCY.CITY.B.*/E_CAP\"");
        assertThat(given().get(address).asString()).contains("name=\"new.baseYear\"", "value=\"targets/T1\"");
        Upstream.answer("PUT", put, call -> Answer.ok("""
                {"id":"%s","regionCode":"331100","standardCode":"JNJG","version":4,"body":{}}""".formatted(DRAFT)));

        edited(
                        "items",
                        "items/A2/points",
                        "60",
                        "gone",
                        "items/A2",
                        "new.code",
                        "A9",
                        "new.zh",
                        "新指标",
                        "new.category",
                        "A")
                .formParam("new.points", "60")
                .formParam("new.threshold", "3")
                .formParam("new.unit", "%")
                .formParam("new.sense", "AT_LEAST")
                .post(address)
                .then()
                .statusCode(303);
        edited("AGENCY", "gone", "quotas/AGENCY.CITY.B.*/E_CAP", "new.indicator", "EL_AREA", "new.CONSTRAINT", "88")
                .post(address)
                .then()
                .statusCode(303);
        edited(
                        "main",
                        "new.code",
                        "T2",
                        "new.kind",
                        "CAP",
                        "new.indicator",
                        "E_CAP",
                        "new.year",
                        "2026",
                        "new.value",
                        "x")
                .post(address)
                .then()
                .statusCode(303);

        assertThat(Upstream.calls().stream()
                        .filter(call -> call.method().equals("PUT"))
                        .map(call -> new io.restassured.path.json.JsonPath(call.body()))
                        .toList())
                .satisfiesExactly(
                        items -> {
                            assertThat(items.getList("content.items.code")).containsExactly("A9");
                            assertThat(items.getInt("content.items[0].points")).isEqualTo(60);
                            assertThat(items.getMap("content.items[0].threshold"))
                                    .containsEntry("sense", "AT_LEAST")
                                    .containsEntry("unit", "%");
                        },
                        rows -> {
                            assertThat(rows.getList("content.quotas.indicator")).containsExactly("EL_AREA");
                            assertThat(rows.getString("content.quotas[0].type")).isEqualTo("AGENCY");
                            assertThat(rows.getString("content.quotas[0].zone")).isEqualTo("*");
                            assertThat(rows.getInt("content.quotas[0].values.CONSTRAINT"))
                                    .isEqualTo(88);
                        },
                        targets -> {
                            assertThat(targets.getList("content.targets.code")).containsExactly("T1", "T2");
                            assertThat(targets.getString("content.targets[1].value"))
                                    .isEqualTo("x");
                        });
        Upstream.answer("PUT", put, call -> new Answer(400, """
                {"title":"标准内容有误","status":400,"detail":"有 1 处需要更正","errors":[
                {"field":"items[1].evidence","message":"未填写"}]}"""));
        assertThat(edited("items", "new.code", "A9", "gone", "items/A2")
                        .post(address)
                        .then()
                        .statusCode(422)
                        .extract()
                        .asString())
                .contains("第 2 个指标 · 佐证：未填写", "value=\"A9\"", "value=\"items/A2\" checked");
    }

    private static io.restassured.specification.RequestSpecification edited(String part, String... more) {
        var form = given().redirects().follow(false).formParam("version", "3").formParam("part", part);
        for (int i = 0; i < more.length; i += 2) form.formParam(more[i], more[i + 1]);
        return form.contentType("application/x-www-form-urlencoded; charset=UTF-8");
    }

    @Test
    @TestSecurity(user = "331100", roles = "administrator")
    @OidcSecurity(claims = @Claim(key = "node", value = Chain.CITY))
    void listEverythingWrongWithAFileAtItsPlace() {
        drafted();
        Upstream.answer("PUT", "/supervision/api/standards/drafts/" + DRAFT + "/content", call -> new Answer(400, """
                        {"title":"标准内容有误","status":400,"detail":"有 2 处需要更正","errors":[
                        {"field":"quotas!5/CONSTRAINT","message":"「12a」不是数字"},{"field":"items","message":"合计 99 分"}]}"""));
        String page = given().redirects()
                .follow(false)
                .multiPart("version", "3")
                .multiPart("file", "standard.xlsx", "PK".getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .post("/city/331100/standards/drafts/" + DRAFT + "/content")
                .then()
                .statusCode(422)
                .extract()
                .asString();
        assertThat(page).contains("草稿未作任何修改", "有 2 处需要更正", "工作表 quotas 第 5 行 CONSTRAINT 列", "「12a」不是数字", "合计 99 分");
    }

    @Test
    @TestSecurity(user = "331100", roles = "administrator")
    @OidcSecurity(claims = @Claim(key = "node", value = Chain.CITY))
    void handOverAFileAndADraftAsOne() {
        drafted();
        Upstream.answer(
                "PUT",
                "/supervision/api/standards/drafts/" + DRAFT + "/content",
                call -> Answer.ok("""
                {"id":"%s","regionCode":"331100","standardCode":"JNJG","version":4,"body":{}}""".formatted(DRAFT)));
        Upstream.answer("GET", "/supervision/api/standards/drafts/" + DRAFT + "/content", call -> Answer.ok(CONTENT));
        given().redirects()
                .follow(false)
                .multiPart("version", "3")
                .multiPart("file", "standard.json", CONTENT.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .post("/city/331100/standards/drafts/" + DRAFT + "/content")
                .then()
                .statusCode(303);
        assertThat(Upstream.calls())
                .filteredOn(call -> call.method().equals("PUT"))
                .singleElement()
                .satisfies(call -> assertThat(call.body()).contains("\"coefficientSet\":\"QUOTA\""));
        assertThat(given().get("/city/331100/standards/drafts/" + DRAFT + "/content.json")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString())
                .contains("passLine");
    }
}
