package org.jielian.metrics.reports;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.jielian.metrics.Chain331102;
import org.jielian.testkit.Backends;
import org.jielian.testkit.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Backends.class)
class ReportTemplatesTest {
    private static final String SCHOOL = Chain331102.SCHOOL;
    private static final String COUNTY = Tokens.region(Chain331102.COUNTY);

    @BeforeEach
    void chain() {
        Chain331102.tell();
    }

    private static RequestSpecification as(String token) {
        return given().auth().oauth2(token);
    }

    private static void report(String county, String unit, String period, String electricity) {
        as(county)
                .contentType("application/json")
                .body(
                        "{\"quantities\":{\"electricityKwh\":%s},\"headcount\":41,\"floorArea\":1000.5,\"explanations\":{\"*\":\"test\"}}"
                                .formatted(electricity))
                .put("/api/reports/" + unit + "/" + period)
                .then()
                .statusCode(anyOf(equalTo(200), equalTo(201)));
    }

    private static byte[] template(String token, String query) {
        return as(token)
                .get("/api/reports/template" + query)
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();
    }

    private static List<List<String>> rows(byte[] workbook) throws IOException {
        try (var book = new ReadableWorkbook(new ByteArrayInputStream(workbook));
                Stream<Row> rows = book.getFirstSheet().openStream()) {
            List<List<String>> texts = new ArrayList<>();
            rows.forEach(row -> texts.add(row.stream()
                    .map(cell -> cell == null ? null : cell.getText())
                    .toList()));
            return texts;
        }
    }

    @Test
    void areFilledWithTheUnitsOneReportsForAndWhatIsKnownOfThem() throws IOException {
        report(COUNTY, SCHOOL, "2022-11", "77.5");
        List<List<String>> rows = rows(template(COUNTY, "?region=" + Chain331102.COUNTY + "&period=2022-12"));
        assertThat(rows).hasSize(2);
        List<String> head = rows.get(0);
        assertThat(head.get(0)).startsWith("unit_code\n");
        assertThat(rows.get(1).subList(0, 3)).containsExactly(SCHOOL, "莲都区第一中学", "2022-12");
        int electricity = head.indexOf(head.stream()
                .filter(h -> h.startsWith("previous_electricity_kwh"))
                .findFirst()
                .orElseThrow());
        assertThat(rows.get(1).get(electricity)).isEqualTo("77.5");
        int headcount = head.indexOf(
                head.stream().filter(h -> h.startsWith("headcount")).findFirst().orElseThrow());
        assertThat(rows.get(1).get(headcount)).as("as last reported").isEqualTo("41");
    }

    @Test
    void areTakenAsTheyAre() {
        // a unit of which no other test has reported these months, which rules would compare with
        String county = Tokens.region(Chain331102.OTHER_COUNTY);
        report(county, Chain331102.ELSEWHERE, "2023-05", "12.25");
        byte[] workbook = template(Tokens.unit(Chain331102.ELSEWHERE), "?period=2023");
        as(county)
                .contentType("application/octet-stream")
                .body(workbook)
                .post("/api/reports/import?dryRun=true")
                .then()
                .statusCode(200)
                .body("totalRows", equalTo(12))
                .body("changed", equalTo(0))
                .body("added", equalTo(0))
                .body("first.UNCHANGED.cells.flatten()", hasItem("2023-05"))
                .body("errors.code.unique()", equalTo(List.of("NO_QUANTITY")));
    }

    @Test
    void explainThemselvesInBothLanguages() throws IOException {
        byte[] workbook = template(Tokens.unit(SCHOOL), "?period=2023-03");
        try (var book = new ReadableWorkbook(new ByteArrayInputStream(workbook))) {
            assertThat(book.getSheets().map(Sheet::getName)).contains("说明 Instructions");
        }
    }

    @Test
    void areForNobodyElse() {
        String here = "?period=2023-03&region=" + Chain331102.COUNTY;
        String unit = "?period=2023-03&unit=" + SCHOOL;
        for (String stranger : List.of(
                Tokens.region(Chain331102.OTHER_COUNTY),
                Tokens.region(Chain331102.CITY),
                Tokens.unit(Chain331102.ELSEWHERE))) {
            as(stranger).get("/api/reports/template" + here).then().statusCode(403);
            as(stranger).get("/api/reports/template" + unit).then().statusCode(403);
        }
        as(Tokens.of(Chain331102.COUNTY, "auditor"))
                .get("/api/reports/template" + here)
                .then()
                .statusCode(403);
        as(COUNTY).get("/api/reports/template?period=2099").then().statusCode(400);
        as(COUNTY).get("/api/reports/template?period=x").then().statusCode(400);
    }
}
