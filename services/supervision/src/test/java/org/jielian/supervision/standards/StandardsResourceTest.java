package org.jielian.supervision.standards;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jielian.contracts.ReleaseState;
import org.jielian.supervision.Chain;
import org.jielian.testkit.Backends;
import org.jielian.testkit.Facts;
import org.jielian.testkit.Tokens;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(Backends.class)
class StandardsResourceTest {
    private static Chain chain;
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Shanghai"));

    @Inject
    ObjectMapper json;

    @BeforeEach
    void chain() {
        if (chain == null) chain = Chain.told("61");
    }

    private static RequestSpecification as(String region) {
        return given().auth().oauth2(Tokens.region(region)).contentType(ContentType.JSON);
    }

    private static Response begin(String region, String standard) {
        return as(region)
                .body("{\"standardCode\": \"" + standard + "\"}")
                .post("/api/standards/{region}/drafts", region);
    }

    /** A draft of the shipped content under a code of the test's own, so that tests do not meet. */
    private String draft(String standard) throws IOException {
        ObjectNode beginning = json.createObjectNode().put("standardCode", standard);
        JsonNode shipped =
                json.readTree(as(chain.province).get("/api/standards/shipped").asString());
        beginning.putObject("body").setAll((ObjectNode) json.createObjectNode().set("name", shipped.get("name")));
        ((ObjectNode) beginning.get("body")).set("content", shipped.get("content"));
        return as(chain.province)
                .body(beginning.toString())
                .post("/api/standards/{region}/drafts", chain.province)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private ObjectNode body(String draft) throws IOException {
        return (ObjectNode) json.readTree(
                        as(chain.province).get("/api/standards/drafts/" + draft).asString())
                .get("body");
    }

    private Response put(String draft, ObjectNode body) {
        return as(chain.province).body(body.toString()).put("/api/standards/drafts/" + draft);
    }

    private Response release(String draft, ObjectNode body, String from) {
        body.put("effectiveFrom", from);
        put(draft, body).then().statusCode(200);
        return as(chain.province).post("/api/standards/drafts/{id}/release", draft);
    }

    @Test
    void beginsWithTheShippedStandardAndSaysSoInFull() {
        begin(chain.otherCity, "JNJG")
                .then()
                .statusCode(201)
                .header("ETag", "\"1\"")
                .body("body.content.items", hasSize(50))
                .body("body.name.zh", equalTo("节约型机关评价标准"));
        as(chain.otherCity)
                .get("/api/standards/{region}/drafts", chain.otherCity)
                .then()
                .statusCode(200)
                .body("items.standardCode", hasItem("JNJG"));
    }

    @Test
    void refusesAnUnsoundPackageWithThePlaceAndChangesNothing() throws IOException {
        String draft = draft("UNSOUND");
        ObjectNode body = body(draft);
        ((ObjectNode) body.at("/content/items/0")).put("points", 5);
        put(draft, body)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("type", equalTo("/problems/invalid-package"))
                .body("errors.field", contains("categories/A/points", "items"));
        ((ObjectNode) body.at("/content/items/0")).put("points", 3).put("function", "GUESS");
        put(draft, body).then().statusCode(400).body("errors[0].field", containsString("function"));
        as(chain.province)
                .get("/api/standards/drafts/" + draft)
                .then()
                .header("ETag", "\"1\"")
                .body("body.content.items[0].points", equalTo(3));
    }

    @Test
    void doesNotOverwriteWhatSomebodyElseChanged() throws IOException {
        String draft = draft("MEANWHILE");
        ObjectNode body = body(draft);
        ((ObjectNode) body.get("content")).put("passLine", 85);
        put(draft, body).then().statusCode(200).header("ETag", "\"2\"");
        as(chain.province)
                .header("If-Match", "\"1\"")
                .body(body.toString())
                .put("/api/standards/drafts/" + draft)
                .then()
                .statusCode(412);
    }

    @ParameterizedTest
    @ValueSource(strings = {"json", "xlsx"})
    void exportsAndImportsWithoutAnyDifference(String format) throws IOException {
        String draft = draft("ROUND" + format.toUpperCase());
        byte[] file = as(chain.province)
                .get("/api/standards/drafts/{id}/content?format={format}", draft, format)
                .then()
                .statusCode(200)
                .header("Content-Disposition", containsString("." + format))
                .extract()
                .asByteArray();
        given().auth()
                .oauth2(Tokens.region(chain.province))
                .contentType("application/octet-stream")
                .body(file)
                .put("/api/standards/drafts/{id}/content", draft)
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"");
    }

