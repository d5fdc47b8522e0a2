package org.jielian.portal;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.oidc.server.OidcWiremockTestResource;
import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.oidc.Claim;
import io.quarkus.test.security.oidc.OidcSecurity;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.jielian.portal.Upstream.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Upstream.class)
@QuarkusTestResource(OidcWiremockTestResource.class)
class RecognitionPagesTest {
    private static final String ID = "7f3c8f0e-5b0e-4d5e-9a52-0f4f3a1c2b11";
    private static final String LINE = """
            {"id":"%s","unitCode":"%s","name":"莲都区<b>财政局","regionCode":"331102","year":2025,"state":"CITY_REVIEW",
            "holder":"331100","holderName":"丽水市","due":"2026-03-02","late":true,"score":87.5,"number":null,"rank":"0"}""".formatted(ID, Chain.UNIT);
    private static final String TOTAL = """
            {"got":70,"applicable":80,"score":87.5000,"missing":[],"failing":["Q"],"passes":false}""";

    private static String title(String state, boolean scoring, String actions) {
        return """
                {"id":"%s","unitCode":"%s","unitName":"莲都区财政局","regionCode":"331102","standardCode":"JNJG","year":2025,
                "state":"%s","version":3,"release":"331102/JNJG/1","coefficientSet":"QUOTA","passLine":80,"holder":"331100","holderName":"丽水市","due":"2026-03-02",
                "categories":[{"code":"A","name":{"zh":"目标","en":"Targets"},"points":100}],
                "items":[{"code":"Q","category":"A","name":{"zh":"按时上报","en":"Reported"},"function":"COVER","points":20,"binding":true,
                "threshold":{"value":100,"unit":"%%","sense":"AT_LEAST"},"frequency":null,"evidence":"上报记录",
                "computed":{"applicable":true,"points":18.3333,"source":"331102/JNJG/1 · QUOTA v1 · 11/12","evidence":[]},
                "missing":null,"scores":{}},
                {"code":"D","category":"A","name":{"zh":"制度","en":"Rules"},"function":"DOC","points":40,"binding":false,
                "threshold":null,"frequency":2,"evidence":"文件","computed":null,"missing":null,
                "scores":{"SELF":{"applicable":true,"found":{"value":100,"of":null},"points":40,"reason":null,"by":"u","evidence":[]},
                "COUNTY":{"applicable":true,"found":null,"points":30,"reason":"制度不全","by":"331102","evidence":[]}}}],
                "totals":{"SELF":%s,"COUNTY":%s},"total":%s,"actions":[%s],"scoring":%s,"drawn":null,"visits":[],
                "noticeFrom":null,"noticeUntil":null,"pausedWith":null,"objections":[],"number":null,"checkCode":null,
                "recognisedOn":null,"onSiteDue":null,"said":null,
                "history":[{"at":"2026-01-05T01:00:00Z","who":"u","node":"u","action":"BEGUN","reason":null}]}""".formatted(ID, Chain.UNIT, state, TOTAL, TOTAL, TOTAL, actions, scoring);
    }

    @BeforeEach
    void upstream() {
        Chain.stands();
        Upstream.answer(
                "GET",
                "/supervision/api/titles",
                call -> Answer.ok("{\"items\":[" + LINE + "],\"next\":null,\"total\":1}"));
        Upstream.answer("GET", "/supervision/api/titles/pipeline", call -> Answer.ok("""
                {"items":[{"regionCode":"331100","name":"丽水市","tier":"CITY","eligible":10,"titled":4,"share":40.00,
                "states":{"CITY_REVIEW":3}}]}"""));
        Upstream.answer("GET", "/supervision/api/titles/why-not-yet", call -> Answer.ok("""
                {"items":[{"unitCode":"%s","name":"莲都区财政局","regionCode":"331102","state":null,"score":18.3,"passLine":80,
                "failing":["B6"],"unscored":47,"monthsMissing":1}],"next":null,"total":1}""".formatted(Chain.UNIT)));
        Upstream.answer(
                "GET",
                "/supervision/api/standing/standards/([0-9A-Z]+)",
                call -> Answer.ok("{\"items\":[{\"standardCode\":\"JNJG\",\"name\":\"节约型机关标准\"}]}"));
        Upstream.answer(
                "GET",
                "/supervision/api/titles/" + ID,
                call -> Answer.ok(title("CITY_REVIEW", true, "\"FORWARD\",\"RETURN\"")));
    }

    @Test
    @TestSecurity(user = "331100", roles = "administrator")
    @OidcSecurity(claims = @Claim(key = "node", value = Chain.CITY))
    void showARegionWhatWaitsForItAndThePipeline() {
        String page = given().get("/city/331100/titles")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(page)
                .contains("/city/331100/titles/" + ID, "已超期", "87.50", "抽取现场核查", "40.00", "?state=CITY_REVIEW")
                .contains("莲都区&lt;b&gt;财政局");
        given().get("/city/331100/titles/why-not-yet").then().statusCode(200).body(containsString("B6"));
        for (String file : new String[] {"titles.xlsx", "pipeline.xlsx", "why-not-yet.xlsx?standard=JNJG&year=2025"}) {
            given().get("/city/331100/titles/" + file).then().statusCode(200);
        }
    }

