package org.jielian.supervision.trial;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.hibernate.Session;
import org.jielian.contracts.StandardPackage;
import org.jielian.foundation.access.Access;
import org.jielian.foundation.access.Person;
import org.jielian.foundation.paging.Cursor;
import org.jielian.foundation.paging.Page;
import org.jielian.foundation.problems.CommonProblem;
import org.jielian.supervision.cascade.Carrying;
import org.jielian.supervision.standards.Drafting;
import org.jielian.supervision.standards.Drafts.Draft;
import org.jielian.supervision.standards.Releases;
import org.jielian.supervision.trial.Change.Effect;

/** Trials of drafts, kept until the draft is tried again, released or discarded; and what a release from above would do to a region. */
@Singleton
class Trials {
    private static final TypeReference<List<Affected>> SUMMARY = new TypeReference<>() {};
    private static final String CHANGES = """
             from trial_change where draft_id = ?1 and year = ?2 and (cast(?3 as text) is null or ?3 = any(lineage))
              and (cast(?4 as text) is null or indicator = ?4) and (cast(?5 as text) is null or effect = ?5)""";

    @Inject
    EntityManager em;

    @Inject
    ObjectMapper json;

    @Inject
    Drafting drafting;

    @Inject
    Releases releases;

    @Inject
    Carrying carrying;

    @Inject
    Trying trying;

    @Inject
    Access access;

    @Inject
    Person person;

    @Inject
    Clock clock;

    /**
     * A trial.
     *
     * @param draftVersion of the draft that was tried
     * @param outdated whether the draft was changed since
     * @param units units that were evaluated
     */
    record View(
            UUID draft,
            long draftVersion,
            boolean outdated,
            int year,
            int units,
            List<Affected> summary,
            Instant triedAt,
            String triedBy) {}

    /** What a release from above would do to a region: who would newly fail there. */
    record Effects(int year, List<Affected> summary, List<Change> items) {}

    /** Tries the draft on the reports of a year as they are now. */
    @Transactional
    View run(UUID id, int year) {
        Draft draft = drafting.look(id);
        String path = access.requireActs(draft.regionCode());
        Trying.Outcome outcome = trying.of(
                draft.regionCode(), path, draft.standardCode(), draft.body().content(), year);
        keep(draft, path, year, outcome);
        return of(id, year);
    }

    private void keep(Draft draft, String path, int year, Trying.Outcome outcome) {
        em.createNativeQuery("delete from trial where draft_id = ?1 and year = ?2")
                .setParameter(1, draft.id())
                .setParameter(2, year)
                .executeUpdate();
        em.createNativeQuery("""
                        insert into trial (draft_id, year, draft_version, path, units, summary, tried_at, tried_by)
                        values (?1, ?2, ?3, ?4, ?5, cast(?6 as jsonb), ?7, ?8)""")
                .setParameter(1, draft.id())
                .setParameter(2, year)
                .setParameter(3, draft.version())
                .setParameter(4, path)
                .setParameter(5, outcome.units())
                .setParameter(6, write(outcome.summary()))
                .setParameter(7, clock.instant())
                .setParameter(8, person.name())
                .executeUpdate();
        List<Change> changes = outcome.changes();
        em.unwrap(Session.class).doWork(connection -> {
            try (var insert = connection.prepareStatement("""
                    insert into trial_change (draft_id, year, place, path, unit_code, region_code, indicator, effect, lineage, body)
                    select ?, ?, t.place, ?, t.unit_code, t.region_code, t.indicator, t.effect, string_to_array(t.lineage, '/'),
                           t.body::jsonb
                    from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[]) with ordinality
                        as t (unit_code, region_code, indicator, effect, lineage, body, place)""")) {
                insert.setObject(1, draft.id());
                insert.setInt(2, year);
                insert.setString(3, path);
                Object[][] columns = {
                    changes.stream().map(Change::unitCode).toArray(),
                    changes.stream().map(Change::regionCode).toArray(),
                    changes.stream().map(c -> c.indicator().name()).toArray(),
                    changes.stream().map(c -> c.effect().name()).toArray(),
                    outcome.lineages().stream().map(l -> String.join("/", l)).toArray(),
                    changes.stream().map(this::write).toArray()
                };
                for (int i : IntStream.range(0, columns.length).toArray())
                    insert.setArray(4 + i, connection.createArrayOf("text", columns[i]));
                insert.executeUpdate();
            }
        });
    }

    @Transactional
    View of(UUID id, int year) {
        Draft draft = drafting.look(id);
        List<?> rows = em.createNativeQuery("""
                        select draft_version, units, cast(summary as text), tried_at, tried_by from trial
                        where draft_id = ?1 and year = ?2""")
                .setParameter(1, id)
                .setParameter(2, year)
                .getResultList();
        if (rows.isEmpty()) {
            throw CommonProblem.NOT_FOUND.because("草稿尚未按 %s 年数据试算", "the draft has not been tried on %s", year);
        }
        Object[] r = (Object[]) rows.get(0);
        long tried = ((Number) r[0]).longValue();
        return new View(
                id,
                tried,
                tried != draft.version(),
                year,
                ((Number) r[1]).intValue(),
                read((String) r[2], SUMMARY),
                (Instant) r[3],
                (String) r[4]);
    }

    @Transactional
    Page<Change> changes(UUID id, int year, String region, String indicator, String effect, String cursor, int limit) {
        of(id, year);
        Cursor after = Cursor.decode(cursor);
        List<?> rows = parameters(
                        em.createNativeQuery("select place, cast(body as text)" + CHANGES
                                + " and place > ?6 order by place limit ?7"),
                        id,
                        year,
                        region,
                        indicator,
                        effect)
                .setParameter(6, place(after))
                .setParameter(7, limit + 1)
                .getResultList();
        boolean more = rows.size() > limit;
        if (more) rows = rows.subList(0, limit);
        String next = more ? new Cursor("", ((Object[]) rows.get(limit - 1))[0].toString()).encoded() : null;
        long total = ((Number) parameters(
                                em.createNativeQuery("select count(*)" + CHANGES), id, year, region, indicator, effect)
                        .getSingleResult())
                .longValue();
        List<Change> items = rows.stream()
                .map(row -> read((String) ((Object[]) row)[1], new TypeReference<Change>() {}))
                .toList();
        return new Page<>(items, next, total);
    }

    private static int place(Cursor after) {
        if (after == null) return 0;
        try {
            return Integer.parseInt(after.code());
        } catch (NumberFormatException e) {
            throw CommonProblem.INVALID.because("cursor 无效：%s", "the cursor is not one of ours: %s", after.code());
        }
    }

    private static Query parameters(Query query, UUID id, int year, String region, String indicator, String effect) {
        return query.setParameter(1, id)
                .setParameter(2, year)
                .setParameter(3, region)
                .setParameter(4, indicator)
                .setParameter(5, effect);
    }

    /** For a release from above as it would hold in the region if nothing is added to it. */
    @Transactional
    Effects effects(String region, String release, int year) {
        String path = access.requireSees(region);
        var above = releases.require(release);
        StandardPackage content =
                carrying.to(above.content(), above.standardCode(), region).content();
        Trying.Outcome outcome = trying.of(region, path, above.standardCode(), content, year);
        return new Effects(
                year,
                outcome.summary(),
                outcome.changes().stream()
                        .filter(change -> change.effect() == Effect.NEWLY_ABOVE)
                        .toList());
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
