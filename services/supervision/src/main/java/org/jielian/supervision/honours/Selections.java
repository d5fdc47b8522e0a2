package org.jielian.supervision.honours;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.hibernate.Session;
import org.jielian.foundation.access.Access;
import org.jielian.foundation.access.Person;
import org.jielian.foundation.audit.AuditTrail;
import org.jielian.foundation.problems.CommonProblem;

/** Selections and their lines as they are kept; every change is audited in the transaction that makes it. */
@Singleton
class Selections {
    private static final String PUT = """
            insert into honour_line (selection_id, unit_code, path, region_path, type, outcome, rank, value, published, body)
            select ?, t.unit, n.path, ?, t.type, t.outcome, t.rank, t.value, false, t.body::jsonb
            from unnest(?::text[], ?::text[], ?::text[], ?::int[], ?::numeric[], ?::text[])
                as t (unit, type, outcome, rank, value, body)
            join node_path n on n.code = t.unit""";

    @Inject
    EntityManager em;

    @Inject
    ObjectMapper json;

    @Inject
    AuditTrail audit;

    @Inject
    Access access;

    @Inject
    Person person;

    @Inject
    Clock clock;

    /** A selection and where its region stands. */
    record Kept(Selection selection, String path) {}

    /** A selection the caller may look at: FORBIDDEN for anything else, whether it exists or not. */
    Kept require(UUID id) {
        return one("where id = ?1", id);
    }

    /** The same, held still until the transaction ends. */
    Kept hold(UUID id) {
        return one("where id = ?1 for update", id);
    }

    private Kept one(String where, UUID id) {
        List<?> rows = em.createNativeQuery("select cast(body as text), path from honour_selection " + where)
                .setParameter(1, id)
                .getResultList();
        return rows.stream()
                .map(row -> (Object[]) row)
                .map(r -> new Kept(read((String) r[0], Selection.class), (String) r[1]))
                .findFirst()
                .orElseThrow(() -> person.isOperator()
                        ? CommonProblem.NOT_FOUND.because("没有评选 %s", "there is no selection %s", id)
                        : access.outside(id.toString()));
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void keep(Selection s, String path, HonourAction action, HonourState before) {
        s.version = Math.max(s.version + 1, clock.millis());
        em.createNativeQuery("""
                        insert into honour_selection (id, kind, region, year, standard_code, state, path, version, chosen, ranked, excluded,
                                                      body, changed_at)
                        values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, cast(?12 as jsonb), ?13)
                        on conflict (id) do update set state = excluded.state, version = excluded.version, chosen = excluded.chosen,
                            ranked = excluded.ranked, excluded = excluded.excluded, body = excluded.body,
                            changed_at = excluded.changed_at""")
                .setParameter(1, s.id)
                .setParameter(2, s.kind.name())
                .setParameter(3, s.region)
                .setParameter(4, s.year)
                .setParameter(5, s.standardCode)
                .setParameter(6, s.state.name())
                .setParameter(7, path)
                .setParameter(8, s.version)
                .setParameter(9, s.chosen)
                .setParameter(10, s.ranked)
                .setParameter(11, s.excluded)
                .setParameter(12, write(s))
                .setParameter(13, clock.instant().atOffset(ZoneOffset.UTC))
                .executeUpdate();
        audit.record(
                action.name(),
                "honour/" + s.id,
                path,
                before == null ? null : Map.of("state", before.name()),
                Map.of("state", s.state.name(), "chosen", s.chosen, "ranked", s.ranked, "excluded", s.excluded),
                s.reason);
    }

    /** Other lines in the place of those there are. */
    @Transactional(Transactional.TxType.MANDATORY)
    void replaceLines(Selection s, String regionPath, List<Placed> placed) {
        em.createNativeQuery("delete from honour_line where selection_id = ?1")
                .setParameter(1, s.id)
                .executeUpdate();
        em.flush();
        em.unwrap(Session.class).doWork(connection -> {
            try (var put = connection.prepareStatement(PUT)) {
                put.setObject(1, s.id);
                put.setString(2, regionPath);
                put.setArray(3, connection.createArrayOf("text", column(placed, p -> p.candidate()
                        .unit())));
                put.setArray(4, connection.createArrayOf("text", column(placed, p -> p.candidate()
                        .type()
                        .name())));
                put.setArray(5, connection.createArrayOf("text", column(placed, p -> p.outcome()
                        .name())));
                put.setArray(6, connection.createArrayOf("int", column(placed, Placed::rank)));
                put.setArray(7, connection.createArrayOf("numeric", column(placed, Placed::value)));
                put.setArray(8, connection.createArrayOf("text", column(placed, this::write)));
                put.executeUpdate();
            }
        });
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void show(Selection s, boolean published) {
        em.createNativeQuery("update honour_line set published = ?2 where selection_id = ?1")
                .setParameter(1, s.id)
                .setParameter(2, published)
                .executeUpdate();
    }

    Placed line(String body) {
        return read(body, Placed.class);
    }

    Selection selection(String body) {
        return read(body, Selection.class);
    }

    private static Object[] column(List<Placed> placed, Function<Placed, Object> value) {
        return placed.stream().map(value).toArray();
    }

    private <T> T read(String body, Class<T> type) {
        try {
            return json.readValue(body, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a kept selection that can't be read", e);
        }
    }

    private String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("a selection that can't be written", e);
        }
    }
}
