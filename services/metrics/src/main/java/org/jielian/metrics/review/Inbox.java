package org.jielian.metrics.review;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jielian.foundation.access.Access;
import org.jielian.foundation.paging.Cursor;
import org.jielian.foundation.paging.Page;

/** What waits for a region's review: what there is most to look at first, and among equals what weighs most in the region's total. */
@Singleton
class Inbox {
    private static final String COLUMNS = """
            select u.code, u.name, u.type, u.region_code, p.version, p.status, p.submitted_at, p.changed_at, p.changed_by,
                   cast(p.quantities as text) as quantities, p.headcount, p.floor_area, cast(p.remarks as text) as remarks,
                   cast(p.findings as text) as findings, cast(p.returned as text) as returned, p.counts_in_region,
                   k.risk, l.level, cast(k.parts as text) as parts, %s as energy
            from %s""";

    @Inject
    EntityManager em;

    @Inject
    Access access;

    @Inject
    Energy energy;

    @Inject
    ReadingLines reading;

    @Transactional
    Page<ReviewLine> page(String region, InboxQuery query) {
        String path = access.requireSees(region);
        Waiting waiting = Waiting.of(region, path, query);
        long total = ((Number) bind(em.createNativeQuery("select count(*) from " + waiting.sql()), waiting.values())
                        .getSingleResult())
                .longValue();
        int limit = Page.limit(query.limit);
        List<Object[]> rows = rows(query, waiting, limit);
        String next = rows.size() > limit ? cursor(rows.get(limit - 1)) : null;
        List<Object[]> shown = rows.subList(0, Math.min(limit, rows.size()));
        return new Page<>(reading.lines(region, query.period(), shown), next, total);
    }

    @SuppressWarnings("unchecked")
    private List<Object[]> rows(InboxQuery query, Waiting waiting, int limit) {
        InboxOrder order = query.order();
        Map<String, Object> values = new HashMap<>(waiting.values());
        String after = "";
        Cursor cursor = Cursor.decode(query.cursor);
        if (cursor != null) {
            int bar = cursor.after().lastIndexOf('|');
            after = " where " + order.after();
            values.put("first", cursor.after().substring(0, Math.max(0, bar)));
            values.put("second", cursor.after().substring(bar + 1));
            values.put("code", cursor.code());
        }
        String lines = COLUMNS.formatted(energy.sql(query.period().getYear()), waiting.sql());
        String sql =
                "select i.*, %s from (%s) as i%s order by %s".formatted(order.keys(), lines, after, order.clause());
        return bind(em.createNativeQuery(sql), values).setMaxResults(limit + 1).getResultList();
    }

    private static String cursor(Object[] row) {
        int keys = row.length - 2;
        return InboxOrder.cursor((String) row[keys], (String) row[keys + 1], (String) row[0])
                .encoded();
    }

    private static Query bind(Query query, Map<String, Object> values) {
        values.forEach(query::setParameter);
        return query;
    }
}
