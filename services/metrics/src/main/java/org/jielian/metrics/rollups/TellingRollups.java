package org.jielian.metrics.rollups;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.streams.processor.api.ContextualFixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;
import org.jielian.contracts.RollupState;

/** Gives a total the headers of a fact; of what came along with the change only the trace stays. */
final class TellingRollups extends ContextualFixedKeyProcessor<String, RollupState, RollupState> {

    @Override
    public void process(FixedKeyRecord<String, RollupState> total) {
        RollupState state = total.value();
        Headers headers = Hops.traceOnly(total.headers());
        add(headers, "ce_specversion", "1.0");
        add(headers, "ce_id", total.key() + "/" + state.version());
        add(headers, "ce_type", RollupState.TOPIC);
        add(headers, "ce_source", "/metrics");
        add(headers, "ce_time", state.asOf().toString());
        add(headers, "content-type", "application/json");
        context().forward(total.withHeaders(headers));
    }

    private static void add(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
