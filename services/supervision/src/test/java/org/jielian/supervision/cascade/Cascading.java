package org.jielian.supervision.cascade;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import org.jielian.supervision.MovableClock;
import org.jielian.testkit.Tokens;

/** What people do along the chain, as tests say it. */
public final class Cascading {
    public static final String CONSTRAINT = "quotas/AGENCY.BELOW_CITY.B.*/E_CAP/CONSTRAINT";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    public static RequestSpecification as(String node) {
        return given().auth().oauth2(Tokens.region(node)).contentType(ContentType.JSON);
    }

    /** Releases the shipped content, or the last release's, with other values at some pointers; answers the number. */
    public static int release(
            String region, String standard, int effectiveIn, Integer adoptIn, Map<String, Object> values) {
        return release(region, standard, effectiveIn, adoptIn, null, values);
    }

    public static int release(
            String region,
            String standard,
            int effectiveIn,
            Integer adoptIn,
            Integer replaces,
            Map<String, Object> values) {
        String first = "{\"standardCode\": \"%s\"}".formatted(standard);
        Response begun = as(region).body(first).post("/api/standards/{r}/drafts", region);
        assertThat(begun.statusCode()).as(begun.asString()).isEqualTo(201);
        ObjectNode body = (ObjectNode) tree(begun.asString()).get("body");
        body.put("effectiveFrom", MovableClock.today().plusDays(effectiveIn).toString());
        body.put(
                "adoptBy",
                adoptIn == null ? null : MovableClock.today().plusDays(adoptIn).toString());
        body.put("replaces", replaces);
        values.forEach((pointer, value) -> set(body, pointer, value));
        String id = begun.path("id");
        Response put = as(region).body(body.toString()).put("/api/standards/drafts/" + id);
        assertThat(put.statusCode()).as(put.asString()).isEqualTo(200);
        Response released = as(region).post("/api/standards/drafts/{id}/release", id);
        assertThat(released.statusCode()).as(released.asString()).isEqualTo(201);
        return released.path("number");
    }

    /** The last step of the pointer is put; a quota row is found by its key. */
    private static void set(ObjectNode body, String pointer, Object value) {
        if (pointer.equals(CONSTRAINT)) {
            for (var quota : body.at("/content/quotas")) {
                boolean row = quota.get("type").asText().equals("AGENCY")
                        && quota.get("level").asText().equals("BELOW_CITY")
                        && quota.get("zone").asText().equals("B")
                        && quota.get("indicator").asText().equals("E_CAP");
                if (row) ((ObjectNode) quota.get("values")).putPOJO("CONSTRAINT", value);
            }
        } else {
            int last = pointer.lastIndexOf('/');
            ((ObjectNode) body.at(pointer.substring(0, last))).putPOJO(pointer.substring(last + 1), value);
        }
    }

    private static com.fasterxml.jackson.databind.JsonNode tree(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Response arrival(String region, String issuer, String standard, int number) {
        return as(region).get("/api/adoptions/{r}/{i}/{s}/{n}", region, issuer, standard, number);
    }

    /** Waits until the release is there with that answer. */
    public static JsonPath awaitAnswer(String region, String issuer, String standard, int number, String answer) {
        await().atMost(PATIENCE).untilAsserted(() -> {
            Response arrival = arrival(region, issuer, standard, number);
            assertThat(arrival.statusCode()).isEqualTo(200);
            assertThat(arrival.jsonPath().getString("adoption.answer")).isEqualTo(answer);
        });
        return arrival(region, issuer, standard, number).jsonPath();
    }

    public static Response confirm(String region, String issuer, String standard, int number) {
        return as(region)
                .body("{}")
                .post("/api/adoptions/{r}/{i}/{s}/{n}/confirmation", region, issuer, standard, number);
    }

    public static Response localise(
            String region, String issuer, String standard, int number, String place, String value) {
        return as(region)
                .body("{\"edits\": [{\"place\": \"%s\", \"value\": \"%s\"}]}".formatted(place, value))
                .post("/api/adoptions/{r}/{i}/{s}/{n}/localisation", region, issuer, standard, number);
    }

    /** The value at the constraint of agencies below city in a release. */
    public static String constraint(String region, String standard, int number) {
        return as(region)
                .get("/api/releases/{r}/{s}/{n}", region, standard, number)
                .jsonPath()
                .getString("content.quotas.find { it.type == 'AGENCY' && it.level == 'BELOW_CITY' && it.zone == 'B'"
                        + " && it.indicator == 'E_CAP' }.values.CONSTRAINT");
    }

    private Cascading() {}
}
