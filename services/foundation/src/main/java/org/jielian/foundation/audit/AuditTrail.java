package org.jielian.foundation.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.hibernate.Session;
import org.jielian.foundation.access.Person;

/** Who changed what, when, where, why, from what to what; written in the transaction that makes the change, never altered. */
@Singleton
public class AuditTrail {
    @Inject
    EntityManager em;

    @Inject
    ObjectMapper json;

    @Inject
    Clock clock;

    @Inject
    Person person;

    /**
     * A change to be recorded.
     *
     * @param action what was done: REGISTERED, CORRECTED ...
     * @param subject what it was done to, such as {@code report/<unit>/2025-06}
     * @param version the subject's version after it; {@code null} where there are none
     * @param path where in the tree the subject stands, which decides who may read the entry
     * @param before state before, {@code null} for something new
     * @param after state after, {@code null} for something that is gone
     * @param reason what the person said, may be {@code null}
     * @param importJob the import that made it; {@code null} when none did
     */
    public record Change(
            String action,
            String subject,
            Long version,
            String path,
            Object before,
            Object after,
            String reason,
            UUID importJob) {
        /** A change that no file made. */
        public Change(
                String action, String subject, Long version, String path, Object before, Object after, String reason) {
            this(action, subject, version, path, before, after, reason, null);
        }
    }

    /** A recorded change. */
    public record Entry(
            Instant at,
            String who,
            String node,
            String action,
            Long version,
            String reason,
            JsonNode before,
            JsonNode after) {}

    @Transactional(Transactional.TxType.MANDATORY)
    public void record(String action, String subject, String path, Object before, Object after, String reason) {
        recordAll(List.of(new Change(action, subject, null, path, before, after, reason)));
    }

    /** Many changes of one person in one round trip. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void recordAll(List<Change> changes) {
        if (changes.isEmpty()) return;
        Person.Identity who = person.identity();
        em.unwrap(Session.class).doWork(connection -> {
            try (var insert = connection.prepareStatement("""
                    insert into audit_entry (at, who, node, action, subject, version, path, before, after, reason, import_job)
                    select ?, ?, ?, c.action, c.subject, c.version, c.path, c.before::jsonb, c.after::jsonb, c.reason, c.import_job
                    from unnest(?::text[], ?::text[], ?::bigint[], ?::text[], ?::text[], ?::text[], ?::text[], ?::uuid[])
                         with ordinality as c (action, subject, version, path, before, after, reason, import_job, place)
                    order by c.place""")) {
                insert.setObject(1, clock.instant().atOffset(ZoneOffset.UTC));
                insert.setString(2, who.name());
                insert.setString(3, who.node());
                insert.setArray(4, connection.createArrayOf("text", column(changes, Change::action)));
                insert.setArray(5, connection.createArrayOf("text", column(changes, Change::subject)));
                insert.setArray(6, connection.createArrayOf("bigint", column(changes, Change::version)));
                insert.setArray(7, connection.createArrayOf("text", column(changes, Change::path)));
                insert.setArray(8, connection.createArrayOf("text", column(changes, c -> write(c.before()))));
                insert.setArray(9, connection.createArrayOf("text", column(changes, c -> write(c.after()))));
                insert.setArray(10, connection.createArrayOf("text", column(changes, Change::reason)));
                insert.setArray(11, connection.createArrayOf("uuid", column(changes, Change::importJob)));
                insert.executeUpdate();
            }
        });
    }

    /** Everything that happened to a subject, oldest first, as far as the caller may see it. */
    public List<Entry> of(String subject) {
        List<?> rows = em.createNativeQuery("""
                        select at, who, node, action, version, reason, cast(before as text), cast(after as text)
                        from audit_entry where subject = ?1 order by id""").setParameter(1, subject).getResultList();
        return rows.stream().map(row -> entry((Object[]) row)).toList();
    }

    private Entry entry(Object[] r) {
        return new Entry(
                (Instant) r[0],
                (String) r[1],
                (String) r[2],
                (String) r[3],
                r[4] == null ? null : ((Number) r[4]).longValue(),
                (String) r[5],
                read((String) r[6]),
                read((String) r[7]));
    }

    private static Object[] column(List<Change> changes, java.util.function.Function<Change, Object> value) {
        return changes.stream().map(value).toArray();
    }

    private String write(Object state) {
        try {
            return state == null ? null : json.writeValueAsString(state);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("a state that can't be written: " + state.getClass(), e);
        }
    }

    private JsonNode read(String state) {
        try {
            return state == null ? null : json.readTree(state);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an audit entry that can't be read", e);
        }
    }
}
