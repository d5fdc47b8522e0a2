package org.jielian.metrics.reports;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.jielian.metrics.Chain331102;
import org.jielian.testkit.Backends;
import org.jielian.testkit.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How a figure was measured, and a note, come and go in files as they do at the desk. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class RemarksInFilesTest {
    private static final String UNIT = Chain331102.HOSPITAL;
    private static final String CITY = Tokens.region(Chain331102.CITY);
    private static final String HEADER =
            "unit_code,period,electricity_kwh,water_m3,headcount,floor_area_m2,electricity_kwh_basis,water_m3_basis,note\n";
    private static final String PLAIN = "unit_code,period,electricity_kwh,water_m3,headcount,floor_area_m2\n";

    @BeforeEach
    void chain() {
        Chain331102.tell();
    }

    @Test
    void areKeptWithTheReport() {
        send("", HEADER + UNIT + ",2023-06,10.00,1.00,40,1000.50,抄表,billed,换了水表\n")
                .body("added", equalTo(1));

        report("2023-06")
                .body("remarks.bases.electricityKwh", equalTo("METERED"))
                .body("remarks.bases.waterM3", equalTo("BILLED"))
                .body("remarks.note", equalTo("换了水表"));
    }

    @Test
    void stayWhenAFileSaysNothingOfThem() {
        send("", HEADER + UNIT + ",2023-07,10.00,1.00,40,1000.50,ESTIMATED,,估读\n")
                .body("added", equalTo(1));
        send("", PLAIN + UNIT + ",2023-07,10.50,1.00,40,1000.50\n").body("changed", equalTo(1));

        report("2023-07")
                .body("remarks.bases.electricityKwh", equalTo("ESTIMATED"))
                .body("remarks.bases.waterM3", nullValue())
                .body("remarks.note", equalTo("估读"));
    }

    @Test
    void areAChangeByThemselvesAndShownWithWhatStoodThere() {
        send("", HEADER + UNIT + ",2023-08,10.00,1.00,40,1000.50,ESTIMATED,,\n").body("added", equalTo(1));
        send("?dryRun=true", HEADER + UNIT + ",2023-08,10.00,1.00,40,1000.50,BILLED,,\n")
                .body("changed", equalTo(1))
                .body("first.CHANGED[0].before.electricity_kwh_basis", equalTo("ESTIMATED"));
    }

    @Test
    void areRefusedAtTheirColumnWhenNobodyKnowsThem() {
        send("", HEADER + UNIT + ",2023-09,10.00,1.00,40,1000.50,guessed,,\n")
                .body("refused", equalTo(1))
                .body("errors[0].column", equalTo("electricity_kwh_basis"))
                .body("errors[0].code", equalTo("UNKNOWN_BASIS"));
    }

    @Test
    void standInTheTemplateAndComeBackUnchanged() throws IOException {
        send("", HEADER + UNIT + ",2023-10,10.00,1.00,40,1000.50,BILLED,METERED,按账单\n")
                .body("added", equalTo(1));
        byte[] template = given().auth()
                .oauth2(CITY)
                .header("Accept-Language", "zh")
                .get("/api/reports/template?period=2023-10&unit=" + UNIT)
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();

        List<String> cells = cells(template);
        assertThat(cells).contains("账单", "抄表", "按账单");
        given().auth()
                .oauth2(CITY)
                .contentType("application/octet-stream")
                .body(template)
                .post("/api/reports/import?dryRun=true")
                .then()
                .statusCode(200)
                .body("unchanged", equalTo(1))
                .body("columns", hasItem("electricity_kwh_basis"));
    }

    private static List<String> cells(byte[] workbook) throws IOException {
        try (var book = new ReadableWorkbook(new ByteArrayInputStream(workbook))) {
            Row row = book.getFirstSheet().read().get(1);
            return row.stream().map(cell -> cell == null ? "" : cell.getText()).toList();
        }
    }

    private static ValidatableResponse send(String query, String file) {
        return given().auth()
                .oauth2(Tokens.operator())
                .contentType("text/csv")
                .body(file.getBytes(StandardCharsets.UTF_8))
                .post("/api/reports/import" + query)
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse report(String period) {
        return given().auth()
                .oauth2(Tokens.operator())
                .get("/api/reports/{unit}/{period}", UNIT, period)
                .then()
                .statusCode(200);
    }
}
