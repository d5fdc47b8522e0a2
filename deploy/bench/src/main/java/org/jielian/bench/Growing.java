package org.jielian.bench;

import com.fasterxml.jackson.databind.JsonNode;
import org.jielian.local.Service;

/** The same province with 50,000 units and 600,000 reports of a year. */
final class Growing {
    private static final int UNITS = 50_000;
    private static final int REPORTS = UNITS * 12;
    private static final int RELEASES = 5;

    private final Chain chain;

    Growing(Chain chain) {
        this.chain = chain;
    }

    void measure(Results results) throws Exception {
        int more = UNITS - Importing.UNITS;
        long start = System.nanoTime();
        chain.post(Service.UNITS, "/api/units/import", chain.units(Importing.UNITS, UNITS));
        Importing.awaitUnits(chain, UNITS);
        results.add("41,000 more units, known to metrics", Limits.perSecond(more, System.nanoTime() - start));
        start = System.nanoTime();
        JsonNode answer = chain.post(Service.METRICS, "/api/reports/import", chain.reportsLike(Importing.UNITS, UNITS));
        if (answer.path("added").asInt() != REPORTS - Importing.REPORTS)
            throw new IllegalStateException("the import answered " + answer);
        chain.await(
                Importing.figure(Importing.YEAR),
                r -> r.path("units").path("reported").asInt() == REPORTS);
        results.add(
                "492,000 reports, added, roll-up caught up",
                Limits.perSecond(REPORTS - Importing.REPORTS, System.nanoTime() - start));
        new Evaluating(chain).measure(results);
        new Cascading(chain, RELEASES).measure(results);
    }
}
