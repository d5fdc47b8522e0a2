package org.jielian.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jielian.local.Service;

/** Releases of the province's standard, one after the other, inherited at once: how long until the last county has applied each. */
final class Cascading {
    private static final int REGIONS = 101;
    private static final long POLL_MILLIS = 10;

    private final Chain chain;
    private final int releases;

    Cascading(Chain chain, int releases) {
        this.chain = chain;
        this.releases = releases;
    }

    void measure(Results results) throws Exception {
        Times times = new Times();
        Evaluating evaluating = new Evaluating(chain);
        for (int i = 0; i < releases; i++) {
            String draft = draft(80 + i % 10);
            // what the release before has set going is not part of this one
            evaluating.awaitIdle();
            times.time(() -> release(draft));
        }
        results.add("from release until all 11 cities and 90 counties have applied it", times);
    }

    /** A draft that differs from the release before by its pass line. */
    private String draft(int passLine) throws Exception {
        JsonNode shipped = chain.get(Service.SUPERVISION, "/api/standards/shipped");
        ObjectNode beginning = JsonNodeFactory.instance.objectNode().put("standardCode", "JNJG");
        ObjectNode body = beginning.putObject("body");
        body.set("name", shipped.path("name"));
        body.put("effectiveFrom", LocalDate.now(ZoneId.of("Asia/Shanghai")).toString());
        body.set("content", ((ObjectNode) shipped.path("content")).put("passLine", passLine));
        return chain.postJson(Service.SUPERVISION, "/api/standards/" + Chain.PROVINCE + "/drafts", beginning.toString())
                .path("id")
                .asText();
    }

    private void release(String draft) throws Exception {
        String origin = chain.postJson(Service.SUPERVISION, "/api/standards/drafts/" + draft + "/release", "")
                .path("origin")
                .asText();
        String standing = "/api/standing/" + Chain.PROVINCE + "?all=true&limit=1&origin=" + origin;
        while (chain.get(Service.SUPERVISION, standing)
                        .path("counts")
                        .path("applied")
                        .asInt()
                < REGIONS) {
            Thread.sleep(POLL_MILLIS);
        }
    }
}
