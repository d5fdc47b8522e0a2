package org.jielian.bench;

import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Single reports accepted with their audit entries, one after the other and from eight people at once. */
final class Reporting {
    private static final int WARM_UP = 1500;
    private static final int ONE_BY_ONE = 2000;
    private static final int AT_ONCE = 4000;
    private static final int PEOPLE = 8;

    private final Chain chain;

    Reporting(Chain chain) {
        this.chain = chain;
    }

    void measure(Results results) throws Exception {
        List<String> units = chain.unitsOfCounties(4000);
        for (int i = 0; i < WARM_UP; i++) chain.report(units.get(i), "2023-01", "100.25");
        Times alone = new Times();
        for (int i = 0; i < ONE_BY_ONE; i++) {
            String unit = units.get(i);
            alone.time(() -> chain.report(unit, "2023-02", "100.25"));
        }
        results.add("accepted with audit entry and fact, one after the other", alone);
        Times together = new Times();
        long start = System.nanoTime();
        var people = Executors.newFixedThreadPool(PEOPLE);
        for (int i = 0; i < AT_ONCE; i++) {
            String unit = units.get(i % units.size());
            people.submit(() -> {
                together.time(() -> chain.report(unit, "2023-03", "100.25"));
                return null;
            });
        }
        people.shutdown();
        if (!people.awaitTermination(5, TimeUnit.MINUTES)) throw new IllegalStateException("the reports took too long");
        if (together.count() != AT_ONCE) throw new IllegalStateException("some reports were refused");
        results.add("from " + PEOPLE + " people at once", together);
        results.add(
                "from " + PEOPLE + " people at once, together", Limits.perSecond(AT_ONCE, System.nanoTime() - start));
    }
}
