package org.jielian.supervision.honours;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jielian.foundation.access.Access;
import org.jielian.foundation.paging.Cursor;
import org.jielian.foundation.paging.Page;

/** Selections, and pages of their lines; row-level security decides what is found. */
@Singleton
class ListingHonours {
    private static final String FROM = """
             from honour_line l where l.selection_id = ?1 and (cast(?2 as text) is null or l.outcome = ?2)
              and (cast(?3 as text) is null or l.type = ?3) and (cast(?4 as text) is null or starts_with(l.path, ?4))
              and (cast(?5 as text) is null or strpos(l.body #>> '{candidate,name}', ?5) > 0 or starts_with(l.unit_code, ?5))
              and (cast(?6 as text) is null or exists (
                  select from jsonb_array_elements(l.body -> 'reasons') r where r ->> 'why' = ?6))""";

    @Inject
    EntityManager em;

    @Inject
    Access access;

    @Inject
    Selections selections;

    /** One selection. */
    record Head(
            UUID id,
            HonourKind kind,
            String region,
            int year,
            String standardCode,
            HonourState state,
            int chosen,
            int ranked,
            int excluded,
            Instant changedAt) {}

    private record Row(Placed placed, String rank) {}

    /** Selections of regions at, below and above a region, the last first; of those above only what is published. */
    @Transactional
    List<Head> heads(String region, String kind, Integer year) {
        List<?> rows = em.createNativeQuery("""
                        select id, kind, region, year, standard_code, state, chosen, ranked, excluded, changed_at from honour_selection
                        where (starts_with(path, ?1) or starts_with(?1, path)) and (cast(?2 as text) is null or kind = ?2)
                          and (cast(?3 as int) is null or year = ?3) and state <> 'DISCARDED' order by changed_at desc""")
                .setParameter(1, access.requireSees(region))
                .setParameter(2, kind == null || kind.isBlank() ? null : kind)
                .setParameter(3, year)
                .getResultList();
        return rows.stream()
                .map(row -> (Object[]) row)
                .map(r -> new Head(
                        (UUID) r[0],
                        HonourKind.valueOf((String) r[1]),
                        (String) r[2],
                        ((Number) r[3]).intValue(),
                        (String) r[4],
                        HonourState.valueOf((String) r[5]),
                        ((Number) r[6]).intValue(),
                        ((Number) r[7]).intValue(),
                        ((Number) r[8]).intValue(),
                        (Instant) r[9]))
                .toList();
    }

    @Transactional
    Page<Placed> page(UUID selection, HonourQuery asked) {
        selections.require(selection);
        int limit = Page.limit(asked.limit);
        List<Row> rows = rows(selection, asked, Cursor.decode(asked.cursor), limit + 1);
        String next = null;
        if (rows.size() > limit) {
            rows = rows.subList(0, limit);
            Row last = rows.get(limit - 1);
            next = new Cursor(last.rank(), key(last.placed())).encoded();
        }
        long total = ((Number) parameters(em.createNativeQuery("select count(*)" + FROM), selection, asked)
                        .getSingleResult())
                .longValue();
        return new Page<>(rows.stream().map(Row::placed).toList(), next, total);
    }

    /** All of them, for a file. */
    @Transactional
    List<Placed> all(UUID selection, HonourQuery asked) {
        selections.require(selection);
        return rows(selection, asked, null, Integer.MAX_VALUE).stream()
                .map(Row::placed)
                .toList();
    }

    private static String key(Placed p) {
        return p.candidate().type() + "/" + p.candidate().unit();
    }

    private List<Row> rows(UUID selection, HonourQuery asked, Cursor after, int limit) {
        String rank = asked.rank();
        String code = "l.type || '/' || l.unit_code";
        String beyond = asked.codesDescend() ? "<" : ">";
        List<?> rows = parameters(
                        em.createNativeQuery("select cast(l.body as text), cast(" + rank + " as text)" + FROM
                                + " and (cast(?7 as text) is null or (" + rank + ", " + code + ") " + beyond
                                + " (cast(?8 as numeric), ?7)) order by " + rank + ", " + code
                                + (asked.codesDescend() ? " desc" : "") + " limit ?9"),
                        selection,
                        asked)
                .setParameter(7, after == null ? null : after.code())
                .setParameter(8, after == null ? "0" : after.after())
                .setParameter(9, limit)
                .getResultList();
        return rows.stream()
                .map(row -> (Object[]) row)
                .map(r -> new Row(selections.line((String) r[0]), (String) r[1]))
                .toList();
    }

    private Query parameters(Query query, UUID selection, HonourQuery asked) {
        boolean everywhere = asked.region == null || asked.region.isBlank();
        return query.setParameter(1, selection)
                .setParameter(2, asked.outcome())
                .setParameter(3, asked.type())
                .setParameter(4, everywhere ? null : access.requireSees(asked.region))
                .setParameter(5, asked.q())
                .setParameter(6, asked.why());
    }

    /** What became of a unit in a selection that was published. */
    record OfUnit(
            UUID selection,
            HonourKind kind,
            String region,
            int year,
            Instant publishedAt,
            Rule rule,
            String release,
            Placed line) {}

    /** Published lines of a unit, the last year first. */
    @Transactional
    List<OfUnit> ofUnit(String unit) {
        access.requireSees(unit);
        List<?> rows = em.createNativeQuery("""
                        select cast(l.body as text), cast(s.body as text) from honour_line l join honour_selection s on s.id = l.selection_id
                        where l.unit_code = ?1 and l.published order by s.year desc, s.kind, s.id""").setParameter(1, unit).getResultList();
        return rows.stream()
                .map(row -> (Object[]) row)
                .map(r -> ofUnit(selections.line((String) r[0]), selections.selection((String) r[1])))
                .toList();
    }

    private static OfUnit ofUnit(Placed line, Selection s) {
        return new OfUnit(s.id, s.kind, s.region, s.year, s.publishedAt, s.rule, s.release, line);
    }
}
