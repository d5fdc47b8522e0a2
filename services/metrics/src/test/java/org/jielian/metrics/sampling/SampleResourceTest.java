package org.jielian.metrics.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.jielian.metrics.review.ReviewedCounty.as;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.List;
import org.jielian.contracts.InstitutionType;
import org.jielian.metrics.review.ReviewedCounty;
import org.jielian.testkit.Backends;
import org.jielian.testkit.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Backends.class)
class SampleResourceTest {
    private static ReviewedCounty county;

    @BeforeEach
    void county() {
        if (county == null) county = ReviewedCounty.with(12);
    }

    private static Response draw(String token, String region, String body) {
        return as(token).body(body).post("/api/samples/" + region);
    }

    private static JsonPath drawn(String seed) {
        return draw(Tokens.region(county.county), county.county, """
                        {"period": "2025", "share": 0.2, "seed": "%s"}""".formatted(seed))
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
    }

    @Test
    void drawsTheSameListForTheSameSeedAndTellsWhenThePopulationChanged() {
        JsonPath sample = drawn("seed-1");
        List<String> units = sample.getList("units.unitCode");
        assertThat(sample.getInt("population")).isEqualTo(county.units.size());
        assertThat(sample.getString("algorithm")).isEqualTo("SHA256-BY-TYPE-1");
        assertThat(drawn("seed-1").<String>getList("units.unitCode")).isEqualTo(units);
        String redraw = "/api/samples/" + county.county + "/" + sample.getString("id") + "/redraw";
        as(Tokens.region(county.county))
                .get(redraw)
                .then()
                .body("reproduced", equalTo(true))
                .body("same", equalTo(true))
                .body("units", equalTo(units));
        String added = county.register(InstitutionType.HOSPITAL);
        county.awaitExpected(county.units.size());
        as(Tokens.region(county.county))
                .get(redraw)
                .then()
                .body("reproduced", equalTo(true))
                .body("same", equalTo(false))
                .body("added", contains(added))
                .body("gone", hasSize(0))
                .body("units", hasItem(added));
    }

    @Test
    void makesASeedOfItsOwnAndShowsIt() {
        String first = draw(
                        Tokens.region(county.city),
                        county.city,
                        "{\"period\": \"2025-03\", \"share\": 0.05, \"below\": true}")
                .then()
                .statusCode(201)
                .extract()
                .path("seed");
        assertThat(first).matches("[0-9a-f]{16}");
        draw(Tokens.region(county.city), county.city, "{\"period\": \"2025-03\", \"share\": 0.05}")
                .then()
                .statusCode(409);
    }

    @Test
    void keepsWhatTheCloserCheckFound() {
        JsonPath sample = drawn("seed-2");
        String path = "/api/samples/" + county.county + "/" + sample.getString("id");
        String unit = sample.getString("units[0].unitCode");
        String reviewer = Tokens.region(county.county);
        as(reviewer)
                .body("{\"result\": \"FINDING\"}")
                .put(path + "/units/" + unit)
                .then()
                .statusCode(400);
        as(reviewer)
                .body("{\"result\": \"FINDING\", \"note\": \"电表倍率有误\"}")
                .put(path + "/units/" + unit)
                .then()
                .statusCode(200)
                .body("checked", equalTo(1))
                .body("findings", equalTo(1))
                .body("units[0].checkedBy", equalTo(county.county));
        String notDrawn = county.units.stream()
                .filter(u -> !sample.getList("units.unitCode").contains(u))
                .findFirst()
                .orElseThrow();
        as(reviewer)
                .body("{\"result\": \"OK\"}")
                .put(path + "/units/" + notDrawn)
                .then()
                .statusCode(404);
        as(reviewer)
                .get("/api/samples/" + county.county + "?period=2025")
                .then()
                .body("items.seed", hasItem("seed-2"));
    }

    @Test
    void refusesLessThanTheRuleAsksForAndNonsense() {
        for (String body : new String[] {
            "{\"period\": \"2025\", \"share\": 0.049}",
            "{\"period\": \"2025\", \"share\": 1.01}",
            "{\"period\": \"2025\"}",
            "{\"period\": \"2025-13\", \"share\": 0.05}"
        }) {
            draw(Tokens.region(county.county), county.county, body).then().statusCode(400);
        }
        draw(Tokens.region(county.county), county.county, "{\"period\": \"2025\", \"share\": 0.049}")
                .then()
                .body("detail", containsString("0.05"));
    }

    @Test
    void isClosedToStrangersAndOnlyLookedAtFromAbove() {
        JsonPath sample = drawn("seed-3");
        String path = "/api/samples/" + county.county + "/" + sample.getString("id");
        String check = path + "/units/" + sample.getString("units[0].unitCode");
        for (String stranger : new String[] {Tokens.region(county.otherCounty), Tokens.unit(county.units.get(0))}) {
            as(stranger).get("/api/samples/" + county.county).then().statusCode(403);
            as(stranger).get(path).then().statusCode(403);
            as(stranger).get(path + "/redraw").then().statusCode(403);
            draw(stranger, county.county, "{\"period\": \"2025\", \"share\": 0.05}")
                    .then()
                    .statusCode(403);
            as(stranger).body("{\"result\": \"OK\"}").put(check).then().statusCode(403);
        }
        as(Tokens.region(county.city)).get(path).then().statusCode(200);
        as(Tokens.region(county.city))
                .body("{\"result\": \"OK\"}")
                .put(check)
                .then()
                .statusCode(403);
        draw(Tokens.region(county.city), county.county, "{\"period\": \"2025\", \"share\": 0.05}")
                .then()
                .statusCode(403);
        // the city's own samples are not the county's business, by whatever address
        String cityOnes = draw(
                        Tokens.region(county.city),
                        county.city,
                        "{\"period\": \"2025\", \"share\": 0.05, \"below\": true}")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        as(Tokens.region(county.county))
                .get("/api/samples/" + county.county + "/" + cityOnes)
                .then()
                .statusCode(404);
        as(Tokens.region(county.county))
                .get("/api/samples/" + county.county)
                .then()
                .body("items.id", not(hasItem(cityOnes)));
    }
}
