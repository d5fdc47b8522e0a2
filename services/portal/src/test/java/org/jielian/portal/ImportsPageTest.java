package org.jielian.portal;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.oidc.server.OidcWiremockTestResource;
import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.oidc.Claim;
import io.quarkus.test.security.oidc.OidcSecurity;
import java.nio.charset.StandardCharsets;
import org.jielian.portal.Upstream.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Upstream.class)
@QuarkusTestResource(OidcWiremockTestResource.class)
class ImportsPageTest {
    private static final byte[] FILE = "unit_code,period\nX,2025-01\n".getBytes(StandardCharsets.UTF_8);

    private static final String PREVIEW = """
            {"id":"7f0c","kind":"reports","name":"一月.csv","state":"DONE","dryRun":true,"who":"331102","node":"331102",
            "columns":["unit_code","period","water_m3"],"totalRows":4,"rows":4,"added":2,"changed":1,"unchanged":0,"refused":1,
            "errors":[],"errorsShown":1,"errorsTotal":1,"startedAt":"2025-02-05T01:30:00Z","first":{
            "ADDED":[{"line":4,"cells":["X","2025-03",null],"before":null,"errors":[]}],
            "CHANGED":[{"line":2,"cells":["X","2025-01","11"],"before":{"water_m3":"10.00","coal_kg":"5"},"errors":[]}],
            "UNCHANGED":[],
            "REFUSED":[{"line":3,"cells":["X","2025-02","<无>"],"before":null,"errors":[
            {"line":3,"column":"water_m3","value":"<无>","code":"NOT_A_NUMBER","severity":"HARD","message":"不是数字"}]}]}}""";

    @BeforeEach
    void upstream() {
        Chain.stands();
    }

    @Test
    @TestSecurity(user = "331102", roles = "administrator")
    @OidcSecurity(claims = @Claim(key = "node", value = Chain.COUNTY))
    void checkAFileFirstAndShowEveryDefectByLineAndColumn() {
        Upstream.answer("POST", "/api/reports/import", call -> new Answer(202, PREVIEW));
        given().multiPart("file", "reports.csv", FILE)
                .post("/imports/reports")
                .then()
                .statusCode(200)
                .body(
                        containsString("检查完成，尚未导入"),
                        containsString("water_m3：不是数字"),
                        containsString("<td class=\"mark-HARD\">&lt;无&gt;</td>"),
                        containsString("<del>10.00</del> → <ins>11</ins>"),
                        containsString("<th scope=\"col\">coal_kg</th>"),
                        containsString("确认导入 3 行"),
                        containsString("/imports/reports/7f0c/rows?fate=ADDED"));
        assertThat(Upstream.calls()).anySatisfy(call -> {
            assertThat(call.query()).isEqualTo("dryRun=true&name=reports.csv");
            assertThat(call.body()).contains("X,2025-01");
        });
    }

    @Test
    @TestSecurity(user = "331102", roles = "administrator")
    @OidcSecurity(claims = @Claim(key = "node", value = Chain.COUNTY))
    void takeTheVeryFileThatWasCheckedWhenItIsConfirmed() {
        Upstream.answer(
                "POST",
                "/api/imports/7f0c/application",
                call -> new Answer(202, "{\"id\":\"9a1b\",\"state\":\"RUNNING\",\"totalRows\":4,\"rows\":0}"));
        given().post("/imports/reports/7f0c/application")
                .then()
                .statusCode(200)
                .body(containsString("hx-get=\"/imports/reports/9a1b\""));
        Upstream.answer("POST", "/api/imports/7f0c/application", call -> Answer.problem(409, "已由另一任务导入"));
        given().post("/imports/reports/7f0c/application").then().statusCode(422).body(containsString("已由另一任务导入"));
    }

    @Test
    @TestSecurity(user = "331102", roles = "administrator")
    @OidcSecurity(claims = @Claim(key = "node", value = Chain.COUNTY))
    void pageThroughTheRowsOfAKind() {
        Upstream.answer("GET", "/api/imports/7f0c", call -> Answer.ok(PREVIEW));
        Upstream.answer("GET", "/api/imports/7f0c/rows", call -> Answer.ok("""
                {"items":[{"line":30,"cells":["X","2025-07","3"],"before":null,"errors":[]}],"next":"Cur","total":60}"""));
        given().get("/imports/reports/7f0c/rows?fate=ADDED")
                .then()
                .statusCode(200)
                .body(containsString("2025-07"), containsString("rows?fate=ADDED&amp;cursor=Cur"));
        given().get("/imports/reports/7f0c/rows?fate=x").then().statusCode(404);
    }