    @Test
    @TestSecurity(user = "331100", roles = "administrator")
    @OidcSecurity(claims = @Claim(key = "node", value = Chain.CITY))
    void showScoresSideBySideAndSendWhatAReviewerGives() {
        String page = given().get("/city/331100/titles/" + ID)
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(page).contains("制度不全", "审核通过并上报", "退回", "name=\"points\"", "未满足的约束性指标: Q");
        Upstream.answer("PUT", "/supervision/api/titles/" + ID + "/items/D", call -> Answer.problem(400, "请说明理由"));
        given().redirects()
                .follow(false)
                .formParam("points", "20")
                .post("/city/331100/titles/" + ID + "/items/D")
                .then()
                .statusCode(422)
                .body(containsString("请说明理由"));
        Upstream.answer(
                "POST",
                "/supervision/api/titles/" + ID + "/steps",
                call -> Answer.ok(title("PROVINCE_REVIEW", false, "")));
        given().redirects()
                .follow(false)
                .formParam("action", "FORWARD")
                .post("/city/331100/titles/" + ID + "/steps")
                .then()
                .statusCode(303);
        assertThat(Upstream.calls())
                .filteredOn(call -> call.path().endsWith("/steps"))
                .singleElement()
                .satisfies(call -> assertThat(call.body()).contains("\"action\":\"FORWARD\""));
    }

    @Test
    @TestSecurity(user = Chain.UNIT, roles = "reporter")
    @OidcSecurity(claims = @Claim(key = "node", value = Chain.UNIT))
    void letAUnitFillInWhatIsNotComputed() {
        given().get("/unit/{u}/titles", Chain.UNIT).then().statusCode(200).body(containsString("开始自评"));
        Upstream.answer(
                "GET", "/supervision/api/titles/" + ID, call -> Answer.ok(title("DRAFT", true, "\"EVALUATE\"")));
        String page = given().get("/unit/{u}/titles/{id}", Chain.UNIT, ID)
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(page)
                .contains("18.3333 · 331102/JNJG/1", "/items/D\"", "完备（100 %）")
                .doesNotContain("/items/Q\"");
        given().get("/titles/{u}/{id}", Chain.UNIT, ID).then().statusCode(200);
    }

    @Test
    @TestSecurity(user = "330100", roles = "administrator")
    @OidcSecurity(claims = @Claim(key = "node", value = "330100"))
    void refuseStrangers() {
        given().get("/city/331100/titles").then().statusCode(403);
        given().get("/city/331100/titles/" + ID).then().statusCode(403);
        given().get("/unit/{u}/titles", Chain.UNIT).then().statusCode(403);
    }

    @Test
    void showNoticesAndCertificatesToAnybody() {
        Upstream.answer("GET", "/supervision/public/notices", call -> Answer.ok("""
                {"items":[{"unit":"莲都区财政局","region":"莲都区","year":2025,"from":"2026-03-02","until":null}]}"""));
        Upstream.answer(
                "GET",
                "/supervision/public/certificates/JNJG-330000-2026-00001",
                call -> call.query().contains("code=ABCDEFGH23") ? Answer.ok("""
                        {"number":"JNJG-330000-2026-00001","unit":"莲都区财政局","region":"莲都区","recognisedOn":"2026-03-10",
                        "holds":true,"suspended":false,"state":"RECOGNISED"}""") : Answer.problem(404, "none"));
        given().get("/public/notices").then().statusCode(200).body(containsString("公示暂停"));
        given().get("/public/certificates").then().statusCode(200).body(not(containsString("没有编号与校验码相符")));
        String at = "/public/certificates/JNJG-330000-2026-00001";
        given().get(at + "?code=ABCDEFGH23").then().statusCode(200).body(containsString("称号有效"));
        given().get(at + "?code=ABCDEFGH24").then().statusCode(200).body(containsString("没有编号与校验码相符"));
        given().get(at + "/qr.svg?code=ABCDEFGH23").then().statusCode(200).body(containsString("<svg"));
        given().get(at + "/qr.svg?code=%3Cscript").then().statusCode(404);
    }

    @Test
    void printThePublicNoticeForAnybodyAsLongAsThereIsOne() throws IOException {
        Upstream.answer("GET", "/supervision/public/notices", call -> Answer.ok("""
                {"items":[{"unit":"莲都区财政局","region":"莲都区","province":"浙江省","year":2025,"from":"2026-03-02","until":"2026-03-09",
                "release":"331102/JNJG/1","coefficientSet":"QUOTA"}]}"""));
        byte[] docx = given().get("/public/notices.docx")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        try (XWPFDocument paper = new XWPFDocument(new ByteArrayInputStream(docx))) {
            assertThat(new XWPFWordExtractor(paper).getText())
                    .contains("下列1家机关", "莲都区财政局", "2026-03-09", "浙江省", "标准：331102/JNJG/1　系数：定额口径")
                    .doesNotContain("{{");
        }
        given().get("/public/notices.pdf").then().statusCode(404);
        Upstream.answer("GET", "/supervision/public/notices", call -> Answer.ok("{\"items\":[]}"));
        given().get("/public/notices.docx").then().statusCode(404);
    }

