package org.jielian.units.regions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jielian.testkit.Backends;
import org.jielian.units.Province;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(Backends.class)
class ImportingRegionsTest {
    private static final String HEADER = "code,name,level,parent_code\n";

    @BeforeEach
    void plant() {
        Province.plant();
    }

    @Test
    void changesNothingTheSecondTime() {
        String file = HEADER + "330000,浙江省,PROVINCE,\n330100,杭州市,CITY,330000\n";

        Province.importRegions(file)
                .body("unchanged", equalTo(2))
                .body("added", equalTo(0))
                .body("changed", equalTo(0));
    }

    @Test
    void correctsANameAndKeepsTheVersionGrowing() {
        Province.importRegions(HEADER + "339001,旧名,COUNTY,330000\n").body("added", equalTo(1));
        Province.importRegions(HEADER + "339001,新名,COUNTY,330000\n").body("changed", equalTo(1));

        Province.operator()
                .get("/api/regions/339001")
                .then()
                .body("name", equalTo("新名"))
                .body("version", equalTo(2));
    }

    @ParameterizedTest(name = "{1} in {0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "level       | UNKNOWN_LEVEL       | 339002,某县,VILLAGE,330000",
                "code        | INVALID_REGION_CODE | 33X002,某县,COUNTY,330000",
                "code        | DUPLICATE_ROW       | 330000,浙江省,PROVINCE,",
                "name        | INVALID_REGION_NAME | 339002,,COUNTY,330000",
                "parent_code | PARENT_UNKNOWN      | 339002,某县,COUNTY,339999",
                "parent_code | PARENT_UNKNOWN      | 339002,某县,COUNTY,339002",
                "parent_code | PARENT_DIFFERS      | 331102,莲都区,COUNTY,330100",
                "level       | LEVEL_DIFFERS       | 331102,莲都区,CITY,331100",
            })
    void namesEachDefectAndKeepsTheGoodRows(String column, String code, String defect) {
        Province.importRegions(HEADER + "330000,浙江省,PROVINCE,\n" + defect + "\n")
                .statusCode(200)
                .body("unchanged", equalTo(1))
                .body("refused", equalTo(1))
                .body("errors.line", contains(3))
                .body("errors.column", contains(column))
                .body("errors.code", contains(code));
    }

    /** More rows than a chunk has, with parents in one and children in another. */
    @Test
    void triesTheWholeCountryWithoutChangingAnything() throws IOException {
        String country = Files.readString(Path.of("..", "..", "deploy", "local", "sample", "regions.csv"));

        ValidatableResponse tried = Province.operator()
                .contentType("text/csv")
                .queryParam("dryRun", true)
                .body(country.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .post("/api/regions/import")
                .then()
                .statusCode(200);

        var json = tried.extract().jsonPath();
        assertThat(json.getLong("rows")).isEqualTo(3210);
        assertThat(json.getLong("refused")).as(json.getString("errors")).isZero();
        Province.operator().get("/api/regions/659012").then().statusCode(404);
    }
}
