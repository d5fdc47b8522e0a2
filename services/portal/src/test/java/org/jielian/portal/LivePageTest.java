package org.jielian.portal;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.oidc.server.OidcWiremockTestResource;
import io.quarkus.test.security.TestSecurity;
import io.quarkus.test.security.oidc.Claim;
import io.quarkus.test.security.oidc.OidcSecurity;
import io.smallrye.reactive.messaging.memory.InMemoryConnector;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.eclipse.microprofile.reactive.messaging.spi.Connector;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Upstream.class)
@QuarkusTestResource(OidcWiremockTestResource.class)
class LivePageTest {
    @TestHTTPResource("/live/331100?period=2025")
    URI figures;

    @TestHTTPResource("/live/331100/standing?origin=330000/JNJG/2")
    URI standing;

    @Inject
    @Connector("smallrye-in-memory")
    InMemoryConnector broker;

    @BeforeEach
    void upstream() {
        Chain.stands();
    }

    @Test
    @TestSecurity(user = "331100", roles = "administrator")
    @OidcSecurity(claims = @Claim(key = "node", value = Chain.CITY))
    void hearsOfItsOwnRegionAndOfNoOther() {
        List<String> heard = listen(figures, () -> broker.source("rollups")
                .send(List.of(
                        fact(Chain.OTHER_CITY, "2025-07-01T00:00:09Z"),
                        fact(Chain.COUNTY, "2025-07-01T00:00:01Z"),
                        "not a fact")));
        assertThat(heard).allSatisfy(line -> assertThat(line)
                .contains("\"region\":\"331100\"", "2025-07-01T00:00:01Z")
                .doesNotContain("00:00:09"));
    }

    @Test
    @TestSecurity(user = "331100", roles = "administrator")
    @OidcSecurity(claims = @Claim(key = "node", value = Chain.CITY))
    void hearsHowFarOneReleaseCame() {
        List<String> heard = listen(standing, () -> broker.source("adoptions")
                .send(List.of(
                        adoption("330000/JNJG/1", "2025-07-01T00:00:09Z"),
                        adoption("330000/JNJG/2", "2025-07-01T00:00:01Z"),
                        "not a fact")));
        assertThat(heard).allSatisfy(line -> assertThat(line)
                .contains("\"region\":\"331100\"", "2025-07-01T00:00:01Z")
                .doesNotContain("00:00:09"));
    }

    @Test
    @TestSecurity(user = "331100", roles = "administrator")
    @OidcSecurity(claims = @Claim(key = "node", value = Chain.CITY))
    void tellsNothingOfWhatLiesOutside() {
        given().get("/live/" + Chain.OTHER_CITY + "/standing?origin=330000/JNJG/2")
                .then()
                .statusCode(403);
    }

    /** What was told by the time anything was, with facts sent until then. */
    private static List<String> listen(URI events, Runnable facts) {
        List<String> heard = new CopyOnWriteArrayList<>();
        var answer = HttpClient.newHttpClient()
                .sendAsync(HttpRequest.newBuilder(events).build(), BodyHandlers.ofLines())
                .thenAccept(response -> {
                    try (Stream<String> lines = response.body()) {
                        lines.filter(line -> line.startsWith("data")).forEach(heard::add);
                    }
                });
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            facts.run();
            assertThat(heard).isNotEmpty();
        });
        answer.cancel(true);
        return heard;
    }

    private static String adoption(String origin, String deliveredAt) {
        return "{\"regionCode\":\"331102\",\"release\":\"%s\",\"origin\":\"%s\",\"version\":1,\"answer\":\"OPEN\",\"conflicts\":0,\"deliveredAt\":\"%s\"}"
                .formatted(origin, origin, deliveredAt);
    }

    private static String fact(String region, String asOf) {
        String sums = "{\"quantities\":{},\"reportedOf\":{},\"reports\":1,\"headcount\":1,\"floorArea\":1}";
        return "{\"regionCode\":\"%s\",\"period\":\"2025-06\",\"type\":\"AGENCY\",\"version\":2,\"live\":%s,\"reviewed\":%s,\"asOf\":\"%s\"}"
                .formatted(region, sums, sums, asOf);
    }
}