    @Test
    @TestSecurity(user = "331102", roles = "administrator")
    @OidcSecurity(claims = @Claim(key = "node", value = Chain.COUNTY))
    void listWhatWasImportedAndLeadToEach() {
        Upstream.answer(
                "GET", "/api/imports", call -> Answer.ok("{\"items\":[" + PREVIEW + "],\"next\":\"N\",\"total\":21}"));
        Upstream.answer("GET", "/api/imports/7f0c", call -> Answer.ok(PREVIEW));
        given().get("/county/331102/imports")
                .then()
                .statusCode(200)
                .body(
                        containsString("待确认"),
                        containsString("/county/331102/imports/reports/7f0c"),
                        containsString("?reports=N"));
        given().get("/county/331102/imports/reports/7f0c")
                .then()
                .statusCode(200)
                .body(containsString("一月.csv"), containsString("确认导入 3 行"));
        assertThat(Upstream.calls()).anySatisfy(call -> assertThat(call.query()).contains("node=331102"));
    }

    @Test
    @TestSecurity(user = "331102", roles = "administrator")
    @OidcSecurity(claims = @Claim(key = "node", value = Chain.COUNTY))
    void handOnTemplatesAndMarkedWorkbooksAndUndoWithAReason() {
        Upstream.answer("GET", "/api/reports/template", call -> Answer.ok("workbook of " + call.query()));
        Upstream.answer("GET", "/api/imports/7f0c/workbook", call -> Answer.ok("marked"));
        Upstream.answer("POST", "/api/imports/7f0c/undo", call -> new Answer(202, """
                {"id":"u1","kind":"reports","state":"DONE","undoes":"7f0c","reason":"错了","rows":3,"totalRows":3,"changed":3}"""));
        given().get("/imports/reports/template?node=331102&period=2025-06")
                .then()
                .statusCode(200)
                .body(containsString("workbook of region=331102&period=2025-06"));
        given().get("/imports/reports/7f0c/workbook").then().statusCode(200).body(containsString("marked"));
        given().contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParam("reason", "错了")
                .post("/imports/reports/7f0c/undo")
                .then()
                .statusCode(200)
                .body(containsString("3 份报表恢复为导入前的状态"));
        assertThat(Upstream.calls()).anySatisfy(call -> assertThat(call.body()).isEqualTo("{\"reason\":\"错了\"}"));
    }

    @Test
    @TestSecurity(user = "331102", roles = "administrator")
    @OidcSecurity(claims = @Claim(key = "node", value = Chain.COUNTY))
    void goOnAskingWhileRowsAreTaken() {
        Upstream.answer(
                "GET",
                "/api/imports/7f0c",
                call -> Answer.ok("{\"id\":\"7f0c\",\"state\":\"RUNNING\",\"totalRows\":200,\"rows\":100}"));
        given().get("/imports/reports/7f0c")
                .then()
                .statusCode(200)
                .body(containsString("hx-get=\"/imports/reports/7f0c\""), containsString("value=\"50\""));
    }

    @Test
    @TestSecurity(user = "331102", roles = "administrator")
    @OidcSecurity(claims = @Claim(key = "node", value = Chain.COUNTY))
    void sayWhyAFileCannotBeReadAtAll() {
        Upstream.answer("POST", "/api/reports/import", call -> Answer.problem(400, "第 1 行不是 UTF-8"));
        given().multiPart("file", "reports.csv", FILE)
                .post("/imports/reports")
                .then()
                .statusCode(422)
                .body(containsString("第 1 行不是 UTF-8"));
        given().multiPart("other", "x")
                .post("/imports/reports")
                .then()
                .statusCode(422)
                .body(containsString("请选择文件"));
    }

    @Test
    @TestSecurity(user = "331102", roles = "reviewer")
    @OidcSecurity(claims = @Claim(key = "node", value = Chain.COUNTY))
    void areOnlyForWhoKeepsTheRegion() {
        given().get("/county/331102/imports").then().statusCode(403);
        given().get("/operator").then().statusCode(403).body(not(containsString("regions-form")));
    }
}
