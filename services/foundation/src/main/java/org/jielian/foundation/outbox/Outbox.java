package org.jielian.foundation.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import org.hibernate.Session;

/** Facts on their way to Kafka, kept in the database until they are told. */
@Singleton
public class Outbox {
    private static final String WAKE = "outbox.wake";

    @Inject
    EntityManager em;

    @Inject
    ObjectMapper json;

    @Inject
    Clock clock;

    @Inject
    TransactionSynchronizationRegistry transaction;

    @Inject
    OutboxRelay relay;

    /**
     * A fact that became true.
     *
     * @param topic where it is told
     * @param key what it is about
     * @param state the whole present state
     */
    public record Fact(String topic, String key, Object state) {}

    /** Records the fact in the caller's transaction: both commit, or neither does. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void append(String topic, String key, Object state) {
        appendAll(List.of(new Fact(topic, key, state)));
    }

    /** Many facts in one round trip, told in the order given. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void appendAll(List<Fact> facts) {
        if (facts.isEmpty()) return;
        String[] topics = facts.stream().map(Fact::topic).toArray(String[]::new);
        String[] keys = facts.stream().map(Fact::key).toArray(String[]::new);
        String[] values = facts.stream().map(f -> write(f.state())).toArray(String[]::new);
        em.unwrap(Session.class).doWork(connection -> {
            try (var insert = connection.prepareStatement("""
                    insert into outbox (topic, key, value, at)
                    select f.topic, f.key, f.value, ?
                    from unnest(?::text[], ?::text[], ?::text[]) with ordinality as f (topic, key, value, place)
                    order by f.place""")) {
                insert.setObject(1, clock.instant().atOffset(java.time.ZoneOffset.UTC));
                insert.setArray(2, connection.createArrayOf("text", topics));
                insert.setArray(3, connection.createArrayOf("text", keys));
                insert.setArray(4, connection.createArrayOf("text", values));
                insert.executeUpdate();
            }
        });
        wakeRelayAfterCommit();
    }

    private void wakeRelayAfterCommit() {
        if (transaction.getResource(WAKE) != null) return;
        transaction.putResource(WAKE, true);
        transaction.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {
                // nothing is told before it is true
            }

            @Override
            public void afterCompletion(int status) {
                relay.wake();
            }
        });
    }

    private String write(Object state) {
        try {
            return json.writeValueAsString(state);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("a fact that can't be written: " + state.getClass(), e);
        }
    }
}
