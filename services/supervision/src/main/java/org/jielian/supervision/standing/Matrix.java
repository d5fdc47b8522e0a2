package org.jielian.supervision.standing;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jielian.foundation.access.Access;
import org.jielian.foundation.paging.Listing;
import org.jielian.foundation.paging.Order;
import org.jielian.foundation.paging.Page;

/** How far one release has come in the regions below, as their own facts tell it. */
@Singleton
class Matrix {
    /** Of several releases of one origin that reached a region in turn, the last that still counts. */
    private static final String BELOW = """
            with reached as (
                select distinct on (region_code) * from adoption where origin = :origin
                order by region_code, (answer = 'VOID'), delivered_at desc
            ), below as (
                select r.code, r.name, r.tier, r.path, coalesce(a.answer, 'UNDELIVERED') as state, a.release, a.due, a.own, a.conflicts,
                       a.delivered_at, a.read_at, a.read_by, a.answered_at, a.answered_by, a.applied_at
                from known_region r left join reached a on a.region_code = r.code
                where starts_with(r.path, :path) and r.path <> :path and r.closed_from is null
                  and (:all or r.path = :path || r.code || '/')
            )
            """;

    private static final String COLUMNS =
            "code, name, tier, state, release, due, own, conflicts, delivered_at, read_at, read_by, answered_at, answered_by, applied_at";

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
        Page<Row> page = listing(path, asked).page(asked.cursor, asked.limit, Matrix::row);
        return new Standing(asked.origin(), counts(path, asked), page.items(), page.next(), page.total());
    }

    /** All rows, for a file. */
    @Transactional
    List<Row> all(String region, StandingQuery asked) {
        return listing(access.requireSees(region), asked).all(Matrix::row);
    }

    private Listing listing(String path, StandingQuery asked) {
        String from = " from below where (cast(:state as text) is null or state = :state)";
        return Listing.of(em, BELOW, COLUMNS, from, Order.byKey("code", false))
                .set("path", path)
                .set("origin", asked.origin())
                .set("all", asked.all)
                .set("state", asked.state());
    }

    private Counts counts(String path, StandingQuery asked) {
        Object[] c = (Object[]) em.createNativeQuery(BELOW + """
                        select count(*), count(delivered_at), count(read_at), count(*) filter (where state = 'CONFIRMED'),
                               count(*) filter (where state = 'LOCALISED'), count(*) filter (where state = 'INHERITED'),
                               count(applied_at) filter (where state <> 'VOID'), count(*) filter (where conflicts > 0)
                        from below""")
                .setParameter("path", path)
                .setParameter("origin", asked.origin())
                .setParameter("all", asked.all)
                .getSingleResult();
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
