package org.jielian.supervision.trial;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.hibernate.Session;
import org.jielian.foundation.access.Person;
import org.jielian.foundation.problems.Text;
import org.jielian.supervision.standards.Drafts.Draft;
import org.jielian.supervision.trial.Attempt.Counted;
import org.jielian.supervision.trial.Trials.State;
import org.jielian.supervision.trial.Trials.View;

/** Trials as they are kept; row-level security decides which of them somebody finds. */
@Singleton
class TrialRecords {
    private static final TypeReference<List<Affected>> SUMMARY = new TypeReference<>() {};
    private static final TypeReference<Text> TEXT = new TypeReference<>() {};

    @Inject
    EntityManager em;

    @Inject
    ObjectMapper json;

    /** A run of a trial that is not over yet, and for whom it is done. */
    record Run(UUID id, UUID draft, int year, String path, Person.Identity person) {}

    /** A new run takes the place of the trial of that year, whatever had become of it. */
    UUID begin(Draft draft, int year, String path, Person.Identity person, Instant now) {
        em.createNativeQuery("delete from trial where draft_id = ?1 and year = ?2")
                .setParameter(1, draft.id())
                .setParameter(2, year)
                .executeUpdate();
        UUID run = UUID.randomUUID();
        em.createNativeQuery("""
                        insert into trial (draft_id, year, draft_version, path, units, summary, tried_at, tried_by, run, state, node, roles)
                        values (?1, ?2, ?3, ?4, 0, '[]', ?5, ?6, ?7, 'RUNNING', ?8, ?9)""")
                .setParameter(1, draft.id())
                .setParameter(2, year)
                .setParameter(3, draft.version())
                .setParameter(4, path)
                .setParameter(5, now)
                .setParameter(6, person.name())
                .setParameter(7, run)
                .setParameter(8, person.node())
                .setParameter(9, String.join(" ", person.roles()))
                .executeUpdate();
        return run;
    }

    Optional<Run> running(UUID run) {
        return running("and run = cast(?1 as uuid)", run.toString()).stream().findFirst();
    }

    /** All that are not over, the oldest first. */
    List<Run> running() {
        return running("and ?1 = ''", "");
    }

    private List<Run> running(String which, String parameter) {
        List<?> rows = em.createNativeQuery(
                        "select run, draft_id, year, path, tried_by, node, roles from trial where state = 'RUNNING' "
                                + which + " order by tried_at")
                .setParameter(1, parameter)
                .getResultList();
        return rows.stream()
                .map(row -> (Object[]) row)
                .map(r -> new Run(
                        (UUID) r[0],
                        (UUID) r[1],
                        ((Number) r[2]).intValue(),
                        (String) r[3],
                        new Person.Identity((String) r[4], (String) r[5], Set.of(((String) r[6]).split(" ")))))
                .toList();
    }

    /** A run that was interrupted begins from its start, under another id: whoever still works on it stops. */
    UUID beginAgain(Run run) {
        em.createNativeQuery("delete from trial_change where draft_id = ?1 and year = ?2")
                .setParameter(1, run.draft())
                .setParameter(2, run.year())
                .executeUpdate();
        UUID again = UUID.randomUUID();
        em.createNativeQuery("update trial set run = ?2, looked = 0, units = 0 where run = ?1")
                .setParameter(1, run.id())
                .setParameter(2, again)
                .executeUpdate();
        return again;
    }

    /** The draft may have been changed while the run waited for its turn. */
    void tries(UUID run, long draftVersion) {
        em.createNativeQuery("update trial set draft_version = ?2 where run = ?1")
                .setParameter(1, run)
                .setParameter(2, draftVersion)
                .executeUpdate();
    }

    /** Keeps what came of some units; {@code false} when the run is not wanted any more. */
    boolean keep(Run run, int total, Attempt.Step step, int place) {
        int wanted = em.createNativeQuery("""
                        update trial set total = ?2, looked = looked + ?3, units = units + ?4
                        where run = ?1 and state = 'RUNNING'""")
                .setParameter(1, run.id())
                .setParameter(2, total)
                .setParameter(3, step.looked())
                .setParameter(4, step.evaluated())
                .executeUpdate();
        if (wanted > 0) insert(run, step.changes(), place);
        return wanted > 0;
    }

    private void insert(Run run, List<Counted> changes, int place) {
        em.unwrap(Session.class).doWork(connection -> {
            try (var insert = connection.prepareStatement("""
                    insert into trial_change (draft_id, year, place, path, unit_code, region_code, indicator, effect, lineage, body)
                    select ?, ?, ? + t.place, ?, t.unit_code, t.region_code, t.indicator, t.effect, string_to_array(t.lineage, '/'),
                           t.body::jsonb
                    from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[]) with ordinality
                        as t (unit_code, region_code, indicator, effect, lineage, body, place)""")) {
                insert.setObject(1, run.draft());
                insert.setInt(2, run.year());
                insert.setInt(3, place);
                insert.setString(4, run.path());
                Object[][] columns = {
                    changes.stream().map(c -> c.change().unitCode()).toArray(),
                    changes.stream().map(c -> c.change().regionCode()).toArray(),
                    changes.stream().map(c -> c.change().indicator().name()).toArray(),
                    changes.stream().map(c -> c.change().effect().name()).toArray(),
                    changes.stream().map(c -> String.join("/", c.lineage())).toArray(),
                    changes.stream().map(c -> write(c.change())).toArray()
                };
                for (int i : IntStream.range(0, columns.length).toArray())
                    insert.setArray(5 + i, connection.createArrayOf("text", columns[i]));
                insert.executeUpdate();
            }
        });
    }

    void done(UUID run, int total, List<Affected> summary, Instant now) {
        em.createNativeQuery("""
                        update trial set state = 'DONE', total = ?2, summary = cast(?3 as jsonb), finished_at = ?4
                        where run = ?1 and state = 'RUNNING'""")
                .setParameter(1, run)
                .setParameter(2, total)
                .setParameter(3, write(summary))
                .setParameter(4, now)
                .executeUpdate();
    }

    void failed(UUID run, Text why, Instant now) {
        em.createNativeQuery("""
                        update trial set state = 'FAILED', failure = cast(?2 as jsonb), finished_at = ?3
                        where run = ?1 and state = 'RUNNING'""")
                .setParameter(1, run)
                .setParameter(2, write(why))
                .setParameter(3, now)
                .executeUpdate();
    }

    Optional<View> find(Draft draft, int year) {
        List<?> rows = em.createNativeQuery("""
                        select draft_version, state, total, looked, units, cast(summary as text), cast(failure as text), tried_at,
                            tried_by, finished_at from trial where draft_id = ?1 and year = ?2""")
                .setParameter(1, draft.id())
                .setParameter(2, year)
                .getResultList();
        return rows.stream().map(row -> (Object[]) row).findFirst().map(r -> view(draft, year, r));
    }

    private View view(Draft draft, int year, Object[] r) {
        long tried = ((Number) r[0]).longValue();
        return new View(
                draft.id(),
                tried,
                tried != draft.version(),
                year,
                State.valueOf((String) r[1]),
                (Integer) r[2],
                ((Number) r[3]).intValue(),
                ((Number) r[4]).intValue(),
                read((String) r[5], SUMMARY),
                r[6] == null ? null : read((String) r[6], TEXT),
                (Instant) r[7],
                (String) r[8],
                (Instant) r[9]);
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("a trial that can't be written", e);
        }
    }

    private <T> T read(String value, TypeReference<T> type) {
        try {
            return json.readValue(value, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a kept trial that can't be read", e);
        }
    }
}
