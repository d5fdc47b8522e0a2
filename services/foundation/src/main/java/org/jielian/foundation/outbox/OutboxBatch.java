package org.jielian.foundation.outbox;

import io.smallrye.common.annotation.Identifier;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Takes the oldest facts out of the outbox and tells them; if telling fails, the transaction puts them back. */
@Singleton
class OutboxBatch {
    static final int SIZE = 2000;
    /** Any number, the same in all instances of a service; each service has its own database. */
    private static final long RELAY_LOCK = 4_210_001;

    @Inject
    EntityManager em;

    @Inject
    @Identifier("default-kafka-broker")
    Map<String, Object> kafka;

    @ConfigProperty(name = "quarkus.application.name")
    String service;

    private Producer<String, String> producer;

    private record Pending(long id, String topic, String key, String value, Instant at) {}

    /** How many facts were told. One instance at a time: two of them could swap the order of facts about the same thing. */
    int publish() {
        if (!(boolean) em.createNativeQuery("select pg_try_advisory_xact_lock(" + RELAY_LOCK + ")")
                .getSingleResult()) return 0;
        List<Pending> batch = takeOldest();
        if (batch.isEmpty()) return 0;
        // pipelined: one acknowledgement at a time would be the speed limit of the whole chain
        List<Future<?>> sent = new ArrayList<>(batch.size());
        for (Pending fact : batch) sent.add(producer().send(record(fact)));
        for (Future<?> acknowledged : sent) await(acknowledged);
        return batch.size();
    }

    /**
     * The table is empty most of the time and holds a hundred thousand rows during an import, so what the database knows of its size is
     * usually wrong. Rows named by their place leave it no plan to choose: as a join this once compared each row with each of the batch,
     * for minutes.
     */
    private List<Pending> takeOldest() {
        List<?> rows = em.createNativeQuery("""
                        delete from outbox where ctid = any (array(select ctid from outbox order by id limit %d))
                        returning id, topic, key, value, at""".formatted(SIZE)).getResultList();
        return rows.stream()
                .map(row -> (Object[]) row)
                .map(r -> new Pending(
                        ((Number) r[0]).longValue(), (String) r[1], (String) r[2], (String) r[3], (Instant) r[4]))
                .sorted(Comparator.comparingLong(Pending::id))
                .toList();
    }

    private ProducerRecord<String, String> record(Pending fact) {
        var record = new ProducerRecord<>(fact.topic(), null, fact.at().toEpochMilli(), fact.key(), fact.value());
        header(record, "ce_specversion", "1.0");
        header(record, "ce_id", service + "-" + fact.id());
        header(record, "ce_type", fact.topic());
        header(record, "ce_source", "/" + service);
        header(record, "ce_time", fact.at().toString());
        header(record, "content-type", "application/json");
        return record;
    }

    private static void header(ProducerRecord<?, ?> record, String name, String value) {
        record.headers().add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    private static void await(Future<?> acknowledged) {
        try {
            acknowledged.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("Kafka refused a fact", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while telling facts", e);
        }
    }

    private Producer<String, String> producer() {
        if (producer == null) {
            Map<String, Object> config = new HashMap<>(kafka);
            config.put(ProducerConfig.ACKS_CONFIG, "all");
            config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
            config.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
            config.put(ProducerConfig.BATCH_SIZE_CONFIG, 128 * 1024);
            // the transaction that holds the facts ends after a minute; give up before it does
            config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 30_000);
            config.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 15_000);
            config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 15_000);
            producer = new KafkaProducer<>(config, new StringSerializer(), new StringSerializer());
        }
        return producer;
    }

    @PreDestroy
    void close() {
        if (producer != null) producer.close(Duration.ofSeconds(3));
    }
}
