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

    @BeforeEach
    void upstream() {
        Chain.stands();
    }

    @Test
    @TestSecurity(user = "331102", roles = "administrator")
    @OidcSecurity(claims = @Claim(key = "node", value = Chain.COUNTY))
    void checkAFileFirstAndShowEveryDefectByLineAndColumn() {
        Upstream.answer("POST", "/api/reports/import", call -> new Answer(202, """
                {"id":"7f0c","state":"DONE","dryRun":true,"totalRows":2,"rows":2,"added":1,"changed":0,"unchanged":0,"refused":1,
                "errors":[{"line":3,"column":"water_m3","value":"<无>","code":"NOT_A_NUMBER","message":"不是数字"}],
                "errorsShown":1,"errorsTotal":1}"""));
        given().multiPart("file", "reports.csv", FILE)
                .multiPart("step", "check")
                .post("/imports/reports")
                .then()
                .statusCode(200)
                .body(
                        containsString("检查完成，尚未导入"),
                        containsString("water_m3"),
                        containsString("&lt;无&gt;"),
                        containsString("确认导入 1 行"));
        assertThat(Upstream.calls()).anySatisfy(call -> {
            assertThat(call.query()).isEqualTo("dryRun=true");
            assertThat(call.body()).contains("X,2025-01");
        });
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
                .multiPart("step", "check")
                .post("/imports/reports")
                .then()
                .statusCode(422)
                .body(containsString("第 1 行不是 UTF-8"));
        given().multiPart("step", "check")
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
