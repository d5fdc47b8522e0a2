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
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(Upstream.class)
@QuarkusTestResource(OidcWiremockTestResource.class)
class RegionPagesTest {
    @BeforeEach
    void upstream() {
        Chain.stands();
    }

    @Test
    @TestSecurity(user = "330000", roles = "administrator")
    @OidcSecurity(claims = @Claim(key = "node", value = Chain.PROVINCE))
    void showAProvinceItsFiguresWithCoverageAndTheWayDown() {
        String page =
                given().get("/province/330000").then().statusCode(200).extract().asString();
        assertThat(page)
                .contains("139,261.46", "890,406,765.28", "23,755/24,000", "省级直属单位")
                .contains("/city/331100?period=2025", "数据截至 2025-02-05 09:30:00")
                .contains("data-live=\"/live/330000?period=2025\"")
                .doesNotContain("只读");
    }

    @Test
    @TestSecurity(user = "330000", roles = "administrator")
    @OidcSecurity(claims = @Claim(key = "node", value = Chain.PROVINCE))
    void askTheServicesWithThePersonsOwnTokenAndLanguage() {
        given().cookie("lang", "en").get("/province/330000?period=2025-06&layer=reviewed&type=SCHOOL");
        assertThat(Upstream.calls()).allSatisfy(call -> {
            assertThat(call.node()).isEqualTo(Chain.PROVINCE);
            assertThat(call.language()).isEqualTo("en");
        });
        assertThat(Upstream.calls()).anySatisfy(call -> assertThat(call.query())
                .contains("period=2025-06", "layer=reviewed", "type=SCHOOL"));
    }

    @ParameterizedTest
    @CsvSource({"/city/331100, 4, children", "/county/331102, 5, ''"})
    @TestSecurity(user = "331100", roles = "administrator")
    @OidcSecurity(claims = @Claim(key = "node", value = Chain.CITY))
    void askForEverythingButTheirOwnFiguresAtOnce(String page, int calls, String own) {
        String first = "/api/rollups/" + page.substring(page.length() - 6) + (own.isEmpty() ? "" : "/" + own);
        Upstream.meet(
                calls,
                call -> !(call.path().equals(first) && call.query().contains("period=2025&"))
                        && !call.path().startsWith("/api/regions/"));

        given().get(page + "?period=2025&notBefore=2025-02-05T01:30:00Z").then().statusCode(200);

        assertThat(Upstream.calls())
                .filteredOn(call -> call.query().contains("notBefore"))
                .singleElement()
                .returns(first, Upstream.Call::path);
        assertThat(Upstream.calls()).allSatisfy(call -> assertThat(call.node()).isEqualTo(Chain.CITY));
    }

    @Test
    @TestSecurity(user = "331100", roles = "administrator")
    @OidcSecurity(claims = @Claim(key = "node", value = Chain.CITY))
    void carryTheFiltersIntoEveryPageAndBackUp() {
        String chosen = "period=2025-06&layer=reviewed&set=QUOTA&type=SCHOOL";
        for (String page : List.of("", "/reporting", "/units")) {
            String html = given().get("/county/331102" + page + "?" + chosen)
                    .then()
                    .statusCode(200)
                    .extract()
                    .asString()
                    .replace("&amp;", "&");
            for (String link :
                    List.of("/city/331100", "/county/331102", "/county/331102/reporting", "/county/331102/units"))
                if (!page.isEmpty() || !link.equals("/county/331102"))
                    assertThat(html).as("%s to %s", page, link).contains("href=\"" + link + "?" + chosen + "\"");
            assertThat(html).as("%s to a unit", page).containsPattern("/unit/" + Chain.UNIT + "\\?[^\"]*" + chosen);
        }
        Upstream.answer("GET", "/api/reports/([0-9A-Z]+)", call -> Upstream.Answer.ok("{\"items\":[]}"));
        given().get("/unit/" + Chain.UNIT + "?month=2025-06&" + chosen)
                .then()
                .body(containsString("/county/331102?" + chosen.replace("&", "&amp;")));
    }

    @Test
    @TestSecurity(user = "331100", roles = "administrator")
    @OidcSecurity(claims = @Claim(key = "node", value = Chain.CITY))
    void goOnWithAYearThatWasChosenAmongTheReports() {
        String html = given().get("/city/331100/reporting?period=2025-06&type=SCHOOL&year=2024&missing=2025-03")
                .then()
                .statusCode(200)
                .extract()
                .asString()
                .replace("&amp;", "&");
        assertThat(html).contains("href=\"/city/331100?period=2024&type=SCHOOL\"", "year=2024&missing=2024-03");
        assertThat(Upstream.calls())
                .anySatisfy(call -> assertThat(call.query()).contains("year=2024", "missing=2024-03", "type=SCHOOL"));
        given().get("/city/331100/reporting?missing=nonsense").then().statusCode(400);
    }

    @Test
    @TestSecurity(user = "330000", roles = "administrator")
    @OidcSecurity(claims = @Claim(key = "node", value = Chain.PROVINCE))
    void keepTheirLayoutWhenOtherFiguresAreChosen() {
        given().get("/province/330000?period=2025&level=COUNTY&rank=energy&sort=-co2")
                .then()
                .body(
                        containsString("name=\"level\" value=\"COUNTY\""),
                        containsString("name=\"rank\" value=\"energy\""),
                        containsString("&amp;level=COUNTY&amp;rank=energy&amp;sort=co2"));
    }

