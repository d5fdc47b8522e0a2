package org.jielian.metrics.rollups;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.ContextualFixedKeyProcessor;
import org.apache.kafka.streams.processor.api.FixedKeyRecord;
import org.jboss.logging.Logger;

/** Lays a message that nobody can read aside, as it came, with the place it came from and what is wrong with it. */
final class TellingDeadLetters<T> extends ContextualFixedKeyProcessor<String, Heard<T>, byte[]> {
    private static final Logger LOG = Logger.getLogger(TellingDeadLetters.class);
    private final String topic;

    TellingDeadLetters(String topic) {
        this.topic = topic;
    }

    @Override
    public void process(FixedKeyRecord<String, Heard<T>> heard) {
        String place = context()
                .recordMetadata()
                .map(m -> m.partition() + "/" + m.offset())
                .orElse("?");
        String cause = heard.value().problem();
        LOG.errorf("fact not understood topic=%s place=%s key=%s cause=%s", topic, place, heard.key(), cause);
        var headers = new RecordHeaders(heard.headers());
        headers.add("dead-letter-topic", topic.getBytes(StandardCharsets.UTF_8));
        headers.add("dead-letter-place", place.getBytes(StandardCharsets.UTF_8));
        headers.add("dead-letter-reason", cause.getBytes(StandardCharsets.UTF_8));
        context().forward(heard.withHeaders(headers).withValue(heard.value().raw()));
    }
}
