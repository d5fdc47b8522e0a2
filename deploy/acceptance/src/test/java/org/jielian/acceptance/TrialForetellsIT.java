package org.jielian.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jielian.local.Service;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * What a trial says of random adjustments of the standard is what becomes of all 2,000 units when they are released, and what the release
 * before made of the year can still be asked for, to the digit.
 */
@OnRunningSystem
// what is released stays released, so the tests that count on the sample's standard come first
@Order(Integer.MAX_VALUE - 2)
class TrialForetellsIT {
    private static final String YEAR = Jielian.YEAR;
    private static final int ADJUSTMENTS = 3;
    private static final long SEED = 20261124;
    private static final int COMPARED_BY_THE_RELEASE_BEFORE = 100;

    private final Jielian jielian;
    private final Standard standard;

    TrialForetellsIT(Jielian jielian) {
        this.jielian = jielian;
        this.standard = new Standard(jielian, "JNJG");
    }

    @Test
    void whatTheResultsSayOfEveryUnitAfterTheRelease() {
        Random random = new Random(SEED);
        List<String> units =
                jielian.sample().units().stream().map(Sample.Unit::code).toList();
        List<String> watched = spread(units, 20);
        standard.awaitResults(units.size(), YEAR);
        List<String> indicators = indicators();
        int changed = 0;
        for (int i = 0; i < ADJUSTMENTS; i++) {
            String draft = standard.draft(body -> adjust(body, random));
            Map<String, String> before = standard.bands(YEAR, indicators);
            Map<String, JsonNode> resultsBefore = results(spread(units, COMPARED_BY_THE_RELEASE_BEFORE));
            jielian.as(Jielian.PROVINCE)
                    .post(Service.SUPERVISION, "/api/standards/drafts/" + draft + "/trial?year=" + YEAR, "")
                    .ok();
            Map<String, String> foretold = foretold(draft, before);

            int number = standard.release(draft);
            standard.awaitResults(watched, YEAR, number);

            Map<String, String> after = standard.bands(YEAR, indicators);
            assertThat(after).as("adjustment %s of seed %s", i, SEED).isEqualTo(foretold);
            changed += after.equals(before) ? 0 : 1;
            assertReproduced(resultsBefore);
        }
        assertThat(changed).as("adjustments that changed a band").isPositive();
    }

    /** Those that some unit has limits of. */
    private List<String> indicators() {
        return standard.newest(Jielian.PROVINCE).at("/content/quotas").findValuesAsText("indicator").stream()
                .distinct()
                .toList();
    }

    /** Each row of limits becomes stricter or looser as a whole, so that its limits stay in their order. */
    private static void adjust(ObjectNode body, Random random) {
        body.put("effectiveFrom", YEAR + "-01-01").put("transition", "RECOMPUTE_YEAR");
        body.putNull("adoptBy");
        for (JsonNode row : body.at("/content/quotas")) {
            BigDecimal factor = BigDecimal.valueOf(60 + random.nextInt(80), 2);
            ObjectNode values = (ObjectNode) row.path("values");
            List<String> bounds = new ArrayList<>();
            values.fieldNames().forEachRemaining(bounds::add);
            for (String bound : bounds)
                values.put(
                        bound,
                        values.path(bound).decimalValue().multiply(factor).setScale(2, RoundingMode.HALF_UP));
        }
    }

    private Map<String, String> foretold(String draft, Map<String, String> before) {
        Map<String, String> after = new TreeMap<>(before);
        String changes = "/api/standards/drafts/" + draft + "/trial/changes?limit=500&year=" + YEAR;
        for (JsonNode change : standard.all(changes, Jielian.PROVINCE)) {
            String at = change.path("unitCode").asText() + " "
                    + change.path("indicator").asText();
            String value = before.get(at).substring(before.get(at).indexOf(' '));
            assertThat(before.get(at)).as(at).isEqualTo(change.path("from").asText() + value);
            after.put(at, change.path("to").asText() + value);
        }
        return after;
    }

    private Map<String, JsonNode> results(List<String> units) {
        Map<String, JsonNode> results = new TreeMap<>();
        for (String unit : units) results.put(unit, result(unit, ""));
        return results;
    }

    private JsonNode result(String unit, String more) {
        return jielian.operator()
                .get(Service.SUPERVISION, "/api/results/unit/" + unit + "?standard=JNJG&year=" + YEAR + more)
                .ok()
                .json();
    }

    private void assertReproduced(Map<String, JsonNode> before) {
        before.forEach((unit, result) -> {
            String release = result.at("/basis/release").asText();
            assertThat(result(unit, "&release=" + release).path("figures"))
                    .as("%s by %s", unit, release)
                    .isEqualTo(result.path("figures"));
        });
    }

    private static List<String> spread(List<String> all, int many) {
        List<String> some = new ArrayList<>();
        for (int i = 0; i < many; i++) some.add(all.get(i * all.size() / many));
        return some;
    }
}
