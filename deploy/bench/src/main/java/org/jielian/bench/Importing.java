package org.jielian.bench;

import com.fasterxml.jackson.databind.JsonNode;
import org.jielian.local.LocalSystem;
import org.jielian.local.Service;

/** 9,000 units and their 108,000 reports of a year, until the province counts them all. */
final class Importing {
    static final int UNITS = 9000;
    static final int REPORTS = 108_000;
    /** The bench's data are of this year; told as another year's they are as many other reports. */
    static final String YEAR = "2025";

    private static final String YEAR_BEFORE = "2024";

    private final Chain chain;
    private final LocalSystem system;

    Importing(Chain chain, LocalSystem system) {
        this.chain = chain;
        this.system = system;
    }

    void measure(Results results) throws Exception {
        long start = System.nanoTime();
        chain.post(Service.UNITS, "/api/regions/import", chain.regions());
        results.add("3,210 regions", Limits.perSecond(3210, System.nanoTime() - start));
        start = System.nanoTime();
        chain.post(Service.UNITS, "/api/units/import", chain.units(0, UNITS));
        results.add("9,000 units", Limits.perSecond(UNITS, System.nanoTime() - start));
        awaitUnits(chain, UNITS);
        // the Java machines compile for a good while; what comes after is what an installation that has been up for a
        // day does
        reports(results, "108,000 reports, added, servers just started", YEAR_BEFORE);
        reports(results, "108,000 reports, added", YEAR);
        start = System.nanoTime();
        JsonNode again = chain.post(Service.METRICS, "/api/reports/import", chain.reportsOf(YEAR));
        require(again, "unchanged");
        results.add("the same file again, nothing changes", Limits.perSecond(REPORTS, System.nanoTime() - start));
        JsonNode digest = chain.get(Service.METRICS, "/api/rollups/" + Chain.PROVINCE + "/digest?period=2025");
        results.add("digest of roll-up and reports", digest.path("agrees").asBoolean() ? "agrees" : "DIFFERS");
    }

    /** Until metrics has heard of so many units. */
    static void awaitUnits(Chain chain, int units) throws Exception {
        long deadline = System.nanoTime() + 120_000_000_000L;
        while (System.nanoTime() < deadline) {
            try {
                if (chain.get(Service.METRICS, figure(YEAR))
                                .path("units")
                                .path("expected")
                                .asInt()
                        == units * 12) return;
            } catch (IllegalStateException unknownYet) {
                // the province's own fact has not arrived
                Thread.sleep(100);
            }
            Thread.sleep(100);
        }
        throw new IllegalStateException("metrics did not learn all units");
    }

    static String figure(String year) {
        return "/api/rollups/" + Chain.PROVINCE + "?period=" + year;
    }

    private void reports(Results results, String what, String year) throws Exception {
        ProcessorTime used = new ProcessorTime(system);
        MemoryWatch watch = new MemoryWatch(system);
        long start = System.nanoTime();
        JsonNode answer = chain.post(Service.METRICS, "/api/reports/import", chain.reportsOf(year));
        long imported = System.nanoTime() - start;
        require(answer, "added");
        chain.await(figure(year), r -> r.path("units").path("reported").asInt() == REPORTS);
        long caughtUp = System.nanoTime() - start;
        results.add(what, Limits.perSecond(REPORTS, imported));
        results.add(what + ", roll-up caught up", Limits.perSecond(REPORTS, caughtUp));
        results.add("processor time of it", used.sinceThen());
        results.add("memory of metrics before, most during, after", watch.end());
    }

    private static void require(JsonNode answer, String what) {
        if (answer.path(what).asInt() != REPORTS) throw new IllegalStateException("the import answered " + answer);
    }
}
