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
import org.jielian.portal.Upstream.Answer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Upstream.class)
@QuarkusTestResource(OidcWiremockTestResource.class)
class ResultsPagesTest {
    private static final String PAGE = "/city/331100/standards/results";
    private static final String BASIS =
            "{\"release\":\"331100/JNJG/1\",\"coefficientSet\":\"QUOTA\",\"coefficientVersion\":1,\"form\":\"2020\"}";

    @BeforeEach
    void upstream() {
        Chain.stands();
        Upstream.answer("GET", "/supervision/api/results/regions/331100", call -> Answer.ok("""
                {"provisional":false,"basis":%s,"figures":[],"coverage":{"expected":24,"reported":18,"percent":75.00},
                "bands":[{"indicator":"E_CAP","counts":{"ABOVE_CONSTRAINT":3,"WITHIN_BASELINE":5},"none":2}],
                "children":[{"regionCode":"331102","name":"莲都区","tier":"COUNTY","coverage":{"expected":12,"reported":12,"percent":100.00},
                "values":{"E_CAP":412.345},"bands":[{"indicator":"E_CAP","counts":{"ABOVE_CONSTRAINT":1},"none":0}],"ranks":{"E_CAP":1},
                "unranked":null},{"regionCode":"331121","name":"青田县","tier":"COUNTY","coverage":{"expected":12,"reported":6,"percent":50.00},
                "values":{},"bands":[],"ranks":null,"unranked":{"code":"COVERAGE","zh":"上报率不足","en":"too few reports"}}]}""".formatted(BASIS)));
        Upstream.answer("GET", "/supervision/api/results/units", call -> Answer.ok("""
                {"items":[{"unitCode":"%s","name":"莲都<区>教育局","regionCode":"331102","value":1600.5,"unit":"kgce/person",
                "band":"ABOVE_CONSTRAINT","bounds":{"CONSTRAINT":1557.1,"BASELINE":978.1},"missing":null,"monthsExpected":12,
                "monthsReported":12,"release":"331102/JNJG/1"}],"next":"NEXT","total":9}""".formatted(Chain.UNIT)));
    }

    @Test
    @TestSecurity(user = "331100", roles = "administrator")
    @OidcSecurity(claims = @Claim(key = "node", value = Chain.CITY))
    void putRegionsBesideEachOtherAndSayWhyOneIsNotRanked() {
        String page = given().get(PAGE + "?year=2025")
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(page)
                .contains("对标结果 2025", "超约束值的单位", "412.35", "上报率不足", "331100/JNJG/1", "莲都&lt;区&gt;教育局")
                .contains("/county/331102/standards/results?standard=JNJG&amp;year=2025&amp;indicator=E_CAP")
                .contains("cursor=NEXT", "units.xlsx?standard=JNJG");
    }

    @Test
    @TestSecurity(user = "331100", roles = "administrator")
    @OidcSecurity(claims = @Claim(key = "node", value = Chain.CITY))
    void keepWhatWasAskedFor() {
        given().get(PAGE + "?year=2024&indicator=W_CAP&band=ABOVE_GENERAL&q=教育")
                .then()
                .statusCode(200)
                .body(
                        containsString("value=\"2024\""),
                        containsString("<option value=\"W_CAP\" selected>"),
                        containsString("<option value=\"ABOVE_GENERAL\" selected>"),
                        containsString("value=\"教育\""));
    }

    @Test
    @TestSecurity(user = "331100", roles = "administrator")
    @OidcSecurity(claims = @Claim(key = "node", value = Chain.CITY))
    void sayThatNothingWasEvaluatedYet() {
        Upstream.answer("GET", "/supervision/api/results/regions/331100", call -> Answer.problem(404, "none"));
        Upstream.answer(
                "GET", "/supervision/api/results/units", call -> Answer.ok("{\"items\":[],\"next\":null,\"total\":0}"));
        given().get(PAGE).then().statusCode(200).body(containsString("该年尚无结果"), not(containsString("计算依据")));
    }

    @Test
    @TestSecurity(user = "330100", roles = "administrator")
    @OidcSecurity(claims = @Claim(key = "node", value = Chain.OTHER_CITY))
    void areClosedToANeighbour() {
        for (String path : new String[] {"", "/regions.xlsx", "/units.xlsx"}) {
            given().get(PAGE + path).then().statusCode(403);
        }
        given().get("/city/331100/standards/incoming/330000/JNJG/2/effects")
                .then()
                .statusCode(403);
    }

    @Test
    @TestSecurity(user = "331100", roles = "administrator")
    @OidcSecurity(claims = @Claim(key = "node", value = Chain.CITY))
    void nameWhoWouldNewlyFailByAReleaseFromAbove() {
        Upstream.answer(
                "GET",
                "/supervision/api/adoptions/331100/330000/JNJG/2/effects",
                call -> Answer.ok("""
                {"year":2025,"summary":[],"items":[{"unitCode":"%s","name":"教育局","regionCode":"331102","indicator":"E_CAP",
                "unit":"kgce/person","value":962.8964,"from":"WITHIN_CONSTRAINT","to":"ABOVE_CONSTRAINT","bound":"CONSTRAINT",
                "boundBefore":1293.4,"boundAfter":957.5,"effect":"NEWLY_ABOVE"}]}""".formatted(Chain.UNIT)));
        given().get("/city/331100/standards/incoming/330000/JNJG/2/effects")
                .then()
                .statusCode(200)
                .body(
                        containsString("教育局"),
                        containsString("962.90"),
                        containsString("kgce/人"),
                        containsString("957.50"));
    }
}
