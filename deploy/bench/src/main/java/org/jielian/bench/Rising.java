package org.jielian.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import org.jielian.local.Service;

/** Corrections of county units, one after the other: how long until the province's figure has moved by exactly that much. */
final class Rising {
    private static final int CORRECTIONS = 200;
    private static final String MONTH = "2023-01";
    private static final String FIGURE = "/api/rollups/" + Chain.PROVINCE + "?period=" + MONTH;

    private final Chain chain;

    Rising(Chain chain) {
        this.chain = chain;
    }

    void measure(Results results) throws Exception {
        List<String> units = chain.unitsOfCounties(CORRECTIONS);
        settle();
        BigDecimal province = electricity(chain.get(Service.METRICS, FIGURE));
        Times times = new Times();
        for (int i = 0; i < CORRECTIONS; i++) {
            chain.report(units.get(i), MONTH, "150.25");
            long answered = System.nanoTime();
            BigDecimal expected = province.add(BigDecimal.valueOf(50));
            chain.await(FIGURE, r -> electricity(r).compareTo(expected) == 0);
            times.add(System.nanoTime() - answered);
            province = expected;
        }
        results.add("until GET shows it", times);
    }

    /** Waits until nothing is on its way any more: the roll-up equals what its reports say. */
    private void settle() throws Exception {
        chain.await("/api/rollups/" + Chain.PROVINCE + "/digest?period=" + MONTH, d -> d.path("agrees")
                .asBoolean());
    }

    private static BigDecimal electricity(JsonNode rollup) {
        return new BigDecimal(rollup.path("quantities").path("electricityKwh").asText("0"));
    }
}
