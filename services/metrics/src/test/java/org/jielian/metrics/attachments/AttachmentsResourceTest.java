package org.jielian.metrics.attachments;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jielian.metrics.Chain331102;
import org.jielian.testkit.Backends;
import org.jielian.testkit.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Backends.class)
class AttachmentsResourceTest {
    private static final String SCHOOL = Chain331102.SCHOOL;
    private static final String UNIT = "/api/attachments/" + SCHOOL;

    @BeforeEach
    void chain() {
        Chain331102.tell();
    }

    private static RequestSpecification as(String token) {
        return given().auth().oauth2(token);
    }

    private static byte[] bill(String words) {
        return ("%PDF-1.7\n" + words).getBytes(StandardCharsets.UTF_8);
    }

    private static Response attach(String token, String month, byte[] content) {
        return as(token)
                .contentType("application/octet-stream")
                .queryParam("name", "C:\\账单\\电费 6月.pdf")
                .queryParam("quantity", "electricityKwh")
                .body(content)
                .post(UNIT + "/" + month);
    }

    @Test
    void givesBackWhatItWasGivenAsAFileToBeStored() {
        byte[] content = bill("电费单");
        String id = attach(Tokens.unit(SCHOOL), "2023-01", content)
                .then()
                .statusCode(201)
                .body("name", equalTo("电费 6月.pdf"))
                .body("contentType", equalTo("application/pdf"))
                .body("quantity", equalTo("electricityKwh"))
                .body("size", equalTo(content.length))
                .extract()
                .path("id");

        Response file = as(Tokens.region(Chain331102.PROVINCE)).get(UNIT + "/2023-01/" + id);

        file.then()
                .statusCode(200)
                .contentType("application/pdf")
                .header("Content-Disposition", containsString("attachment"))
                .header("Content-Disposition", containsString("%E7%94%B5%E8%B4%B9%206%E6%9C%88.pdf"))
                .header("X-Content-Type-Options", equalTo("nosniff"))
                .header("Content-Security-Policy", containsString("sandbox"));
        assertThat(file.asByteArray()).isEqualTo(content);
    }

    @Test
    void keepsTheSameFileOnce() {
        attach(Tokens.unit(SCHOOL), "2023-02", bill("a")).then().statusCode(201);
        attach(Tokens.unit(SCHOOL), "2023-02", bill("a")).then().statusCode(200);
        attach(Tokens.unit(SCHOOL), "2023-02", bill("b")).then().statusCode(201);
        as(Tokens.region(Chain331102.CITY))
                .get(UNIT + "?from=2023-02&to=2023-02")
                .then()
                .statusCode(200)
                .body("items", hasSize(2));
    }

    @Test
    void goesByWhatIsInTheFileAndNotByItsName() {
        attach(Tokens.unit(SCHOOL), "2023-03", "<html><script>alert(1)</script>".getBytes(StandardCharsets.UTF_8))
                .then()
                .statusCode(415)
                .body("detail", containsString("PDF"));
        attach(Tokens.unit(SCHOOL), "2023-03", new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, 1})
                .then()
                .statusCode(201)
                .body("contentType", equalTo("image/jpeg"));
    }

    @Test
    void refusesWhatIsTooLargeOrEmptyInWords() {
        byte[] large = Arrays.copyOf(bill(""), 10 * 1024 * 1024 + 1);
        attach(Tokens.unit(SCHOOL), "2023-04", large).then().statusCode(413).body("detail", containsString("10 MB"));
        attach(Tokens.unit(SCHOOL), "2023-04", new byte[0]).then().statusCode(400);
        attach(Tokens.unit(SCHOOL), "2023-14", bill("x")).then().statusCode(400);
        as(Tokens.unit(SCHOOL))
                .contentType("application/pdf")
                .body(bill("x"))
                .post(UNIT + "/2023-04?quantity=beer")
                .then()
                .statusCode(400);
        as(Tokens.unit(SCHOOL)).get(UNIT + "?from=2023-04&to=2023-04").then().body("items", hasSize(0));
    }

    @Test
    void isRemovedUntilTheMonthIsAcceptedAndNotAfterwards() {
        String first = attach(Tokens.unit(SCHOOL), "2023-05", bill("1")).path("id");
        String second = attach(Tokens.unit(SCHOOL), "2023-05", bill("2")).path("id");
        as(Tokens.unit(SCHOOL)).delete(UNIT + "/2023-05/" + first).then().statusCode(204);
        as(Tokens.unit(SCHOOL)).delete(UNIT + "/2023-05/" + first).then().statusCode(404);
        String report = "/api/reports/" + SCHOOL + "/2023-05";
        as(Tokens.unit(SCHOOL))
                .contentType(ContentType.JSON)
                .body("{\"quantities\": {\"electricityKwh\": 5}, \"headcount\": 40, \"floorArea\": 1000}")
                .put(report)
                .then()
                .statusCode(201);
        as(Tokens.region(Chain331102.COUNTY))
                .post(report + "/acceptance")
                .then()
                .statusCode(200);

        as(Tokens.unit(SCHOOL)).delete(UNIT + "/2023-05/" + second).then().statusCode(409);
        attach(Tokens.unit(SCHOOL), "2023-05", bill("3")).then().statusCode(409);
        as(Tokens.unit(SCHOOL)).get(UNIT + "?from=2023-05&to=2023-05").then().body("items.id", contains(second));
    }

    @Test
    void isClosedToStrangersAndOnlyLookedAtFromFurtherUp() {
        String id = attach(Tokens.unit(SCHOOL), "2023-06", bill("1")).path("id");
        for (String stranger : List.of(
                Tokens.unit(Chain331102.HOSPITAL),
                Tokens.region(Chain331102.OTHER_COUNTY),
                Tokens.region(Chain331102.OTHER_CITY))) {
            as(stranger).get(UNIT).then().statusCode(403);
            as(stranger).get(UNIT + "/2023-06/" + id).then().statusCode(403);
            attach(stranger, "2023-06", bill("x")).then().statusCode(403);
            as(stranger).delete(UNIT + "/2023-06/" + id).then().statusCode(403);
            as(stranger)
                    .get("/api/attachments/" + Chain331102.HOSPITAL + "/2023-06/" + id)
                    .then()
                    .statusCode(org.hamcrest.Matchers.oneOf(403, 404));
        }
        given().get(UNIT).then().statusCode(401);
        as(Tokens.region(Chain331102.CITY)).get(UNIT).then().statusCode(200);
        attach(Tokens.region(Chain331102.CITY), "2023-06", bill("x")).then().statusCode(403);
        as(Tokens.region(Chain331102.CITY))
                .delete(UNIT + "/2023-06/" + id)
                .then()
                .statusCode(403);
    }
}
