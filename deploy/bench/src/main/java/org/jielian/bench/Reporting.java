package org.jielian.bench;

import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jielian.local.LocalSystem;

/** Single reports accepted with their audit entries, one after the other and from eight people at once. */
final class Reporting {
    private static final int ONE_BY_ONE = 2000;
    private static final int AT_ONCE = 4000;
    private static final int PEOPLE = 8;
    /** One after the other: how far the compiler of the servers has come shows in the difference. */
    private static final List<String> MONTHS =
            List.of("2023-03", "2023-05", "2023-06", "2023-07", "2023-08", "2023-09", "2023-10", "2023-11", "2023-12");

    private final Chain chain;
    private final LocalSystem system;

    Reporting(Chain chain, LocalSystem system) {
        this.chain = chain;
        this.system = system;
    }

    /** What servers do that have taken files only, and are still compiling. */
    void measureFirst(Results results) throws Exception {
        List<String> units = chain.unitsOfCounties(AT_ONCE);
        results.add(
                "from " + PEOPLE + " people at once, the first ones",
                Limits.perSecond(AT_ONCE, together(units, "2023-01", new Times())));
        together(units, "2023-04", new Times());
    }

    /** What they do once they have been up for a while. */
    void measure(Results results) throws Exception {
        List<String> units = chain.unitsOfCounties(AT_ONCE);
        for (String month : MONTHS) {
            ProcessorTime used = new ProcessorTime(system);
            Times times = new Times();
            long took = together(units, month, times);
            results.add("from " + PEOPLE + " people at once, " + month, times);
            results.add("from " + PEOPLE + " people at once, " + month + ", together", Limits.perSecond(AT_ONCE, took));
            results.add("processor time of it", used.sinceThen());
        }
        ProcessorTime usedAlone = new ProcessorTime(system);
        Times alone = new Times();
        for (int i = 0; i < ONE_BY_ONE; i++) {
            String unit = units.get(i);
            alone.time(() -> chain.report(unit, "2023-02", "100.25"));
        }
        results.add("accepted with audit entry and fact, one after the other", alone);
        results.add("processor time of it", usedAlone.sinceThen());
    }

    /** How long it took, in nanoseconds, until all of a month were accepted. */
    private long together(List<String> units, String month, Times times) throws InterruptedException {
        long start = System.nanoTime();
        var people = Executors.newFixedThreadPool(PEOPLE);
        for (int i = 0; i < AT_ONCE; i++) {
            String unit = units.get(i % units.size());
            people.submit(() -> {
                times.time(() -> chain.report(unit, month, "100.25"));
                return null;
            });
        }
        people.shutdown();
        if (!people.awaitTermination(5, TimeUnit.MINUTES)) throw new IllegalStateException("the reports took too long");
        if (times.count() != AT_ONCE) throw new IllegalStateException("some reports were refused");
        return System.nanoTime() - start;
    }
}
