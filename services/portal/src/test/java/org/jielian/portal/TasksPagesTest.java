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
import java.nio.charset.StandardCharsets;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.jielian.portal.Upstream.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Upstream.class)
@QuarkusTestResource(OidcWiremockTestResource.class)
class TasksPagesTest {
    private static final String ID = "6f1d3a52-4d5c-4a0e-9d0e-2f6a1c1b7a10";
    private static final String LINE = """
            {"id":"%s","kind":"BY_PERSON","title":{"zh":"食堂<浪费>","en":"Waste"},"target":"331102","targetName":"莲都区",
            "issuer":"331100","holder":"331100","holderName":"丽水市","status":"ANSWERED","rung":"RED","due":"2025-03-03"}""".formatted(ID);
    private static final String TASK = """
            {"task":{"id":"%s","version":3,"kind":"BY_PERSON","target":"331102","issuer":"331100","holder":"331100","status":"%s",
            "rung":"CRITICISED","due":"2025-03-03","openedAt":"2025-02-17T01:00:00Z","openedBy":"331100"},
            "title":{"zh":"食堂<浪费>","en":"Waste"},"detail":{"zh":"群众反映","en":"A complaint"},"targetName":"莲都区",
            "issuerName":"丽水市","holderName":"丽水市","grouped":false,"answer":"已整改","evidence":[],"may":[%s],"causes":[],
            "basis":[{"release":"331102/JNJG/1","coefficientSet":"QUOTA","coefficientVersion":1}],
            "records":[{"rung":"CRITICISED","byRegion":"330000","byRegionName":"浙江省","due":"2025-03-03","at":"2025-03-31T01:00:00Z"}],
            "history":[{"at":"2025-02-17T01:00:00Z","who":"331100","node":"331100","action":"TASK_OPENED","status":"OPEN","rung":"NONE"}]}""";

    @BeforeEach
    void upstream() {
        Chain.stands();
        Upstream.answer(
                "GET",
                "/supervision/api/tasks",
                call -> Answer.ok("{\"items\":[%s],\"next\":null,\"total\":1}".formatted(LINE)));
        Upstream.answer("POST", "/supervision/api/tasks", call -> Answer.ok(TASK.formatted(ID, "OPEN", "")));
        Upstream.answer(
                "GET",
                "/supervision/api/tasks/" + ID,
                call -> Answer.ok(TASK.formatted(ID, "ANSWERED", "\"VERIFY\",\"RETURN\"")));
        Upstream.answer(
                "POST",
                "/supervision/api/tasks/" + ID + "/verification",
                call -> Answer.ok(TASK.formatted(ID, "VERIFIED", "")));
    }

    @Test
    @TestSecurity(user = "331100", roles = "administrator")
    @OidcSecurity(claims = @Claim(key = "node", value = Chain.CITY))
    void standFirstOnTheHomePageAndInAListOfTheirOwn() {
        given().get("/city/331100").then().statusCode(200).body(containsString("/city/331100/tasks/waiting"));
        given().get("/city/331100/tasks/waiting")
                .then()
                .statusCode(200)
                .body(containsString("待办 1 项，升级到本级 1 项"), containsString("食堂&lt;浪费&gt;"));
        String page = given().get("/city/331100/tasks?tab=climbed&status=ANSWERED")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(page).contains("待核实", "红牌", "/tasks/" + ID, "发起督办", "tasks.xlsx?tab=climbed&amp;status=ANSWERED");
        assertThat(given().get("/city/331100/tasks.xlsx")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asByteArray())
                .startsWith('P', 'K');
    }

    @Test
    @TestSecurity(user = "331100", roles = "administrator")
    @OidcSecurity(claims = @Claim(key = "node", value = Chain.CITY))
    void showWhatCanBeDoneAndNothingElse() {
        String page =
                given().get("/tasks/" + ID).then().statusCode(200).extract().asString();
        assertThat(page)
                .contains("核实销号", "退回重办", "通报", "已整改", "/verification")
                .doesNotContain("/answer\"", "/withdrawal\"", "/closing\"");
        given().redirects()
                .follow(false)
                .contentType(ContentType.URLENC)
                .post("/tasks/" + ID + "/verification")
                .then()
                .statusCode(303)
                .header("Location", endsWith("/tasks/" + ID + "?done=verification"));
    }

