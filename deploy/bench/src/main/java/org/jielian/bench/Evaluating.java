package org.jielian.bench;

import org.jielian.local.Service;

/** All results of all units and regions made anew, as when the function that makes them has changed. */
final class Evaluating {
    private static final String RECOMPUTATION = "/api/results/recomputation";
    private static final int TIMES = 3;
    private static final long POLL_MILLIS = 50;

    private final Chain chain;

    Evaluating(Chain chain) {
        this.chain = chain;
    }

    void measure(Results results) throws Exception {
        awaitIdle();
        Times times = new Times();
        long years = 0;
        for (int i = 0; i < TIMES; i++) {
            years = chain.postJson(Service.SUPERVISION, RECOMPUTATION, "")
                    .path("waiting")
                    .asLong();
            times.time(this::awaitIdle);
        }
        results.add("all results made anew, " + years + " years of units and regions", times);
    }

    /** Until nothing waits to be evaluated. */
    void awaitIdle() throws Exception {
        while (chain.get(Service.SUPERVISION, RECOMPUTATION).path("waiting").asLong() > 0) Thread.sleep(POLL_MILLIS);
    }
}
