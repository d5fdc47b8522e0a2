package org.jielian.supervision.cascade;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import org.jielian.contracts.AdoptionState;
import org.jielian.contracts.AdoptionState.Answer;
import org.jielian.foundation.access.Access;
import org.jielian.foundation.paging.Cursor;
import org.jielian.foundation.paging.Page;

/** Pages of what reached a region. */
@Singleton
class ListingAdoptions {
    private static final String FROM = """
             from adoption a join standard_release r on a.release = r.region_code || '/' || r.standard_code || '/' || r.number
            where a.region_code = ?1 and (cast(?2 as text) is null or a.answer = ?2) and (not ?3 or a.conflicts > 0)""";
    /** What waits comes first, then the latest. */
    private static final String PLACE =
            "(case a.answer when 'OPEN' then '1' else '0' end || to_char(a.delivered_at at time zone 'UTC',"
                    + " 'YYYY-MM-DD\"T\"HH24:MI:SS.US'))";

    @Inject
    EntityManager em;

    @Inject
    Access access;

    /** One release that reached the region. */
    public record Line(AdoptionState adoption, String name, String status, LocalDate effectiveFrom) {}

    private record Row(Line line, String place) {}

    @Transactional
    Page<Line> page(String region, Answer answer, boolean conflicts, String cursor, int limit) {
        access.requireSees(region);
        List<Row> rows = rows(region, answer, conflicts, Cursor.decode(cursor), limit + 1);
        String next = null;
        if (rows.size() > limit) {
            rows = rows.subList(0, limit);
            Row last = rows.get(limit - 1);
            next = new Cursor(last.place(), last.line().adoption().release()).encoded();
        }
        long total = ((Number) parameters(em.createNativeQuery("select count(*)" + FROM), region, answer, conflicts)
                        .getSingleResult())
                .longValue();
        return new Page<>(rows.stream().map(Row::line).toList(), next, total);
    }

    private List<Row> rows(String region, Answer answer, boolean conflicts, Cursor after, int limit) {
        String columns = "a." + Adoptions.COLUMNS.replace(", ", ", a.");
        var query = em.createNativeQuery("select " + columns
                + ", r.state #>> '{name,zh}', r.status, r.effective_from, " + PLACE + FROM
                + " and (cast(?4 as text) is null or (" + PLACE + ", a.release) < (?4, ?5))"
                + " order by " + PLACE + " desc, a.release desc limit ?6");
        List<?> rows = parameters(query, region, answer, conflicts)
                .setParameter(4, after == null ? null : after.after())
                .setParameter(5, after == null ? "" : after.code())
                .setParameter(6, limit)
                .getResultList();
        return rows.stream().map(row -> row((Object[]) row)).toList();
    }

    private static jakarta.persistence.Query parameters(
            jakarta.persistence.Query query, String region, Answer answer, boolean conflicts) {
        return query.setParameter(1, region)
                .setParameter(2, answer == null ? null : answer.name())
                .setParameter(3, conflicts);
    }

    private static Row row(Object[] r) {
        AdoptionState adoption = Adoptions.state(r);
        Line line = new Line(adoption, (String) r[14], (String) r[15], LocalDate.parse(r[16].toString()));
        return new Row(line, (String) r[17]);
    }
}
