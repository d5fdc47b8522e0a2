package org.jielian.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.jielian.local.Service;

/** The figures people look at most. Nothing between them and the database keeps an answer. */
final class Reading {
    private static final String CITIES = "/api/rollups/" + Chain.PROVINCE + "/children?period=2025";
    private static final String COUNTIES = CITIES + "&tier=COUNTY";
    private static final int WARM_UP = 300;
    private static final int ALONE = 200;
    private static final int CLIENTS = 16;
    private static final int TOGETHER = 800;
    private static final int PAGE = 1000;

    private final Chain chain;

    Reading(Chain chain) {
        this.chain = chain;
    }

    void measure(Results results) throws Exception {
        require(CITIES, 11);
        require(COUNTIES, 90);
        for (String path : new String[] {CITIES, COUNTIES}) {
            String what = path.equals(CITIES) ? "a year of all cities" : "a year of all counties";
            for (int i = 0; i < WARM_UP; i++) chain.get(Service.METRICS, path);
            Times alone = new Times();
            for (int i = 0; i < ALONE; i++) alone.time(() -> chain.get(Service.METRICS, path));
            results.add(what + ", one client", alone);
            results.add(what + ", " + CLIENTS + " clients at once", together(path));
        }
        for (int i = 0; i < 5; i++) listAllUnits();
        Times list = new Times();
        for (int i = 0; i < 20; i++) list.time(this::listAllUnits);
        results.add("the list of 9,000 units, in pages of 1,000", list);
    }

    private Times together(String path) throws InterruptedException {
        Times times = new Times();
        var clients = Executors.newFixedThreadPool(CLIENTS);
        for (int i = 0; i < TOGETHER; i++) {
            clients.submit(() -> {
                times.time(() -> chain.get(Service.METRICS, path));
                return null;
            });
        }
        clients.shutdown();
        if (!clients.awaitTermination(5, TimeUnit.MINUTES))
            throw new IllegalStateException("the queries took too long");
        if (times.count() != TOGETHER) throw new IllegalStateException("some queries were refused");
        return times;
    }

    private void listAllUnits() throws Exception {
        int seen = 0;
        String cursor = "";
        do {
            JsonNode page = chain.get(Service.UNITS, "/api/units?region=" + Chain.PROVINCE + "&limit=" + PAGE + cursor);
            seen += page.path("items").size();
            cursor = page.path("next").isTextual()
                    ? "&cursor=" + page.path("next").asText()
                    : null;
        } while (cursor != null);
        if (seen != 9000) throw new IllegalStateException("the list has " + seen + " units");
    }

    private void require(String path, int children) throws Exception {
        int found = chain.get(Service.METRICS, path).path("children").size();
        if (found != children) throw new IllegalStateException(path + " has " + found + " children");
    }
}
