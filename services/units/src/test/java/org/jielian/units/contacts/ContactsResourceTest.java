package org.jielian.units.contacts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import org.jielian.contracts.ContactState;
import org.jielian.testkit.Backends;
import org.jielian.testkit.Facts;
import org.jielian.testkit.Tokens;
import org.jielian.units.Province;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Backends.class)
class ContactsResourceTest {
    private static final String UNIT = "12330106MB0000035W";
    private static final String COUNTY = "331102";

    @BeforeEach
    void someoneToReach() {
        Province.plant();
        Province.importUnits(
                Province.operator(), Province.HEADER + UNIT + ",莲都区人民医院,HOSPITAL," + COUNTY + ",1000,40,false,NONE\n");
    }

    private static ValidatableResponse put(RequestSpecification who, String node, String body) {
        return who.contentType(ContentType.JSON)
                .body(body)
                .put("/api/contacts/" + node)
                .then();
    }

    private static RequestSpecification unit() {
        return Province.as(Tokens.unit(UNIT));
    }

    @Test
    void isKeptByTheUnitAndToldToTheOthers() {
        put(unit(), UNIT, "{\"person\": \"王敏\", \"email\": \" wang@example.org \", \"phone\": \"0578-2091234 转 8\"}")
                .statusCode(200)
                .body("email", equalTo("wang@example.org"));
        Province.person("330000")
                .get("/api/contacts/" + UNIT)
                .then()
                .statusCode(200)
                .body("person", equalTo("王敏"));
        ContactState fact = Facts.await(ContactState.TOPIC, ContactState.class, c -> "王敏".equals(c.person()));
        assertThat(fact.phone()).isEqualTo("0578-2091234 转 8");
    }

    @Test
    void isKeptByTheTierThatAdministersTheUnit() {
        put(Province.person(COUNTY), UNIT, "{\"phone\": \"0578-2095678\"}")
                .statusCode(200)
                .body("email", nullValue());
    }

    @Test
    void isOnlyLookedAtFromFurtherUpAndNotAtAllByStrangers() {
        String body = "{\"phone\": \"0578-2095678\"}";
        put(Province.person("331100"), UNIT, body).statusCode(403);
        put(Province.person("331100"), COUNTY, body).statusCode(403);
        put(Province.person("330106"), UNIT, body).statusCode(403);
        put(unit(), COUNTY, body).statusCode(403);
        Province.person("330106").get("/api/contacts/" + UNIT).then().statusCode(403);
        Province.as(Tokens.of(COUNTY, "reviewer"))
                .contentType(ContentType.JSON)
                .body(body)
                .put("/api/contacts/" + UNIT)
                .then()
                .statusCode(403);
        unit().get("/api/contacts/" + COUNTY).then().statusCode(403);
    }

    @Test
    void belongsToRegionsToo() {
        Province.person("331121")
                .get("/api/contacts/331121")
                .then()
                .statusCode(200)
                .body("version", equalTo(0));
        put(Province.person("331121"), "331121", "{\"email\": \"county@example.org\"}")
                .statusCode(200)
                .body("version", equalTo(1));
    }

    @Test
    void saysWhatIsWrongFieldByFieldInBothLanguages() {
        String wrong = "{\"email\": \"not an address\", \"phone\": \"call me\"}";
        put(unit(), UNIT, wrong).statusCode(400).body("errors.field", hasItems("email", "phone"));
        String message = put(unit().header("Accept-Language", "en"), UNIT, wrong)
                .extract()
                .jsonPath()
                .getString("errors.find { it.field == 'email' }.message");
        assertThat(message).contains("name@example.org");
    }

    @Test
    void doesNotOverwriteWhatSomebodyElseChanged() {
        put(unit(), UNIT, "{\"phone\": \"0578-1111111\"}").statusCode(200);
        String read = unit().get("/api/contacts/" + UNIT).header("ETag");
        put(Province.person(COUNTY).header("If-Match", read), UNIT, "{\"phone\": \"0578-2222222\"}")
                .statusCode(200);
        put(unit().header("If-Match", read), UNIT, "{\"phone\": \"0578-3333333\"}")
                .statusCode(412);
        unit().get("/api/contacts/" + UNIT).then().body("phone", equalTo("0578-2222222"));
    }
}
