package org.jielian.portal;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.oidc.server.OidcWiremockTestResource;
import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.oidc.Claim;
import io.quarkus.test.security.oidc.OidcSecurity;
import io.restassured.http.ContentType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.jielian.portal.Upstream.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Upstream.class)
@QuarkusTestResource(OidcWiremockTestResource.class)
class InspectionPagesTest {
    private static final String ID = "5f8c1f1e-6f0e-4a55-9c0d-0a8f6f2b7a11";
    private static final String PLAN = "8c6c7d5e-33f4-4d0e-9d2f-5b8c9e6a1f02";
    private static final String NOTICE = "0c5b2c55-0d44-4a3c-8a68-6f2d7b1f9e33";
    private static final String PHOTO = "11111111-2222-3333-4444-555555555555";
    private static final String LINE = """
            {"id":"%s","plan":"%s","planName":"年度检查","kind":"PLANNED","unitCode":"%s","unitName":"莲都区<财政>局","inspecting":"331102",
            "inspectingName":"莲都区","inspectors":["王芳"],"day":"2025-03-05","status":"CONFIRMED","due":"2025-03-25","late":true,
            "problems":1}""".formatted(ID, PLAN, Chain.UNIT);
    private static final String INSPECTION = """
            {"id":"%s","version":5,"plan":"%s","planName":"年度检查","kind":"PLANNED","standardCode":"JNJG","year":2025,"unitCode":"%s",
            "unitName":"莲都区<财政>局","regionCode":"331102","inspecting":"331102","inspectingName":"莲都区","day":"2025-03-05",
            "inspectors":["王芳","李强"],"status":"%s","release":"331102/JNJG/1","items":[
            {"code":"A1","category":"A","name":{"zh":"年度计划","en":"Plan"},"binding":true,"evidence":"计划文件","finding":
            {"outcome":"PROBLEM","remark":"没有计划","evidence":["%s"],"by":"331102","at":"2025-03-05T02:00:00Z"}},
            {"code":"A2","category":"A","name":{"zh":"台账","en":"Ledger"},"binding":false}],
            "inspectorsStatement":{"text":"已查看","evidence":[],"by":"331102","node":"331102","at":"2025-03-05T03:00:00Z"},
            "unitStatements":[{"text":"情况属实","agrees":true,"evidence":[],"by":"u","node":"%s","at":"2025-03-06T03:00:00Z"}],
            "checkedOn":"2025-03-05","due":"2025-03-25","actions":[%s],"files":{"%s":"现场.png"},
            "history":[{"action":"BEGIN","to":"CHECKING","by":"331102","node":"331102","at":"2025-03-05T01:00:00Z"}]}""";
    private static final String RECTIFICATION = """
            {"id":"%s","number":"331102整〔2025〕3号","inspection":"%s","unitCode":"%s","unitName":"莲都区<财政>局","regionCode":"331102",
            "issuer":"331102","issuerName":"莲都区","standardCode":"JNJG","release":"331102/JNJG/1","coefficientSet":"QUOTA",
            "checkedOn":"2025-03-05","servedOn":"2025-03-10","servedBy":"331102","problems":[
            {"problem":{"no":1,"item":"A1","clause":"A1 年度计划","found":"没有计划","term":"SHORT","deadline":"2025-04-10",
            "responsible":"张主任","evidenceAsked":"计划文件","status":"ANSWERED","measure":"已制定","doneOn":"2025-03-20","evidence":["%s"],
            "answeredBy":"u"},"overdue":false,"may":["VERIFY","RETURN"]},
            {"problem":{"no":2,"clause":"条例第十四条","found":"没有分项计量","term":"LONG","deadline":"2025-03-12","responsible":"李科长",
            "status":"OPEN","evidence":[]},"overdue":true,"may":["ANSWER"]}],
            "files":{"%s":"计划.pdf"},"history":[{"no":0,"action":"SERVE","by":"331102","node":"331102","at":"2025-03-10T01:00:00Z"}]}""".formatted(NOTICE, ID, Chain.UNIT, PHOTO, PHOTO);
    private static final String PROBLEM = """
            {"notice":"%s","number":"331102整〔2025〕3号","no":2,"unitCode":"%s","unitName":"莲都区<财政>局","issuer":"331102",
            "issuerName":"莲都区","clause":"条例第十四条","found":"没有分项计量","term":"LONG","deadline":"2025-03-12","responsible":"李科长",
            "status":"OPEN","column":"OVERDUE","servedOn":"2025-03-10"}""".formatted(NOTICE, Chain.UNIT);
    private static final String PLANNED = """
            {"id":"%s","region":"331100","regionName":"丽水市","kind":"DOUBLE_RANDOM","name":"双随机一期","standardCode":"JNJG","year":2025,
            "from":"2025-03-03","to":"2025-03-14","inspecting":"331100","inspectingName":"丽水市","draw":{"seed":"2025春","algorithm":"X-1",
            "unitsInHat":["%s"],"unitsWanted":1,"inspectorsInHat":["王芳"],"inspectorsWanted":1},"createdAt":"2025-03-01T01:00:00Z",
            "createdBy":"331100","inspections":{"units":1,"finished":0,"problems":0}}""".formatted(PLAN, Chain.UNIT);

