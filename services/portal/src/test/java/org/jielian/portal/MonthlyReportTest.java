package org.jielian.portal;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.hamcrest.Matchers.containsString;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.oidc.server.OidcWiremockTestResource;
import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.oidc.Claim;
import io.quarkus.test.security.oidc.OidcSecurity;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.stream.Collectors;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.jielian.portal.Upstream.Answer;
import org.jielian.portal.papers.Papers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(Upstream.class)
@QuarkusTestResource(OidcWiremockTestResource.class)
class MonthlyReportTest {
    private static final String REPORT = "/city/331100/closings/2025-06/report.";

    @Inject
    Papers papers;

    @BeforeEach
    void upstream() {
        Chain.stands();
        Upstream.answer("GET", "/api/closings/([0-9]+)/2025-06", call -> Answer.ok("""
                {"period":"2025-06","standing":{"code":"x","period":"2025-06","state":"CLOSED","locked":false,"reasonRequired":true,
                "explanation":{"zh":"已关账","en":"closed"}},"closings":[],
                "shown":{"number":1,"holds":true,"closedAt":"2025-07-10T01:30:00Z","closedBy":"331100","coefficientSet":"STAT",
                "digest":"sha256:ab","children":1,"openChildren":[]},"reports":{"expected":3,"missing":1},"children":[],"differences":7}"""));
        Upstream.answer("GET", "/supervision/api/releases", call -> Answer.ok("""
                {"items":[
                {"key":"331100/JNJG/1","standardCode":"JNJG","number":1,"name":"创建标准","status":"ISSUED","effectiveFrom":"2025-01-01"},
                {"key":"331100/JNJG/2","standardCode":"JNJG","number":2,"name":"创建标准","status":"ISSUED","effectiveFrom":"2025-07-01"}],
                "next":null,"total":2}"""));
    }

    @Test
    @TestSecurity(user = "331100", roles = "auditor")
    @OidcSecurity(claims = @Claim(key = "node", value = Chain.CITY))
    void printsTheFiguresTheClosingAndWhatTheyRestOn() throws IOException {
        byte[] docx = given().get(REPORT + "docx")
                .then()
                .statusCode(200)
                .contentType(Papers.DOCX)
                .header("Content-Disposition", containsString("filename*=UTF-8''%E4%B8%BD%E6%B0%B4%E5%B8%82"))
                .extract()
                .asByteArray();
        try (XWPFDocument paper = new XWPFDocument(new ByteArrayInputStream(docx))) {
            String text = new XWPFWordExtractor(paper).getText();
            assertThat(text)
                    .contains(
                            "丽水市公共机构能源资源消费月报",
                            "（2025年6月）",
                            "应报 24,000 家，已报 23,755 家（98.9%），其中已审核 0 家，尚缺 245 家。",
                            "本月已于 2025-07-10 09:30:00 关账，关账后有 7 份报表发生变动。",
                            "综合能耗 139,261.46 tce",
                            "制表：331100")
                    .doesNotContain("{{");
            assertThat(paper.getTables()).hasSize(4);
            assertThat(paper.getTableArray(3).getText()).contains("莲都区", "23,755/24,000", "141.76");
            String foot = paper.getFooterList().stream().map(f -> f.getText()).collect(Collectors.joining());
            assertThat(foot).contains("系数：统计口径", "创建标准（331100/JNJG/1）", "sha256:ab");
        }
    }

    @Test
    @TestSecurity(user = "331100", roles = "auditor")
    @OidcSecurity(claims = @Claim(key = "node", value = Chain.CITY))
    void printsPdfWhereAnOfficeProgramIsInstalled() {
        assumeThat(papers.printsPdf()).as("an office program on this machine").isTrue();
        byte[] pdf = given().get(REPORT + "pdf")
                .then()
                .statusCode(200)
                .contentType(Papers.PDF)
                .extract()
                .asByteArray();
        assertThat(pdf).startsWith("%PDF-".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/province/330000", "/city/330100"})
    @TestSecurity(user = "331100", roles = "auditor")
    @OidcSecurity(claims = @Claim(key = "node", value = Chain.CITY))
    void isRefusedAboveAndBeside(String region) {
        given().get(region + "/closings/2025-06/report.docx").then().statusCode(403);
    }
}
