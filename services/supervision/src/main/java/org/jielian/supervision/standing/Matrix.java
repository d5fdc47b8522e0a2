package org.jielian.supervision.standing;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jielian.foundation.access.Access;
import org.jielian.foundation.paging.Cursor;
import org.jielian.foundation.paging.Page;

/** How far one release has come in the regions below, as their own facts tell it. */
@Singleton
class Matrix {
    /** Of several releases of one origin that reached a region in turn, the last that still counts. */
    private static final String ROWS = """
            with reached as (
                select distinct on (region_code) * from adoption where origin = ?2
                order by region_code, (answer = 'VOID'), delivered_at desc
            ), below as (
                select r.code, r.name, r.tier, r.path, coalesce(a.answer, 'UNDELIVERED') as state, a.release, a.due, a.own, a.conflicts,
                       a.delivered_at, a.read_at, a.read_by, a.answered_at, a.answered_by, a.applied_at
                from known_region r left join reached a on a.region_code = r.code
                where starts_with(r.path, ?1) and r.path <> ?1 and r.closed_from is null
                  and (?3 or r.path = ?1 || r.code || '/')
            )
            """;

    @Inject
    EntityManager em;

    @Inject
    Access access;

    /**
     * One region below.
     *
     * @param state {@code UNDELIVERED} as long as nothing was told of it, then what the region answered
     * @param conflicts how many of the region's own values wait for a person
     */
    record Row(
            String regionCode,
            String name,
            String tier,
            String state,
            String release,
            LocalDate due,
            String own,
            int conflicts,
            Instant deliveredAt,
            Instant readAt,
            String readBy,
            Instant answeredAt,
            String answeredBy,
            Instant appliedAt) {}

    /** How many regions below have come how far. */
    record Counts(
            long regions,
            long delivered,
            long read,
            long confirmed,
            long localised,
            long inherited,
            long applied,
            long conflicts) {}

    /** The matrix of one page, and the counts of all pages. */
    record Standing(String origin, Counts counts, List<Row> items, String next, long total) {}

    @Transactional
    Standing of(String region, StandingQuery asked) {
        String path = access.requireSees(region);
        Page<Row> page = page(path, asked, Page.limit(asked.limit));
        return new Standing(asked.origin(), counts(path, asked), page.items(), page.next(), page.total());
    }

    /** All rows, for a file. */
    @Transactional
    List<Row> all(String region, StandingQuery asked) {
        return rows(access.requireSees(region), asked, null, Integer.MAX_VALUE);
    }

    private Page<Row> page(String path, StandingQuery asked, int limit) {
        List<Row> rows = rows(path, asked, Cursor.decode(asked.cursor), limit + 1);
        String next = null;
        if (rows.size() > limit) {
            rows = rows.subList(0, limit);
            next = new Cursor("", rows.get(limit - 1).regionCode()).encoded();
        }
        long total = ((Number) state(
                                query(
                                        ROWS
                                                + "select count(*) from below where (cast(?4 as text) is null or state = ?4)",
                                        path,
                                        asked),
                                asked)
                        .getSingleResult())
                .longValue();
        return new Page<>(rows, next, total);
    }

    private List<Row> rows(String path, StandingQuery asked, Cursor after, int limit) {
        Query query = query(ROWS + """
                select code, name, tier, state, release, due, own, conflicts, delivered_at, read_at, read_by, answered_at, answered_by,
                       applied_at
                from below where (cast(?4 as text) is null or state = ?4) and code > ?5 order by code limit ?6""", path, asked);
        List<?> rows = state(query, asked)
                .setParameter(5, after == null ? "" : after.code())
                .setParameter(6, limit)
                .getResultList();
        return rows.stream().map(row -> row((Object[]) row)).toList();
    }

    private Query query(String sql, String path, StandingQuery asked) {
        return em.createNativeQuery(sql)
                .setParameter(1, path)
                .setParameter(2, asked.origin())
                .setParameter(3, asked.all);
    }

    private static Query state(Query query, StandingQuery asked) {
        return query.setParameter(4, asked.state());
    }

    private Counts counts(String path, StandingQuery asked) {
        Object[] c = (Object[]) query(ROWS + """
                        select count(*), count(delivered_at), count(read_at), count(*) filter (where state = 'CONFIRMED'),
                               count(*) filter (where state = 'LOCALISED'), count(*) filter (where state = 'INHERITED'),
                               count(applied_at) filter (where state <> 'VOID'), count(*) filter (where conflicts > 0)
                        from below""", path, asked).getSingleResult();
        return new Counts(
                number(c[0]),
                number(c[1]),
                number(c[2]),
                number(c[3]),
                number(c[4]),
                number(c[5]),
                number(c[6]),
                number(c[7]));
    }

    private static long number(Object value) {
        return ((Number) value).longValue();
    }

    private static Row row(Object[] r) {
        return new Row(
                (String) r[0],
                (String) r[1],
                (String) r[2],
                (String) r[3],
                (String) r[4],
                r[5] == null ? null : LocalDate.parse(r[5].toString()),
                (String) r[6],
                r[7] == null ? 0 : ((Number) r[7]).intValue(),
                (Instant) r[8],
                (Instant) r[9],
                (String) r[10],
                (Instant) r[11],
                (String) r[12],
                (Instant) r[13]);
    }
}
