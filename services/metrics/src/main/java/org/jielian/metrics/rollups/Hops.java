package org.jielian.metrics.rollups;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/**
 * How many regions a change has passed on its way up, told in a header beside it. The tree has few tiers; a change that has passed more
 * than {@link #LIMIT} goes round in a circle that the facts should never form.
 */
final class Hops {
    static final int LIMIT = 8;
    private static final String HOPS = "hops";
    private static final String TRACE = "traceparent";

    static int passed(Headers headers) {
        Header hops = headers.lastHeader(HOPS);
        return hops == null ? 0 : Integer.parseInt(new String(hops.value(), StandardCharsets.UTF_8));
    }

    /** Headers of a change that follows from a record with {@code headers}: one hop more, the same trace, nothing else. */
    static Headers next(Headers headers) {
        Headers next = traceOnly(headers);
        next.add(HOPS, Integer.toString(passed(headers) + 1).getBytes(StandardCharsets.UTF_8));
        return next;
    }

    /** New headers that continue the trace of {@code headers}. */
    static Headers traceOnly(Headers headers) {
        Header trace = headers.lastHeader(TRACE);
        return trace == null ? new RecordHeaders() : new RecordHeaders().add(trace);
    }

    private Hops() {}
}
