package org.jielian.units.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jielian.contracts.UnitState;
import org.jielian.foundation.tabular.XlsxTable;
import org.jielian.testkit.Backends;
import org.jielian.testkit.Facts;
import org.jielian.testkit.Tokens;
import org.jielian.units.Codes;
import org.jielian.units.Province;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(Backends.class)
class ImportingUnitsTest {
    @BeforeEach
    void plant() {
        Province.plant();
    }

    @Test
    void tellsWhatItTook() {
        String code = Codes.next();
        Province.importUnits(Province.operator(), line(code, "莲都区财政局", "331102"))
                .body("added", equalTo(1));

        UnitState told =
                Facts.await(UnitState.TOPIC, UnitState.class, u -> u.unitCode().equals(code));
        assertThat(told.lastBelonging().regionCode()).isEqualTo("331102");
        assertThat(told.belongingIn(YearMonth.of(2025, 1))).isPresent();
        assertThat(told.version()).isPositive();
    }

    @Test
    void changesNothingTheSecondTime() {
        String file = line(Codes.next(), "甲", "331102") + row(Codes.next(), "乙", "330000");
        Province.importUnits(Province.operator(), file).body("added", equalTo(2));

        Province.importUnits(Province.operator(), file)
                .body("unchanged", equalTo(2))
                .body("added", equalTo(0))
                .body("changed", equalTo(0))
                .body("refused", equalTo(0));
    }

    @Test
    void describesAnewWhatDiffers() {
        String code = Codes.next();
        Province.importUnits(Province.operator(), line(code, "旧名", "331102"));

        Province.importUnits(Province.operator(), line(code, "新名", "331102")).body("changed", equalTo(1));

        assertThat(Facts.await(
                                UnitState.TOPIC,
                                UnitState.class,
                                u -> u.unitCode().equals(code) && u.name().equals("新名"))
                        .version())
                .isGreaterThan(1);
    }

    @Test
    void movesOnlyWithAMonth() {
        String code = Codes.next();
        Province.importUnits(Province.operator(), line(code, "搬迁单位", "331102"));
        Province.importUnits(Province.operator(), line(code, "搬迁单位", "331121"))
                .body("errors[0].code", equalTo("MOVE_NEEDS_MONTH"))
                .body("errors[0].column", equalTo("region_code"));

        String moved = Province.HEADER.strip() + ",since\n"
                + row(code, "搬迁单位", "331121").strip() + ",2025-07\n";
        Province.importUnits(Province.operator(), moved).body("changed", equalTo(1));
        Province.importUnits(Province.operator(), moved).body("unchanged", equalTo(1));

        UnitState told = Facts.await(
                UnitState.TOPIC,
                UnitState.class,
                u -> u.unitCode().equals(code) && u.belongings().size() == 2);
        assertThat(told.belongingIn(YearMonth.of(2025, 6)).orElseThrow().regionCode())
                .isEqualTo("331102");
        assertThat(told.belongingIn(YearMonth.of(2025, 7)).orElseThrow().regionCode())
                .isEqualTo("331121");
    }

