package org.jielian.units;

import static io.restassured.RestAssured.given;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import org.jielian.testkit.Tokens;

/** A small province for tests, told through the public import, and people of it. */
public final class Province {
    public static final String HEADER = "unit_code,name,type,region_code,floor_area_m2,headcount,has_canteen,heating\n";
    public static final String OFFICE = "11330000TX64CNT09A";

    /** Zhejiang with two cities and three counties; the order is not that of the tree. */
    private static final String REGIONS = """
            code,name,level,parent_code
            331102,莲都区,COUNTY,331100
            330000,浙江省,PROVINCE,
            331100,丽水市,CITY,330000
            331121,青田县,COUNTY,331100
            330100,杭州市,CITY,330000
            330106,西湖区,COUNTY,330100
            """;

    public static void plant() {
        importRegions(REGIONS).statusCode(200);
    }

    public static RequestSpecification operator() {
        return as(Tokens.operator());
    }

    /** A region's person. */
    public static RequestSpecification person(String region) {
        return as(Tokens.region(region));
    }

    public static RequestSpecification as(String token) {
        return given().auth().oauth2(token);
    }

    public static ValidatableResponse importRegions(String csv) {
        return operator()
                .contentType("text/csv; charset=UTF-8")
                .body(csv)
                .post("/api/regions/import")
                .then();
    }

    public static ValidatableResponse importUnits(RequestSpecification who, String csv) {
        return who.contentType("text/csv; charset=UTF-8")
                .body(csv)
                .post("/api/units/import")
                .then();
    }

    private Province() {}
}