    @BeforeEach
    void upstream() {
        Chain.stands();
        String api = "/supervision/api";
        Upstream.answer("GET", api + "/inspections", call -> Answer.ok("{\"items\":[%s],\"total\":1}".formatted(LINE)));
        Upstream.answer(
                "GET", api + "/inspections/" + ID, call -> Answer.ok(inspection("CONFIRMED", "\"SERVE\",\"REPEAT\"")));
        Upstream.answer("GET", api + "/inspection-plans", call -> Answer.ok("{\"items\":[%s]}".formatted(PLANNED)));
        Upstream.answer("GET", api + "/inspection-plans/" + PLAN, call -> Answer.ok(PLANNED));
        Upstream.answer(
                "GET", api + "/inspection-plans/" + PLAN + "/draw", call -> Answer.ok("{\"same\":true,\"units\":{}}"));
        Upstream.answer("POST", api + "/inspection-plans", call -> Answer.ok(PLANNED));
        Upstream.answer("GET", api + "/rectifications/" + NOTICE, call -> Answer.ok(RECTIFICATION));
        Upstream.answer(
                "GET", api + "/rectifications", call -> Answer.ok("{\"items\":[%s],\"total\":1}".formatted(PROBLEM)));
        Upstream.answer("GET", api + "/rectifications/board", call -> Answer.ok("""
                {"items":[{"regionCode":"331100","name":"丽水市","tier":"CITY","columns":{"OVERDUE":0},"all":0},
                {"regionCode":"331102","name":"莲都区","tier":"COUNTY","columns":{"OVERDUE":1},"all":2}]}"""));
        Upstream.answer("GET", api + "/standing/standards/331100", call -> Answer.ok("""
                {"items":[{"standardCode":"JNJG","name":"节约型机关评价标准"}]}"""));
    }

    private static String inspection(String status, String actions) {
        return INSPECTION.formatted(ID, PLAN, Chain.UNIT, status, PHOTO, Chain.UNIT, actions, PHOTO);
    }

    private static String page(String address) {
        return given().get(address).then().statusCode(200).extract().asString();
    }

    private static void isSheet(String address) {
        assertThat(given().get(address).then().statusCode(200).extract().asByteArray())
                .startsWith('P', 'K');
    }

    @Test
    @TestSecurity(user = "331100", roles = "administrator")
    @OidcSecurity(claims = @Claim(key = "node", value = Chain.CITY))
    void standInACalendarWithWhatWaitsAndThePlans() {
        assertThat(page("/city/331100/inspections?month=2025-03&kind=PLANNED"))
                .contains("2025年3月", "待我方办理的检查", "莲都区&lt;财政&gt;局", "entry is-late", "2025-03-05 周三", "双随机一期")
                .contains("/city/331100/inspections/plans/new", "month=2025-02", "month=2025-04");
        isSheet("/city/331100/inspections.xlsx?month=2025-03");
        isSheet("/city/331100/inspections/plans.xlsx");
        given().get("/city/330100/inspections").then().statusCode(403);
    }