    @Test
    @TestSecurity(user = "331102", roles = "reviewer")
    @OidcSecurity(claims = @Claim(key = "node", value = Chain.COUNTY))
    void printTheCertificateOfATitleThatHolds() throws IOException {
        String address = "/county/331102/titles/" + ID + "/certificate.docx";
        Upstream.answer("GET", "/supervision/api/titles/" + ID, call -> Answer.ok(title("PUBLIC_NOTICE", false, "")));
        given().get(address).then().statusCode(404);
        Upstream.answer(
                "GET",
                "/supervision/api/titles/" + ID,
                call -> Answer.ok(title("RECOGNISED", false, "")
                        .replace("\"number\":null", "\"number\":\"JG-330000-2026-0001\"")
                        .replace("\"checkCode\":null", "\"checkCode\":\"ABCDE12345\"")
                        .replace("\"recognisedOn\":null", "\"recognisedOn\":\"2026-03-20\"")));
        byte[] docx = given().get(address).then().statusCode(200).extract().asByteArray();
        try (XWPFDocument paper = new XWPFDocument(new ByteArrayInputStream(docx))) {
            assertThat(new XWPFWordExtractor(paper).getText())
                    .contains("JG-330000-2026-0001", "莲都区财政局：", "得分 87.50 分", "ABCDE12345", "2026年3月20日")
                    .doesNotContain("{{");
            assertThat(paper.getAllPictures()).hasSize(1);
            var picture = ImageIO.read(
                    new ByteArrayInputStream(paper.getAllPictures().get(0).getData()));
            var dots = new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(
                    picture.getWidth(),
                    picture.getHeight(),
                    picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth()))));
            assertThat(new QRCodeReader().decode(dots).getText())
                    .endsWith("/public/certificates/JG-330000-2026-0001?code=ABCDE12345");
        } catch (ReaderException e) {
            throw new AssertionError("the QR code can't be read", e);
        }
    }

    @Test
    @TestSecurity(user = Chain.UNIT, roles = "reporter")
    @OidcSecurity(claims = @Claim(key = "node", value = Chain.UNIT))
    void printTheUnitsOwnCertificate() {
        Upstream.answer(
                "GET",
                "/supervision/api/titles/" + ID,
                call -> Answer.ok(title("RECOGNISED", false, "")
                        .replace("\"number\":null", "\"number\":\"JG-330000-2026-0001\"")
                        .replace("\"checkCode\":null", "\"checkCode\":\"ABCDE12345\"")
                        .replace("\"recognisedOn\":null", "\"recognisedOn\":\"2026-03-20\"")));
        given().get("/unit/" + Chain.UNIT + "/titles/" + ID + "/certificate.docx")
                .then()
                .statusCode(200);
        given().get("/unit/" + Chain.UNIT + "/titles/" + ID + "/public-notice.docx")
                .then()
                .statusCode(404);
    }

    @Test
    @TestSecurity(user = Chain.UNIT, roles = "reporter")
    @OidcSecurity(claims = @Claim(key = "node", value = Chain.UNIT))
    void keepWhatAUnitShowsForAnItem() {
        String sheet = "/unit/" + Chain.UNIT + "/titles/" + ID;
        String shown = "11111111-2222-3333-4444-555555555555";
        Upstream.answer(
                "GET",
                "/supervision/api/titles/" + ID,
                call -> Answer.ok(title("DRAFT", true, "")
                        .replace("\"by\":\"u\",\"evidence\":[]", "\"by\":\"u\",\"evidence\":[\"" + shown + "\"]")));
        Upstream.answer(
                "PUT", "/supervision/api/titles/" + ID + "/items/D", call -> Answer.ok(title("DRAFT", true, "")));
        Upstream.answer("POST", "/supervision/api/evidence", call -> Answer.ok("""
                {"id":"66666666-2222-3333-4444-555555555555","name":"制度.pdf"}"""));
        given().get(sheet)
                .then()
                .statusCode(200)
                .body(
                        containsString("href=\"/evidence/" + shown + "\""),
                        containsString("name=\"evidence\" value=\"" + shown + "\""));
        given().redirects()
                .follow(false)
                .multiPart("value", "100")
                .multiPart("evidence", shown)
                .multiPart("files", "制度.pdf", new byte[] {1, 2}, "application/pdf")
                .post(sheet + "/items/D")
                .then()
                .statusCode(303);
        assertThat(Upstream.calls()).anySatisfy(call -> assertThat(call.body())
                .contains(
                        "\"evidence\":[\"" + shown + "\",\"66666666-2222-3333-4444-555555555555\"]", "\"value\":100"));
    }
}
