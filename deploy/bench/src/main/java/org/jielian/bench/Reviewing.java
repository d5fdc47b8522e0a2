package org.jielian.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** The inbox of a county, and accepting what is in it: a month of every county, and four months of one county in one call. */
final class Reviewing {
    private static final String MONTH = "2025-06";
    private static final List<String> FOUR_MONTHS = List.of("2025-01", "2025-02", "2025-03", "2025-04");

    private final Chain chain;

    Reviewing(Chain chain) {
        this.chain = chain;
    }

    void measure(Results results) throws Exception {
        List<String> counties = chain.counties();
        String largest = counties.get(0);
        Times looking = new Times();
        Times accepting = new Times();
        long reports = 0;
        long spent = 0;
        for (String county : counties) {
            List<JsonNode> waiting = new ArrayList<>();
            looking.time(() -> waiting.addAll(waiting(county, MONTH)));
            if (waiting.isEmpty()) continue;
            String body = body(waiting);
            long start = System.nanoTime();
            accepting.time(() -> require(chain.acceptAs(county, body), waiting.size()));
            spent += System.nanoTime() - start;
            reports += waiting.size();
        }
        results.add("the inbox of a county, with earlier figures, risk and share", looking);
        results.add("accepting a county's month at once, " + reports / accepting.count() + " reports each", accepting);
        results.add(
                "accepting a month of all counties, " + reports + " reports with an answer for each",
                Limits.perSecond((int) reports, spent));
        List<JsonNode> four = new ArrayList<>();
        for (String month : FOUR_MONTHS) four.addAll(waiting(largest, month));
        Times together = new Times();
        together.time(() -> require(chain.acceptAs(largest, body(four)), four.size()));
        results.add("accepting " + four.size() + " reports in one call", together);
    }

    private List<JsonNode> waiting(String county, String month) throws Exception {
        List<JsonNode> lines = new ArrayList<>();
        chain.getAs(county, "/api/reviews/" + county + "?limit=1000&period=" + month)
                .path("items")
                .forEach(lines::add);
        return lines;
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

    private static void require(JsonNode answer, int accepted) {
        if (answer.path("accepted").asInt() != accepted)
            throw new IllegalStateException("not all were accepted: " + answer);
    }
}