    @Test
    void refusesAFileThatIsNoPackage() throws IOException {
        String draft = draft("NOFILE");
        for (String file : new String[] {"", "null", "[]", "code,name\n1,2\n", "{\"passLine\": \"many\"}"}) {
            given().auth()
                    .oauth2(Tokens.region(chain.province))
                    .contentType("application/octet-stream")
                    .body(file.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                    .put("/api/standards/drafts/{id}/content", draft)
                    .then()
                    .statusCode(400)
                    .contentType("application/problem+json");
        }
    }

    @Test
    void tellsTheReleaseAndKeepsItUnchanged() throws IOException {
        String draft = draft("TOLD");
        release(draft, body(draft), TODAY.plusDays(30).toString())
                .then()
                .statusCode(201)
                .body("number", equalTo(1))
                .body("adoption", equalTo("ORIGIN"))
                .body("basis", nullValue());
        ReleaseState fact = Facts.await(
                ReleaseState.TOPIC, ReleaseState.class, r -> r.standardCode().equals("TOLD"));
        assertThat(fact.key()).isEqualTo(chain.province + "/TOLD/1");
        assertThat(fact.origin()).isEqualTo(fact.key());
        assertThat(fact.content()).isEqualTo(Packages.shipped());
        as(chain.province).get("/api/standards/drafts/" + draft).then().statusCode(404);
    }

    @Test
    void isDatedBackOnlyAsTheFirstOrToRecomputeAYearAndNotBeyondWhatHolds() throws IOException {
        String first = draft("BACK");
        release(first, body(first), "2025-01-01").then().statusCode(201);
        String second = begin(chain.province, "BACK").path("id");
        release(second, body(second), "2025-03-01").then().statusCode(400);
        ObjectNode recomputing = body(second).put("transition", "RECOMPUTE_YEAR");
        release(second, recomputing, "2024-12-31")
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/overlapping"));
        release(second, recomputing, "2025-01-01").then().statusCode(201).body("effectiveFrom", equalTo("2025-01-01"));
    }

    @Test
    void followsSupersedesAndWithdrawsByItsDates() throws IOException {
        String first = draft("DATES");
        release(first, body(first), TODAY.toString()).then().statusCode(201);
        String past = begin(chain.province, "DATES").path("id");
        release(past, body(past), TODAY.minusDays(1).toString())
                .then()
                .statusCode(400)
                .body("errors.field", hasItem("effectiveFrom"));
        String second = begin(chain.province, "DATES").path("id");
        release(second, body(second), TODAY.plusDays(20).toString())
                .then()
                .statusCode(201)
                .body("replaces", equalTo(1));
        String third = begin(chain.province, "DATES").path("id");
        release(third, body(third), TODAY.plusDays(10).toString())
                .then()
                .statusCode(409)
                .body("type", equalTo("/problems/overlapping"));
        ObjectNode replacing = body(third).put("replaces", 2);
        release(third, replacing, TODAY.plusDays(10).toString()).then().statusCode(201);
        as(chain.province)
                .get("/api/releases/{r}/DATES/2", chain.province)
                .then()
                .header("ETag", "\"2\"")
                .body("status", equalTo("SUPERSEDED"));
        withdraw("DATES", 1).then().statusCode(409).body("type", equalTo("/problems/in-force-already"));
        withdraw("DATES", 3).then().statusCode(200).body("status", equalTo("WITHDRAWN"));
        as(chain.province)
                .get("/api/releases?region={r}&standard=DATES&limit=2", chain.province)
                .then()
                .body("total", equalTo(3))
                .body("items.number", contains(3, 2));
        String next = as(chain.province)
                .get("/api/releases?region={r}&standard=DATES&limit=2", chain.province)
                .path("next");
        as(chain.province)
                .get("/api/releases?region={r}&standard=DATES&limit=2&cursor={c}", chain.province, next)
                .then()
                .body("items.number", contains(1))
                .body("next", nullValue());
    }

    private static Response withdraw(String standard, int number) {
        return as(chain.province)
                .body("{\"reason\": \"误发\"}")
                .post("/api/releases/{r}/{s}/{n}/withdrawal", chain.province, standard, number);
    }

    @Test
    void showsTheDifferenceOfTwoReleases() throws IOException {
        String first = draft("DIFF");
        release(first, body(first), TODAY.toString()).then().statusCode(201);
        String second = begin(chain.province, "DIFF").path("id");
        ObjectNode body = body(second);
        ((ObjectNode) body.get("content")).put("passLine", 85);
        ((ObjectNode) body.at("/content/targets/0")).put("value", 4);
        put(second, body).then().statusCode(200);
        as(chain.province)
                .get("/api/standards/drafts/{id}/difference", second)
                .then()
                .body("items.place", contains("passLine", "targets/T1/value"))
                .body("items.effect", contains("TIGHTER", "LOOSER"));
        release(second, body, TODAY.plusDays(1).toString()).then().statusCode(201);
        as(chain.county)
                .get("/api/releases/{r}/DIFF/2/difference", chain.province)
                .then()
                .statusCode(200)
                .body("items.before", contains("80", "5"))
                .body("items.after", contains("85", "4"));
    }

    @Test
    void refusesStrangersAndThoseBelowWhoMayOnlyRead() throws IOException {
        String draft = draft("STRANGER");
        as(chain.city).get("/api/standards/drafts/" + draft).then().statusCode(404);
        as(chain.city).put("/api/standards/drafts/" + draft).then().statusCode(400);
        as(chain.city)
                .body(body(draft).toString())
                .put("/api/standards/drafts/" + draft)
                .then()
                .statusCode(404);
        begin(chain.otherCity, "CITYOWN").then().statusCode(201);
        as(chain.county)
                .get("/api/standards/{r}/drafts", chain.otherCity)
                .then()
                .statusCode(403);
        as(chain.county).get("/api/releases?region=" + chain.otherCity).then().statusCode(403);
        as(chain.county).get("/api/releases?region=" + chain.city).then().statusCode(200);
        as(chain.province)
                .body("{\"standardCode\": \"CITYS\"}")
                .post("/api/standards/{r}/drafts", chain.otherCity)
                .then()
                .statusCode(403);
        release(draft, body(draft), TODAY.plusDays(3).toString()).then().statusCode(201);
        as(chain.city)
                .body("{\"reason\": \"x\"}")
                .post("/api/releases/{r}/STRANGER/1/withdrawal", chain.province)
                .then()
                .statusCode(403);
        given().auth()
                .oauth2(Tokens.unit(chain.unit))
                .contentType(ContentType.JSON)
                .body("{\"standardCode\": \"UNITS\"}")
                .post("/api/standards/{r}/drafts", chain.province)
                .then()
                .statusCode(403);
        given().auth()
                .oauth2(Tokens.unit(chain.unit))
                .get("/api/releases?region=" + chain.province)
                .then()
                .statusCode(200)
                .body("items.regionCode", everyItem(equalTo(chain.province)));
    }
}
