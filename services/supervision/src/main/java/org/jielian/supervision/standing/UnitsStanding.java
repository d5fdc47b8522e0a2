package org.jielian.supervision.standing;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import org.jielian.foundation.access.Access;
import org.jielian.foundation.paging.Cursor;
import org.jielian.foundation.paging.Page;

/** Which of a region's direct units have taken note of what the region issued. */
@Singleton
class UnitsStanding {
    private static final String FROM = """
             from known_unit u left join acknowledgement k on k.unit_code = u.code and k.release = ?2
            where u.region_code = ?1 and u.closed_from is null""";

    @Inject
    EntityManager em;

    @Inject
    Access access;

    /** A unit; {@code acknowledgedAt} is {@code null} until somebody of it took note. */
    record Row(String unitCode, String name, Instant acknowledgedAt, String acknowledgedBy) {}

    /**
     * The units that hang directly on a region.
     *
     * @param release key of the region's own release
     */
    @Transactional
    Page<Row> of(String region, String release, String cursor, int limit) {
        access.requireSees(region);
        Cursor after = Cursor.decode(cursor);
        List<?> found = em.createNativeQuery(
                        "select u.code, u.name, k.at, k.who" + FROM + " and u.code > ?3 order by u.code limit ?4")
                .setParameter(1, region)
                .setParameter(2, release)
                .setParameter(3, after == null ? "" : after.code())
                .setParameter(4, limit + 1)
                .getResultList();
        List<Row> rows = found.stream()
                .map(row -> (Object[]) row)
                .map(r -> new Row((String) r[0], (String) r[1], (Instant) r[2], (String) r[3]))
                .toList();
        boolean more = rows.size() > limit;
        if (more) rows = rows.subList(0, limit);
        long total = ((Number) em.createNativeQuery("select count(*)" + FROM)
                        .setParameter(1, region)
                        .setParameter(2, release)
                        .getSingleResult())
                .longValue();
        return new Page<>(rows, more ? new Cursor("", rows.get(limit - 1).unitCode()).encoded() : null, total);
    }
}
