package org.jielian.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The inbox of a county, and accepting what is in it: the months of a hundred units in one call, and a month of all units, those that hang on
 * a city or the province accepted there.
 */
final class Reviewing {
    private static final String MONTH = "2025-06";
    private static final List<String> FOUR_MONTHS = List.of("2025-01", "2025-02", "2025-03", "2025-04");
    /** Other reports each time. */
    private static final List<String> MONTHS_OF_HUNDRED =
            List.of("2024-01", "2024-02", "2024-03", "2024-04", "2024-05", "2024-06", "2024-07", "2024-08");

    private static final int HUNDRED = 100;

    private final Chain chain;

    Reviewing(Chain chain) {
        this.chain = chain;
    }

    void measure(Results results) throws Exception {
        String largest = chain.counties().get(0);
        hundredOf(largest, results);
        everyone(results);
        List<JsonNode> four = new ArrayList<>();
        for (String month : FOUR_MONTHS) four.addAll(waiting(largest, month));
        Times together = new Times();
        together.time(() -> accept(largest, four));
        results.add("accepting " + four.size() + " reports in one call", together);
    }

    private void hundredOf(String county, Results results) throws Exception {
        Times times = new Times();
        for (String month : MONTHS_OF_HUNDRED) {
            List<JsonNode> hundred =
                    waiting(county, month).stream().limit(HUNDRED).toList();
            if (hundred.size() < HUNDRED)
                throw new IllegalStateException(county + " has only " + hundred.size() + " reports");
            times.time(() -> accept(county, hundred));
        }
        results.add("accepting 100 units of one county in one call", times);
    }

    /** Every region's reviewer in turn, the units below it being another's. */
    private void everyone(Results results) throws Exception {
        Set<String> regions = chain.unitsByRegion().keySet();
        Times looking = new Times();
        Times accepting = new Times();
        int reports = 0;
        long spent = 0;
        for (String region : regions) {
            List<JsonNode> waiting = new ArrayList<>();
            looking.time(() -> waiting.addAll(waiting(region, MONTH)));
            long start = System.nanoTime();
            accepting.time(() -> accept(region, waiting));
            spent += System.nanoTime() - start;
            reports += waiting.size();
        }
        if (reports != Importing.UNITS)
            throw new IllegalStateException("not all units had a report to accept: " + reports);
        results.add("the inbox of a region, with earlier figures, risk and share", looking);
        results.add("accepting a region's month at once, " + reports / regions.size() + " reports each", accepting);
        results.add(
                "accepting a month of all units by " + regions.size() + " counties, cities and the province, an answer"
                        + " for each unit",
                Limits.perSecond(reports, spent));
    }

    private List<JsonNode> waiting(String region, String month) throws Exception {
        List<JsonNode> lines = new ArrayList<>();
        chain.getAs(region, "/api/reviews/" + region + "?limit=1000&period=" + month)
                .path("items")
                .forEach(lines::add);
        return lines;
    }

    /** Each with an answer of its own. */
    private void accept(String region, List<JsonNode> lines) throws Exception {
        JsonNode answer = chain.acceptAs(region, body(lines));
        if (answer.path("accepted").asInt() != lines.size()
                || answer.path("reports").size() != lines.size())
            throw new IllegalStateException("not all were accepted: " + answer);
    }

    private static String body(List<JsonNode> lines) {
        List<String> reports = lines.stream()
                .map(l -> "{\"unit\":\"%s\",\"period\":\"%s\",\"version\":%s}"
                        .formatted(
                                l.path("unitCode").asText(),
                                l.path("period").asText(),
                                l.path("version").asText()))
                .toList();
        return "{\"reports\":[" + String.join(",", reports) + "]}";
    }
}