    @Test
    void keepsTheKindWhereAFileDoesNotSpeakOfIt() {
        String code = Codes.next();
        String header = Province.HEADER.strip() + ",kind,level\n";
        String plain = row(code, "莲都区人民医院", "331102").replace("AGENCY", "HOSPITAL");
        Province.importUnits(Province.operator(), header + plain.strip() + ",HOSPITAL,GRADE_2\n")
                .body("added", equalTo(1));

        Province.importUnits(Province.operator(), Province.HEADER + plain).body("unchanged", equalTo(1));
        Province.operator()
                .get("/api/units/" + code)
                .then()
                .body("kind", equalTo("HOSPITAL"))
                .body("level", equalTo("GRADE_2"));

        Province.importUnits(Province.operator(), header + plain.strip() + ",,\n")
                .body("changed", equalTo(1));
        Province.operator()
                .get("/api/units/" + code)
                .then()
                .body("kind", nullValue())
                .body("level", nullValue());
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "HOSPITAL | GRADE_1 | kind  | UNSUITED_KIND",
                "CASTLE   | ''      | kind  | UNKNOWN_VALUE",
                "PRIMARY  | GRADE_1 | level | UNSUITED_LEVEL",
                "''       | GRADE_1 | level | UNSUITED_LEVEL",
                "PRIMARY  | GRADE_9 | level | UNKNOWN_VALUE",
            })
    void refusesAKindTheTypeCannotBe(String kind, String level, String column, String defect) {
        String school = row(Codes.next(), "莲都区城关小学", "331102").replace("AGENCY", "SCHOOL");
        String file = Province.HEADER.strip() + ",kind,level\n" + school.strip() + "," + kind + "," + level + "\n";
        Province.importUnits(Province.operator(), file)
                .body("refused", equalTo(1))
                .body("errors[0].column", equalTo(column))
                .body("errors[0].code", equalTo(defect));
    }

    @Test
    void changesNothingInADryRun() {
        String code = Codes.next();
        Province.operator()
                .contentType("text/csv")
                .queryParam("dryRun", true)
                .body(line(code, "试", "331102"))
                .post("/api/units/import")
                .then()
                .statusCode(200)
                .body("dryRun", equalTo(true))
                .body("added", equalTo(1));

        Province.operator().get("/api/units/" + code).then().statusCode(404);
    }

    @ParameterizedTest(name = "{1} in {0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "unit_code     | BAD_CHECK_CHAR    | 11330000TX64CNT09B,名,AGENCY,331102,1.00,1,true,NONE",
                "unit_code     | INVALID_UNIT_CODE | 11330000TX64CNT09,名,AGENCY,331102,1.00,1,true,NONE",
                "unit_code     | MISSING_VALUE     | ,名,AGENCY,331102,1.00,1,true,NONE",
                "name          | MISSING_VALUE     | 11330000TX64CNT09A,,AGENCY,331102,1.00,1,true,NONE",
                "type          | UNKNOWN_VALUE     | 11330000TX64CNT09A,名,BANK,331102,1.00,1,true,NONE",
                "region_code   | MISSING_VALUE     | 11330000TX64CNT09A,名,AGENCY,,1.00,1,true,NONE",
                "region_code   | UNKNOWN_REGION    | 11330000TX64CNT09A,名,AGENCY,999999,1.00,1,true,NONE",
                "floor_area_m2 | NON_NUMERIC       | 11330000TX64CNT09A,名,AGENCY,331102,约12,1,true,NONE",
                "floor_area_m2 | NON_NUMERIC       | 11330000TX64CNT09A,名,AGENCY,331102,1e999999999,1,true,NONE",
                "floor_area_m2 | NEGATIVE_VALUE    | 11330000TX64CNT09A,名,AGENCY,331102,-1.00,1,true,NONE",
                "floor_area_m2 | OUT_OF_RANGE      | 11330000TX64CNT09A,名,AGENCY,331102,1.005,1,true,NONE",
                "headcount     | OUT_OF_RANGE      | 11330000TX64CNT09A,名,AGENCY,331102,1.00,1.5,true,NONE",
                "headcount     | NON_NUMERIC       | 11330000TX64CNT09A,名,AGENCY,331102,1.00,无,true,NONE",
                "has_canteen   | UNKNOWN_VALUE     | 11330000TX64CNT09A,名,AGENCY,331102,1.00,1,是,NONE",
                "heating       | UNKNOWN_VALUE     | 11330000TX64CNT09A,名,AGENCY,331102,1.00,1,true,SOLAR",
            })
    void namesEachDefectAndKeepsTheGoodRows(String column, String code, String defect) {
        String good = Codes.next();
        Province.importUnits(Province.operator(), line(good, "好行", "331102") + defect + "\n")
                .statusCode(200)
                .body("added", equalTo(1))
                .body("refused", equalTo(1))
                .body("errors", hasSize(1))
                .body("errors[0].line", equalTo(3))
                .body("errors[0].column", equalTo(column))
                .body("errors[0].code", equalTo(code));
    }

    @Test
    void namesEveryDefectOfARow() {
        Province.importUnits(Province.operator(), Province.HEADER + "X,,BANK,,-1,无,是,SOLAR\n")
                .body("refused", equalTo(1))
                .body("errorsTotal", equalTo(8));
    }

    @Test
    void namesTheLineARowRepeats() {
        String code = Codes.next();
        Province.importUnits(Province.operator(), line(code, "一", "331102") + row(code, "二", "331102"))
                .body("added", equalTo(1))
                .body("errors[0].code", equalTo("DUPLICATE_ROW"))
                .body("errors[0].line", equalTo(3));
    }

    @Test
    void refusesAFileWithOtherColumns() {
        Province.importUnits(Province.operator(), "code,name\n1,2\n").statusCode(400);
    }

    @Test
    void takesFromARegionsPersonOnlyItsOwn() {
        String code = Codes.next();
        Province.importUnits(Province.operator(), line(code, "他县单位", "331121"));

        Province.importUnits(
                        Province.person("331102"),
                        line(Codes.next(), "己", "331102") + row(Codes.next(), "他", "331121") + row(code, "夺", "331102"))
                .body("added", equalTo(1))
                .body("refused", equalTo(2))
                .body("errors[0].code", equalTo("NOT_YOURS"))
                .body("errors[1].code", equalTo("UNIT_EXISTS"));
    }

    @Test
    void isNotForReporters() {
        String code = Codes.next();
        Province.importUnits(Province.operator(), line(code, "单位", "331102"));

        Province.importUnits(Province.as(Tokens.unit(code)), line(code, "改名", "331102"))
                .statusCode(403);
    }

    @Test
    void takesBackTheWorkbookThatWasExported() throws IOException {
        String code = Codes.next();
        Province.importUnits(Province.operator(), line(code, "导出单位", "331121"));
        byte[] workbook = Province.person("331121")
                .get("/api/units/export")
                .then()
                .statusCode(200)
                .extract()
                .asByteArray();

        Province.operator()
                .contentType(XlsxTable.MEDIA_TYPE)
                .body(workbook)
                .post("/api/units/import")
                .then()
                .statusCode(200)
                .body("refused", equalTo(0))
                .body("changed", equalTo(0));
    }

    @Test
    void namesCellsOfAWorkbook() throws IOException {
        var file = new ByteArrayOutputStream();
        List<List<Object>> rows = new ArrayList<>();
        rows.add(Arrays.asList(
                Codes.next(), "甲", "AGENCY", "331102", new java.math.BigDecimal("12.5"), 3, "true", "NONE"));
        rows.add(Arrays.asList(
                Codes.next(), "乙", "AGENCY", "331102", new java.math.BigDecimal("12.5"), -3, "true", "NONE"));
        XlsxTable.write(file, "units", UnitLine.REQUIRED, rows.iterator());

        Province.operator()
                .contentType(XlsxTable.MEDIA_TYPE)
                .body(file.toByteArray())
                .post("/api/units/import")
                .then()
                .body("added", equalTo(1))
                .body("errors[0].line", equalTo(3))
                .body("errors[0].column", equalTo("headcount"));
    }

    private static String line(String code, String name, String region) {
        return Province.HEADER + row(code, name, region);
    }

    private static String row(String code, String name, String region) {
        return "%s,%s,AGENCY,%s,100.00,10,false,NONE%n".formatted(code, name, region);
    }
}