    @Test
    @TestSecurity(user = "331100", roles = "administrator")
    @OidcSecurity(claims = @Claim(key = "node", value = Chain.CITY))
    void arePlannedWithADrawThatIsShown() {
        assertThat(page("/city/331100/inspections/plans/new"))
                .contains("JNJG", "双随机")
                .doesNotContain("交叉检查</h3>");
        given().redirects()
                .follow(false)
                .contentType(ContentType.URLENC.withCharset("UTF-8"))
                .formParam("kind", "DOUBLE_RANDOM")
                .formParam("name", "双随机一期")
                .formParam("standardCode", "JNJG")
                .formParam("year", "2025")
                .formParam("many", "1")
                .formParam("inspectors", "王芳、李强")
                .post("/city/331100/inspections/plans/new")
                .then()
                .statusCode(303)
                .header("Location", endsWith("/city/331100/inspections/plans/" + PLAN));
        assertThat(Upstream.calls())
                .anySatisfy(call -> assertThat(String.valueOf(call.body())).contains("[\"王芳\",\"李强\"]", "\"many\":1"));
        assertThat(page("/city/331100/inspections/plans/" + PLAN + "?draw=true"))
                .contains("2025春", "X-1", "完全一致");
        given().get("/county/331102/inspections/plans/new").then().statusCode(403);
    }

    @Test
    @TestSecurity(user = "331102", roles = "administrator")
    @OidcSecurity(claims = @Claim(key = "node", value = Chain.COUNTY))
    void showTheChecklistAndServeTheNotice() {
        assertThat(page("/inspections/" + ID))
                .contains("没有计划", "/evidence/" + PHOTO, "现场.png", "情况属实", "对检查情况无异议", "name=\"item1\" value=\"A1\"")
                .doesNotContain("/steps/CLOSE", "/items/A1\"");
        Upstream.answer("POST", "/supervision/api/inspections/" + ID + "/notice", call -> Answer.ok(RECTIFICATION));
        given().redirects()
                .follow(false)
                .contentType(ContentType.URLENC.withCharset("UTF-8"))
                .formParam("item1", "A1")
                .formParam("term1", "SHORT")
                .formParam("deadline1", "2025-04-10")
                .formParam("responsible1", "张主任")
                .formParam("term2", "SHORT")
                .post("/inspections/" + ID + "/notice")
                .then()
                .statusCode(303)
                .header("Location", endsWith("/rectifications/" + NOTICE));
        assertThat(Upstream.calls())
                .anySatisfy(
                        call -> assertThat(String.valueOf(call.body()))
                                .isEqualTo(
                                        "{\"problems\":[{\"item\":\"A1\",\"term\":\"SHORT\",\"deadline\":\"2025-04-10\",\"responsible\":\"张主任\"}]}"));
    }

    @Test
    @TestSecurity(user = "331102", roles = "administrator")
    @OidcSecurity(claims = @Claim(key = "node", value = Chain.COUNTY))
    void keepWhatWasFoundWithItsPhotograph() {
        String item = "/supervision/api/inspections/" + ID + "/items/A2";
        Upstream.answer(
                "GET",
                "/supervision/api/inspections/" + ID,
                call -> Answer.ok(inspection("CHECKING", "\"LOOK\",\"CONCLUDE\"")));
        Upstream.answer("PUT", item, call -> Answer.ok(inspection("CHECKING", "\"LOOK\"")));
        Upstream.answer(
                "POST",
                "/supervision/api/evidence",
                call -> Answer.ok("{\"id\":\"%s\",\"name\":\"a.png\"}".formatted(PHOTO)));
        assertThat(page("/inspections/" + ID)).contains("/items/A2\"", "/steps/CONCLUDE");
        given().redirects()
                .follow(false)
                .multiPart("outcome", "SATISFIED")
                .multiPart("files", "a.png", new byte[] {1, 2}, "image/png")
                .post("/inspections/" + ID + "/items/A2")
                .then()
                .statusCode(303)
                .header("Location", endsWith("/inspections/" + ID + "#item-A2"));
        assertThat(Upstream.calls()).anySatisfy(call -> assertThat(String.valueOf(call.body()))
                .isEqualTo("{\"outcome\":\"SATISFIED\",\"evidence\":[\"%s\"]}".formatted(PHOTO)));
        given().multiPart("text", "x")
                .post("/inspections/" + ID + "/steps/RECTIFY")
                .then()
                .statusCode(404);
    }

