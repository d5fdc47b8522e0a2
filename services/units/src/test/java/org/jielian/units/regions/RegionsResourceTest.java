package org.jielian.units.regions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.jielian.contracts.RegionState;
import org.jielian.testkit.Backends;
import org.jielian.testkit.Facts;
import org.jielian.units.Province;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Backends.class)
class RegionsResourceTest {
    @BeforeEach
    void plant() {
        Province.plant();
    }

    @Test
    void tellsEveryImportedRegion() {
        RegionState county = Facts.await(
                RegionState.TOPIC, RegionState.class, r -> r.regionCode().equals("331102"));

        assertThat(county.name()).isEqualTo("莲都区");
        assertThat(county.parentIn(java.time.YearMonth.of(2025, 1))).contains("331100");
    }

    @Test
    void showsTheWayUp() {
        Province.person("331102")
                .get("/api/regions/331102")
                .then()
                .statusCode(200)
                .body("path.code", contains("330000", "331100", "331102"))
                .body("tier", equalTo("COUNTY"))
                .body("parentCode", equalTo("331100"));
    }

    @Test
    void listsWhatStandsDirectlyBelow() {
        Province.person("330000")
                .get("/api/regions/330000/children")
                .then()
                .statusCode(200)
                // other tests add regions of their own
                .body("code", hasItems("330100", "331100"))
                .body("code", not(hasItem("331102")));
        Province.person("330000")
                .get("/api/regions/331102/children")
                .then()
                .statusCode(200)
                .body("$", hasSize(0));
    }
}
