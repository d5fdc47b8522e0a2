package org.jielian.metrics.forms;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.jielian.metrics.Chain331102;
import org.jielian.testkit.Backends;
import org.jielian.testkit.Tokens;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Backends.class)
class FormResourceTest {
    private static ValidatableResponse form(String of) {
        return given().auth()
                .oauth2(Tokens.unit(Chain331102.SCHOOL))
                .get("/api/forms" + of)
                .then();
    }

    @Test
    void keepsTheFormOfOldMonthsWhenANewOneBegins() {
        form("").statusCode(200).body("code", contains("2020", "2026"));
        form("/2025-12")
                .statusCode(200)
                .body("code", equalTo("2020"))
                .body("fields", hasSize(9))
                .body("fields.quantity.code", not(hasItems("electricityCost")));
        form("/2026-01")
                .statusCode(200)
                .body("code", equalTo("2026"))
                .body("fields", hasSize(22))
                .body("fields[0].quantity.code", equalTo("electricityKwh"))
                .body("fields[1].quantity.code", equalTo("electricityCost"))
                .body("fields[1].quantity.costOf", equalTo("electricityKwh"))
                .body("fields[2].quantity.partOf", equalTo("electricityKwh"));
    }

    @Test
    void answersNothingForWhatIsNoMonth() {
        form("/2026-13").statusCode(400);
        given().get("/api/forms/2026-01").then().statusCode(401);
    }
}
