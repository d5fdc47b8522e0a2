package org.jielian.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jielian.local.Service;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * Random edits of a standard at every tier, by calls: whatever people try, no region comes to have a looser value than the province, and
 * each refusal names the value. What is looser is judged here by itself: limits go down, the pass line goes up.
 */
@OnRunningSystem
@Order(Integer.MAX_VALUE - 2)
class TightenOnlyIT {
    private static final long SEED = 20261125;
    private static final int ROUNDS = 4;
    private static final int EDITS_A_ROUND = 45;
    private static final String PROVINCE = Jielian.PROVINCE;
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Map<String, List<String>> COUNTIES_OF =
            Map.of("331100", List.of("331102", "331121"), "330100", List.of("330106", "330102"));

    private final Jielian jielian;
    private final Standard standard;
    private final Random random = new Random(SEED);
    private int accepted;
    private int refused;

    TightenOnlyIT(Jielian jielian) {
        this.jielian = jielian;
        this.standard = new Standard(jielian, "TIGHT");
    }

    /** A value that a tier sets, and which way it is stricter. */
    private record Value(String place, BigDecimal value, boolean higherIsStricter) {
        boolean isLooser(BigDecimal other) {
            int compared = other.compareTo(value);
            return higherIsStricter ? compared < 0 : compared > 0;
        }
    }

    @Test
    void holdsAgainstRandomEditsAtEveryTier() {
        for (int round = 0; round < ROUNDS; round++) {
            boolean first = round == 0;
            int number = standard.release(standard.draft(body -> adjust(body, first)));
            standard.awaitAnswered(number);
            assertNobodyIsLooser();
            for (int i = 0; i < EDITS_A_ROUND; i++) attempt();
            assertNobodyIsLooser();
        }
        assertThat(accepted).as("edits that were taken").isGreaterThan(20);
        assertThat(refused).as("edits that were refused").isGreaterThan(20);
        assertThat(accepted + refused).isEqualTo(ROUNDS * EDITS_A_ROUND);
    }

    /** The province may go either way, within what makes a sound package. */
    private void adjust(ObjectNode body, boolean first) {
        body.put("effectiveFrom", standard.nextFreeDay().toString());
        body.putNull("adoptBy");
        if (first) return;
        ((ObjectNode) body.path("content")).put("passLine", 75 + random.nextInt(10));
        for (JsonNode row : body.at("/content/quotas")) {
            BigDecimal factor = percent(80, 125);
            ObjectNode values = (ObjectNode) row.path("values");
            List<String> bounds = new ArrayList<>();
            values.fieldNames().forEachRemaining(bounds::add);
            for (String bound : bounds)
                values.put(
                        bound,
                        values.path(bound).decimalValue().multiply(factor).setScale(2, RoundingMode.HALF_UP));
        }
    }

    /** A city or a county makes one value something else. */
    private void attempt() {
        List<String> cities = List.copyOf(new TreeMap<>(COUNTIES_OF).keySet());
        String city = cities.get(random.nextInt(cities.size()));
        boolean byCity = random.nextInt(3) == 0;
        String region = byCity
                ? city
                : COUNTIES_OF.get(city).get(random.nextInt(COUNTIES_OF.get(city).size()));
        JsonNode above = standard.newest(byCity ? PROVINCE : city);
        awaitArrival(region, Standard.key(above));
        List<Value> values = List.copyOf(values(above.path("content")).values());
        Value value = values.get(random.nextInt(values.size()));
        BigDecimal wanted = value.value().multiply(percent(85, 115)).setScale(2, RoundingMode.HALF_UP);

        Answer answer = localise(region, Standard.key(above), value.place(), wanted);

        if (answer.status() < 300) {
            accepted++;
            assertThat(value.isLooser(wanted))
                    .as("%s took %s = %s where %s holds above", region, value.place(), wanted, value.value())
                    .isFalse();
            if (byCity) awaitBelow(city);
        } else {
            refused++;
            assertThat(answer.status()).as(answer.text()).isIn(400, 409);
            // stricter than the next limit of its row is refused too, and named in the same way
            String row = value.place().replaceAll("/[^/]*$", "");
            assertThat(answer.json().path("errors").findValuesAsText("field"))
                    .as(answer.text())
                    .anyMatch(field -> value.isLooser(wanted) ? field.equals(value.place()) : field.startsWith(row));
        }
    }

    private Answer localise(String region, String release, String place, BigDecimal value) {
        ObjectNode localisation = JsonNodeFactory.instance.objectNode();
        localisation.putArray("edits").addObject().put("place", place).put("value", value.toPlainString());
        return jielian.as(region)
                .post(
                        Service.SUPERVISION,
                        "/api/adoptions/" + region + "/" + release + "/localisation",
                        localisation.toString());
    }

    private void awaitArrival(String region, String release) {
        await(release + " to reach " + region)
                .atMost(PATIENCE)
                .until(() -> jielian.as(region)
                                .get(Service.SUPERVISION, "/api/adoptions/" + region + "/" + release)
                                .status()
                        == 200);
    }

    /** A county follows its city. */
    private void awaitBelow(String city) {
        String release = Standard.key(standard.newest(city));
        for (String county : COUNTIES_OF.get(city)) {
            await(county + " to rest on " + release)
                    .atMost(PATIENCE)
                    .until(() -> standard.newest(county).path("basis").asText().equals(release));
        }
    }

    private void assertNobodyIsLooser() {
        Map<String, Value> ofProvince = values(standard.newest(PROVINCE).path("content"));
        COUNTIES_OF.forEach((city, counties) -> {
            assertNotLooser(ofProvince, city);
            for (String county : counties) {
                assertNotLooser(ofProvince, county);
                assertNotLooser(values(standard.newest(city).path("content")), county);
            }
        });
    }

    private void assertNotLooser(Map<String, Value> above, String region) {
        Map<String, Value> own = values(standard.newest(region).path("content"));
        assertThat(own.keySet()).containsAll(above.keySet());
        above.forEach((place, value) -> assertThat(value.isLooser(own.get(place).value()))
                .as("%s has %s at %s, above it is %s", region, own.get(place).value(), place, value.value())
                .isFalse());
    }

    private static Map<String, Value> values(JsonNode content) {
        Map<String, Value> values = new TreeMap<>();
        values.put("passLine", new Value("passLine", content.path("passLine").decimalValue(), true));
        for (JsonNode row : content.path("quotas")) {
            String place = "quotas/%s.%s.%s.%s/%s/"
                    .formatted(
                            star(row, "type"),
                            star(row, "level"),
                            star(row, "zone"),
                            star(row, "heating"),
                            row.path("indicator").asText());
            row.path("values")
                    .properties()
                    .forEach(bound -> values.put(
                            place + bound.getKey(),
                            new Value(place + bound.getKey(), bound.getValue().decimalValue(), false)));
        }
        return values;
    }

    private static String star(JsonNode row, String name) {
        String text = row.path(name).asText("");
        return text.isEmpty() || text.equals("null") ? "*" : text;
    }

    private BigDecimal percent(int from, int to) {
        return BigDecimal.valueOf(from + random.nextInt(to - from + 1), 2);
    }
}