    @Test
    @TestSecurity(user = "330000", roles = "administrator")
    @OidcSecurity(claims = @Claim(key = "node", value = Chain.PROVINCE))
    void printADashForWhatNobodyReported() {
        given().get("/province/330000?period=2025")
                .then()
                .body(containsString("data-measure=\"waterPerCapita\" data-value=\"—\""));
    }

    @Test
    @TestSecurity(user = "330000", roles = "administrator")
    @OidcSecurity(claims = @Claim(key = "node", value = Chain.PROVINCE))
    void letAProvinceLookIntoACountyReadOnly() {
        given().get("/county/331102")
                .then()
                .statusCode(200)
                .body(containsString("只读：您以 浙江省 身份查看"), not(containsString("/county/331102/imports")));
    }

    @Test
    @TestSecurity(user = "331102", roles = "administrator")
    @OidcSecurity(claims = @Claim(key = "node", value = Chain.COUNTY))
    void tellACountyFirstWhoHasNotReported() {
        String page =
                given().get("/county/331102").then().statusCode(200).extract().asString();
        assertThat(page).contains("2025年12月未报单位", "1 家未报", "2025年2月 未报", "sign-MISSING", "/county/331102/imports");
        assertThat(page.indexOf("id=\"missing\"")).isLessThan(page.indexOf("id=\"kpis\""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/province/330000",
                "/city/330100",
                "/city/330100/units",
                "/city/330100/units.xlsx",
                "/city/330100/reporting",
                "/city/330100/reporting.xlsx",
                "/city/330100/children.xlsx?period=2025",
                "/city/330100/imports",
                "/live/330100?period=2025",
                "/county/999999"
            })
    @TestSecurity(user = "331100", roles = "administrator")
    @OidcSecurity(claims = @Claim(key = "node", value = Chain.CITY))
    void refuseWhatIsBesideOrAboveWithoutAWordAboutIt(String address) {
        given().get(address)
                .then()
                .statusCode(403)
                .body(containsString("无权访问"), not(containsString("secret")), not(containsString("杭州")));
    }

    @Test
    @TestSecurity(user = "331100", roles = "administrator")
    @OidcSecurity(claims = @Claim(key = "node", value = Chain.CITY))
    void speakEnglishWhenAsked() {
        given().get("/city/331100?lang=en&period=2025")
                .then()
                .statusCode(200)
                .body(containsString("Energy per head"), containsString("Data as of"), not(containsString("综合能耗")));
    }

    @Test
    @TestSecurity(user = "331100", roles = "administrator")
    @OidcSecurity(claims = @Claim(key = "node", value = Chain.CITY))
    void downloadATableWithNumbersAsNumbers() throws IOException {
        byte[] file = given().get("/city/331100/children.xlsx?period=2025")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
        try (var book = new ReadableWorkbook(new ByteArrayInputStream(file))) {
            List<Row> rows = book.getFirstSheet().read();
            assertThat(rows.get(2).getCellText(0)).isEqualTo("数据截至 2025-02-05 09:30:00");
            assertThat(rows.get(3).getCellText(0)).contains("23,755/24,000");
            assertThat(rows.get(4).getCellText(0)).isEqualTo("地区");
            assertThat(rows).anySatisfy(row -> {
                assertThat(row.getCellText(0)).isEqualTo("莲都区");
                assertThat(row.getCellAsNumber(2)).contains(new BigDecimal("139261.46"));
            });
        }
    }

    @Test
    @TestSecurity(user = "331100", roles = "administrator")
    @OidcSecurity(claims = @Claim(key = "node", value = Chain.CITY))
    void listUnitsWithWhatUsersWroteEscaped() {
        given().get("/city/331100/units?search=财政")
                .then()
                .statusCode(200)
                .body(
                        containsString("莲都区&lt;财政&gt;局"),
                        not(containsString("<财政>")),
                        containsString("cursor=abc"),
                        containsString("共 51 家单位"));
    }

    @Test
    @TestSecurity(user = "331100", roles = "administrator")
    @OidcSecurity(claims = @Claim(key = "node", value = Chain.CITY))
    void sayItWhenAServiceIsDown() {
        for (String part : List.of("children", "carriers")) {
            Upstream.answer("GET", "/api/rollups/([0-9]+)/" + part, call -> Upstream.Answer.problem(503, "starting"));
            given().get("/city/331100?period=2025")
                    .then()
                    .statusCode(503)
                    .header("Retry-After", "10")
                    .body(containsString("服务暂时不可用"));
            Chain.stands();
        }
    }

    @Test
    @TestSecurity(user = "331100", roles = "administrator")
    @OidcSecurity(claims = @Claim(key = "node", value = Chain.CITY))
    void answerNotFoundForTheWrongTierAndForNonsense() {
        given().get("/county/331100").then().statusCode(404).body(containsString("没有这个页面"));
        given().get("/city/33110x").then().statusCode(404);
        given().get("/city/331100?period=nonsense").then().statusCode(400);
        given().get("/no/such/page").then().statusCode(404).body(containsString("没有这个页面"));
    }
}
