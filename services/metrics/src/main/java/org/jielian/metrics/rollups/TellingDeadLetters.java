package org.jielian.metrics.rollups;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.streams.processor.api.ContextualFixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;
import org.jboss.logging.Logger;

/** Lays a message that nobody can read aside, with the place it came from and what is wrong with it; every consumer here does the same. */
final class TellingDeadLetters<T> extends ContextualFixedKeyProcessor<String, Heard<T>, Object> {
    private static final Logger LOG = Logger.getLogger(TellingDeadLetters.class);
    private final String topic;

    TellingDeadLetters(String topic) {
        this.topic = topic;
    }

    @Override
    public void process(FixedKeyRecord<String, Heard<T>> heard) {
        var at = context().recordMetadata().orElseThrow();
        String cause = heard.value().problem();
        LOG.errorf(
                "unreadable fact topic=%s partition=%d offset=%d cause=%s", topic, at.partition(), at.offset(), cause);
        Map<String, Object> letter = new LinkedHashMap<>();
        letter.put("topic", topic);
        letter.put("partition", at.partition());
        letter.put("offset", at.offset());
        letter.put("key", heard.key());
        byte[] raw = heard.value().raw();
        letter.put("value", raw == null ? null : new String(raw, StandardCharsets.UTF_8));
        letter.put("cause", cause);
        context().forward(heard.withValue((Object) letter));
    }
}
