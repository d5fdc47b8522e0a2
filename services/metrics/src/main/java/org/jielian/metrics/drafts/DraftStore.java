package org.jielian.metrics.drafts;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.hibernate.Session;

/** Drafts in the database. Saving and removing happen only when the version is the expected one, in one statement. */
@Singleton
class DraftStore {
    private static final String COLUMNS =
            "select unit_code, period, version, cast(typed as text), saved_at, saved_by from draft";

    @Inject
    EntityManager em;

    @Inject
    ObjectMapper json;

    Optional<Draft> find(String unit, String period) {
        List<?> rows = em.createNativeQuery(COLUMNS + " where unit_code = ?1 and period = ?2")
                .setParameter(1, unit)
                .setParameter(2, period)
                .getResultList();
        return rows.stream().findFirst().map(row -> draft((Object[]) row));
    }

    /** By month. */
    List<Draft> of(String unit, String from, String to) {
        List<?> rows = em.createNativeQuery(
                        COLUMNS + " where unit_code = ?1 and period between ?2 and ?3 order by period")
                .setParameter(1, unit)
                .setParameter(2, from)
                .setParameter(3, to)
                .getResultList();
        return rows.stream().map(row -> draft((Object[]) row)).toList();
    }

    /** The new version; empty when there is a draft already. */
    OptionalLong add(String unit, String period, String typed, Instant at, String by) {
        return version(em.createNativeQuery("""
                        insert into draft (unit_code, period, version, typed, saved_at, saved_by)
                        values (?1, ?2, nextval('draft_version'), cast(?3 as jsonb), ?4, ?5)
                        on conflict do nothing returning version""")
                .setParameter(1, unit)
                .setParameter(2, period)
                .setParameter(3, typed)
                .setParameter(4, at)
                .setParameter(5, by));
    }

    /** The new version; empty when it is not the expected one any more, or gone. */
    OptionalLong change(String unit, String period, String typed, Instant at, String by, long expected) {
        return version(em.createNativeQuery("""
                        update draft set version = nextval('draft_version'), typed = cast(?3 as jsonb), saved_at = ?4, saved_by = ?5
                        where unit_code = ?1 and period = ?2 and version = ?6 returning version""")
                .setParameter(1, unit)
                .setParameter(2, period)
                .setParameter(3, typed)
                .setParameter(4, at)
                .setParameter(5, by)
                .setParameter(6, expected));
    }

    /** Whether it was there in that version and is gone now. */
    boolean remove(String unit, String period, long expected) {
        return em.createNativeQuery("delete from draft where unit_code = ?1 and period = ?2 and version = ?3")
                        .setParameter(1, unit)
                        .setParameter(2, period)
                        .setParameter(3, expected)
                        .executeUpdate()
                == 1;
    }

    /**
     * Removes what that person saved last. Every report handed in comes by here and hardly one finds a draft, so nothing that Hibernate
     * would do around a statement is done.
     */
    void removeOf(String unit, String period, String who) {
        em.unwrap(Session.class).doWork(connection -> {
            try (var remove = connection.prepareStatement(
                    "delete from draft where unit_code = ? and period = ? and saved_by = ?")) {
                remove.setString(1, unit);
                remove.setString(2, period);
                remove.setString(3, who);
                remove.executeUpdate();
            }
        });
    }

    private static OptionalLong version(Query query) {
        return query.getResultStream().mapToLong(v -> ((Number) v).longValue()).findFirst();
    }

    private Draft draft(Object[] row) {
        return new Draft(
                (String) row[0],
                String.valueOf(row[1]),
                ((Number) row[2]).longValue(),
                read((String) row[3]),
                (Instant) row[4],
                (String) row[5]);
    }

    private Draft.Typed read(String typed) {
        try {
            return json.readValue(typed, Draft.Typed.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a draft that can't be read", e);
        }
    }
}