    @Test
    @TestSecurity(user = "331100", roles = "administrator")
    @OidcSecurity(claims = @Claim(key = "node", value = Chain.CITY))
    void leadToABoardThatDrillsDown() {
        assertThat(page("/city/331100/rectifications?term=LONG"))
                .contains(
                        "board-column is-OVERDUE",
                        "没有分项计量",
                        "/county/331102/rectifications",
                        "丽水市（本级）",
                        "/rectifications/" + NOTICE + "#p2");
        isSheet("/city/331100/rectifications.xlsx?column=OVERDUE");
        isSheet("/city/331100/rectifications-regions.xlsx");
    }

    @Test
    @TestSecurity(user = "331102", roles = "administrator")
    @OidcSecurity(claims = @Claim(key = "node", value = Chain.COUNTY))
    void showTheNoticeProblemByProblemAndTakeAStep() throws IOException {
        String step = "/supervision/api/rectifications/" + NOTICE + "/problems/1/steps";
        Upstream.answer("POST", step, call -> Answer.problem(409, "不能这样做"));
        assertThat(page("/rectifications/" + NOTICE))
                .contains("331102整〔2025〕3号", "已制定", "计划.pdf", "/problems/1/VERIFY", "待整改 · 已逾期")
                .doesNotContain("/problems/1/ANSWER");
        given().multiPart("text", "")
                .post("/rectifications/" + NOTICE + "/problems/1/VERIFY")
                .then()
                .statusCode(422)
                .body(containsString("不能这样做"));
        byte[] docx = given().get("/rectifications/" + NOTICE + "/notice.docx")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        try (XWPFDocument paper = new XWPFDocument(new ByteArrayInputStream(docx))) {
            assertThat(new XWPFWordExtractor(paper).getText())
                    .contains(
                            "整 改 通 知 书",
                            "331102整〔2025〕3号",
                            "莲都区<财政>局：",
                            "1．A1 年度计划",
                            "2．条例第十四条",
                            "2025年4月10日",
                            "331102/JNJG/1",
                            "定额口径")
                    .doesNotContain("{{");
        }
    }

    @Test
    @TestSecurity(user = Chain.UNIT, roles = "reporter")
    @OidcSecurity(claims = @Claim(key = "node", value = Chain.UNIT))
    void areReachedFromTheirTask() {
        Upstream.answer(
                "GET",
                "/supervision/api/tasks/" + PLAN,
                call -> Answer.ok("""
                {"task":{"id":"%s","version":1,"kind":"INSPECTION_FINDING","target":"%s","issuer":"331102","holder":"331102","status":"OPEN",
                "rung":"NONE","due":"2025-04-10","openedAt":"2025-03-10T01:00:00Z"},"title":{"zh":"整改","en":"Rectify"},
                "detail":{"zh":"","en":""},"grouped":false,"evidence":[],"may":[],"records":[],"history":[],
                "causes":[{"node":"%s","titleZh":"整改通知书","titleEn":"Notice","since":"2025-03-10T01:00:00Z","key":"%s"}]}""".formatted(PLAN, Chain.UNIT, Chain.UNIT, NOTICE)));
        assertThat(page("/tasks/" + PLAN))
                .contains("href=\"/rectifications/" + NOTICE + "\"")
                .doesNotContain("/answer\"");
    }

    @Test
    @TestSecurity(user = Chain.UNIT, roles = "reporter")
    @OidcSecurity(claims = @Claim(key = "node", value = Chain.UNIT))
    void areSeenByTheUnitThatIsInspected() {
        assertThat(page("/unit/" + Chain.UNIT + "/inspections?month=2025-03"))
                .contains("待我方办理的检查", "/inspections/" + ID);
        assertThat(page("/unit/" + Chain.UNIT + "/rectifications")).contains("没有分项计量");
        isSheet("/unit/" + Chain.UNIT + "/inspections.xlsx?month=2025-03");
        isSheet("/unit/" + Chain.UNIT + "/rectifications.xlsx");
    }
}
