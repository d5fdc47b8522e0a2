package org.jielian.metrics.reports;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jielian.foundation.tabular.XlsxTable;
import org.jielian.metrics.Chain331102;
import org.jielian.testkit.Backends;
import org.jielian.testkit.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Backends.class)
class ReportsImportTest {
    private static final String HEADER = "unit_code,period,electricity_kwh,water_m3,headcount,floor_area_m2\n";
    private static final String SCHOOL = Chain331102.SCHOOL;

    @BeforeEach
    void chain() {
        Chain331102.tell();
    }

    private static ValidatableResponse send(String token, byte[] file, String query) {
        return given().auth()
                .oauth2(token)
                .contentType("text/csv")
                .body(file)
                .post("/api/reports/import" + query)
                .then();
    }

    private static byte[] csv(String... rows) {
        return (HEADER + String.join("\n", rows) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void takesGoodRowsAndNamesTheDefectsOfTheOthersByLineAndColumn() {
        byte[] file = csv(
                SCHOOL + ",2022-01,10.00,1.00,40,1000.50",
                ",2022-02,10.00,1.00,40,1000.50",
                "113300000000000198,2022-02,10.00,1.00,40,1000.50",
                SCHOOL + ",2024/02,10.00,1.00,40,1000.50",
                SCHOOL + ",2022-02,-10.00,1.00,40,1000.50",
                SCHOOL + ",2022-02,12O.50,1.00,40,1000.50",
                SCHOOL + ",2022-01,10.00,1.00,40,1000.50",
                "12330106MB0000036N,2022-02,10.00,1.00,40,1000.50",
                SCHOOL + ",2022-02,10.00,1.00,40",
                SCHOOL + ",2022-03,10.00,1.00,40,1000.50");
        var answer = send(Tokens.operator(), file, "").statusCode(200).extract().jsonPath();
        assertThat(answer.getInt("added")).isEqualTo(2);
        assertThat(answer.getInt("rows")).isEqualTo(10);
        assertThat(answer.getInt("refused")).isEqualTo(8);
        List<Map<String, Object>> errors = answer.getList("errors");
        assertThat(errors.stream().map(e -> e.get("line") + " " + e.get("column") + " " + e.get("code")))
                .containsExactlyInAnyOrder(
                        "3 unit_code UNIT_MISSING",
                        "4 unit_code BAD_CHECK_CHAR",
                        "5 period BAD_PERIOD",
                        "6 electricity_kwh NEGATIVE",
                        "7 electricity_kwh NOT_A_NUMBER",
                        "8 period DUPLICATE_ROW",
                        "9 unit_code BAD_CHECK_CHAR",
                        "10 null CELL_COUNT");
    }

    @Test
    void changesNothingTheSecondTime() {
        byte[] file = csv(SCHOOL + ",2021-09,10.00,1.00,40,1000.50", SCHOOL + ",2021-10,10.00,1.00,40,1000.50");
        send(Tokens.operator(), file, "").statusCode(200).body("added", equalTo(2));
        send(Tokens.operator(), file, "")
                .statusCode(200)
                .body("added", equalTo(0))
                .body("changed", equalTo(0))
                .body("unchanged", equalTo(2));
    }

    @Test
    void writesNothingInADryRun() {
        byte[] file = csv(SCHOOL + ",2022-06,10.00,1.00,40,1000.50");
        send(Tokens.operator(), file, "?dryRun=true")
                .statusCode(200)
                .body("added", equalTo(1))
                .body("dryRun", equalTo(true));
        given().auth()
                .oauth2(Tokens.operator())
                .get("/api/reports/" + SCHOOL + "/2022-06")
                .then()
                .statusCode(404);
    }

    @Test
    void readsWorkbooksLikeTextFiles() throws IOException {
        var file = new ByteArrayOutputStream();
        XlsxTable.write(
                file,
                "reports",
                List.of("unit_code", "period", "electricity_kwh", "headcount", "floor_area_m2"),
                List.<List<Object>>of(
                                List.of(SCHOOL, "2022-07", new BigDecimal("12.34"), 40, new BigDecimal("1000.5")),
                                List.of(SCHOOL, "2022-08", "约12", 40, new BigDecimal("1000.5")))
                        .iterator());
        send(Tokens.operator(), file.toByteArray(), "")
                .statusCode(200)
                .body("added", equalTo(1))
                .body("errors[0].line", equalTo(3))
                .body("errors[0].code", equalTo("NOT_A_NUMBER"));
        given().auth()
                .oauth2(Tokens.operator())
                .get("/api/reports/" + SCHOOL + "/2022-07")
                .then()
                .body("quantities.electricityKwh", equalTo(12.34f));
    }

    @Test
    void goesOnInTheBackgroundWhenAskedTo() {
        String job = given().auth()
                .oauth2(Tokens.operator())
                .header("Prefer", "respond-async")
                .contentType("text/csv")
                .body(csv(SCHOOL + ",2022-09,10.00,1.00,40,1000.50"))
                .post("/api/reports/import")
                .then()
                .statusCode(202)
                .extract()
                .header("Location");
        org.awaitility.Awaitility.await()
                .until(
                        () -> given().auth()
                                .oauth2(Tokens.operator())
                                .get(job)
                                .jsonPath()
                                .getString("state"),
                        "DONE"::equals);
        given().auth().oauth2(Tokens.region(Chain331102.COUNTY)).get(job).then().statusCode(404);
    }

    @Test
    void takesFromAPersonOnlyWhatItsNodeAdministers() {
        byte[] file = csv(
                SCHOOL + ",2022-10,10.00,1.00,40,1000.50", Chain331102.ELSEWHERE + ",2022-10,10.00,1.00,40,1000.50");
        send(Tokens.region(Chain331102.COUNTY), file, "")
                .statusCode(200)
                .body("added", equalTo(1))
                .body("errors[0].code", equalTo("UNKNOWN_UNIT"));
        send(Tokens.region(Chain331102.CITY), file, "")
                .statusCode(200)
                .body("added", equalTo(0))
                .body("errors[0].code", equalTo("NOT_YOURS"));
        send(Tokens.of(Chain331102.COUNTY, "auditor"), file, "").statusCode(403);
    }

    @Test
    void refusesFilesThatCannotBeReadWithPlaceAndReason() throws IOException {
        byte[] gbk = (HEADER + "莲都区" + SCHOOL + ",2022-11,1,1,40,1000\n").getBytes(Charset.forName("GBK"));
        send(Tokens.operator(), gbk, "").statusCode(400).body("detail", containsString("UTF-8"));
        byte[] longLine =
                (HEADER + SCHOOL + ",2022-11," + "1".repeat(2_000_000) + "\n").getBytes(StandardCharsets.UTF_8);
        send(Tokens.operator(), longLine, "").statusCode(400).body("detail", containsString("第 1 行之后"));
        send(Tokens.operator(), "unit_code,period\n".getBytes(StandardCharsets.UTF_8), "")
                .statusCode(400)
                .body("detail", containsString("headcount"));
        send(Tokens.operator(), new byte[0], "").statusCode(400);
        send(Tokens.operator(), bomb(), "").statusCode(413);
        send(Tokens.operator(), new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0, 0}, "")
                .statusCode(415);
    }

    /** 600 MB of zeros in less than a megabyte. */
    private static byte[] bomb() throws IOException {
        var file = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(file)) {
            zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 600; i++) zip.write(zeros);
            zip.closeEntry();
        }
        return file.toByteArray();
    }
}
