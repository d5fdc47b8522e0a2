package org.jielian.foundation.facts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jielian.contracts.Topics;
import org.jielian.foundation.outbox.Outbox;

/**
 * Reads a batch of facts. What can't be read goes, with its cause, to the service's own dead-letter topic and the consumer lives on. The
 * newest fact of a key in the batch is enough, since each carries the whole state.
 */
@Singleton
public class FactReader {
    private static final Logger LOG = Logger.getLogger(FactReader.class);

    @Inject
    ObjectMapper json;

    @Inject
    Outbox outbox;

    @ConfigProperty(name = "quarkus.application.name")
    String service;

    /** A message nobody could read. */
    record DeadLetter(String topic, int partition, long offset, String key, String value, String cause) {}

    /** The facts of the batch, one for each key: the last one told. */
    @Transactional(Transactional.TxType.MANDATORY)
    public <T> List<T> newest(ConsumerRecords<String, String> records, Class<T> type) {
        Map<String, T> newest = new LinkedHashMap<>();
        for (ConsumerRecord<String, String> record : records) {
            if (record.value() == null) continue;
            try {
                T fact = json.readValue(record.value(), type);
                if (fact == null) throw new IllegalArgumentException("the message is JSON null");
                newest.put(record.key(), fact);
            } catch (JsonProcessingException | IllegalArgumentException e) {
                bury(record, e);
            }
        }
        return new ArrayList<>(newest.values());
    }

    private void bury(ConsumerRecord<String, String> record, Exception cause) {
        LOG.warnf(
                "unreadable fact topic=%s partition=%d offset=%d cause=%s",
                record.topic(), record.partition(), record.offset(), cause.getMessage());
        outbox.append(
                Topics.deadLetter(service),
                record.key() == null ? record.topic() : record.key(),
                new DeadLetter(
                        record.topic(),
                        record.partition(),
                        record.offset(),
                        record.key(),
                        record.value(),
                        cause.getMessage()));
    }
}