    @Test
    @TestSecurity(user = "331100", roles = "administrator")
    @OidcSecurity(claims = @Claim(key = "node", value = Chain.CITY))
    void areOpenedForANodeBelow() {
        given().redirects()
                .follow(false)
                .contentType(ContentType.URLENC)
                .formParam("target", "331102")
                .formParam("title", "食堂浪费")
                .formParam("due", "")
                .post("/city/331100/tasks")
                .then()
                .statusCode(303)
                .header("Location", endsWith("/tasks/" + ID));
        assertThat(Upstream.calls())
                .filteredOn(call -> call.path().endsWith("/api/tasks")
                        && call.body() != null
                        && !call.body().isEmpty())
                .singleElement()
                .satisfies(call -> assertThat(call.body()).contains("331102").doesNotContain("due"));
    }

    @Test
    @TestSecurity(user = "331100", roles = "administrator")
    @OidcSecurity(claims = @Claim(key = "node", value = Chain.CITY))
    void arePrintedAsANotice() throws IOException {
        byte[] docx = given().get("/tasks/" + ID + "/notice.docx")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        try (XWPFDocument paper = new XWPFDocument(new ByteArrayInputStream(docx))) {
            assertThat(new XWPFWordExtractor(paper).getText())
                    .contains("督 办 通 知", "莲都区：", "丽水市", "食堂<浪费>（人工督办）", "请于2025年3月3日前")
                    .doesNotContain("{{");
        }
    }

    @Test
    @TestSecurity(user = "331100", roles = "administrator")
    @OidcSecurity(claims = @Claim(key = "node", value = Chain.CITY))
    void arePrintedAsAPublicCriticismOnceTheyHaveComeToThat() throws IOException {
        assertThat(given().get("/tasks/" + ID).then().extract().asString()).contains("/criticism.docx");
        byte[] docx = given().get("/tasks/" + ID + "/criticism.docx")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        try (XWPFDocument paper = new XWPFDocument(new ByteArrayInputStream(docx))) {
            assertThat(new XWPFWordExtractor(paper).getText())
                    .contains("莲都区对下列督办事项", "食堂<浪费>（人工督办）", "已逾期28天", "浙江省", "2025年3月31日")
                    .contains("标准：331102/JNJG/1　系数：定额口径", "第 3 版")
                    .doesNotContain("{{");
        }
        Upstream.answer(
                "GET",
                "/supervision/api/tasks/" + ID,
                call -> Answer.ok(TASK.formatted(ID, "OPEN", "")
                        .replace("\"rung\":\"CRITICISED\",\"by", "\"rung\":\"SUMMONED\",\"by")));
        given().get("/tasks/" + ID + "/criticism.docx").then().statusCode(404);
    }

    @Test
    @TestSecurity(user = Chain.UNIT, roles = "reporter")
    @OidcSecurity(claims = @Claim(key = "node", value = Chain.UNIT))
    void refuseWhatTheServiceRefuses() {
        Upstream.answer("GET", "/supervision/api/tasks/" + ID, call -> Answer.problem(403, "不在您的管辖范围内"));
        given().get("/tasks/" + ID).then().statusCode(403);
        given().get("/unit/" + Chain.UNIT + "/tasks").then().statusCode(200).body(containsString("食堂"));
    }

    @Test
    @TestSecurity(user = "331102", roles = "administrator")
    @OidcSecurity(claims = @Claim(key = "node", value = Chain.COUNTY))
    void sendAnAnswerWithItsEvidenceAndKeepBackBothWhenAFileIsRefused() {
        String step = "/supervision/api/tasks/" + ID + "/answer";
        Upstream.answer("POST", step, call -> Answer.ok(TASK.formatted(ID, "ANSWERED", "")));
        Upstream.answer("POST", "/supervision/api/evidence", call -> Answer.problem(415, "不是图片"));
        given().redirects()
                .follow(false)
                .multiPart("text", "已整改", "text/plain; charset=UTF-8")
                .multiPart("files", "page.png", "<html>".getBytes(StandardCharsets.UTF_8), "image/png")
                .post("/tasks/" + ID + "/answer")
                .then()
                .statusCode(422)
                .body(containsString("不是图片"));
        assertThat(Upstream.calls()).noneMatch(call -> call.path().equals(step));
        Upstream.answer("POST", "/supervision/api/evidence", call -> Answer.ok("""
                {"id":"11111111-2222-3333-4444-555555555555","name":"厨房.png"}"""));
        given().redirects()
                .follow(false)
                .multiPart("text", "已整改", "text/plain; charset=UTF-8")
                .multiPart("files", "厨房.png", new byte[] {1, 2}, "image/png")
                .post("/tasks/" + ID + "/answer")
                .then()
                .statusCode(303)
                .header("Location", endsWith("/tasks/" + ID + "?done=answer"));
        assertThat(Upstream.calls()).anySatisfy(call -> assertThat(call.body())
                .contains("\"text\":\"已整改\"", "\"evidence\":[\"11111111-2222-3333-4444-555555555555\"]"));
    }
}
