package org.jielian.metrics.reporting;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jielian.foundation.access.Access;
import org.jielian.foundation.paging.Cursor;
import org.jielian.foundation.paging.Page;

/** Lists the units below a region with what they have reported in a year. */
@Singleton
class WhoHasReported {
    @Inject
    EntityManager em;

    @Inject
    Access access;

    @Inject
    MonthsOfUnits months;

    @Transactional
    Page<ReportingView> page(String region, ReportingQuery query) {
        String path = access.requireSees(region);
        Map<String, Object> values = new HashMap<>();
        String where = where(region, path, query, values);
        long total = ((Number) bind(em.createNativeQuery("select count(*) from known_unit u" + where), values)
                        .getSingleResult())
                .longValue();
        List<Object[]> rows = rows(query, where, values);
        int limit = Page.limit(query.limit);
        String next = rows.size() > limit
                ? new Cursor((String) rows.get(limit - 1)[5], (String) rows.get(limit - 1)[0]).encoded()
                : null;
        List<Object[]> shown = rows.subList(0, Math.min(limit, rows.size()));
        Map<String, List<ReportingView.Month>> reported =
                months.of(shown.stream().map(r -> (String) r[0]).toList(), query.year());
        List<ReportingView> items = new ArrayList<>(shown.size());
        for (Object[] r : shown) {
            items.add(new ReportingView(
                    (String) r[0], (String) r[1], (String) r[2], (String) r[3], (String) r[4], reported.get((String)
                            r[0])));
        }
        return new Page<>(items, next, total);
    }

    private List<Object[]> rows(ReportingQuery query, String where, Map<String, Object> values) {
        return rows(em, "u.code, u.name, u.type, u.region_code, r.name as region_name", "", query, where, values);
    }

    /** Units in the order asked for, one more than the page holds; what the order goes by stands in the last column. */
    @SuppressWarnings("unchecked")
    static List<Object[]> rows(
            EntityManager em,
            String columns,
            String joins,
            ReportingQuery query,
            String where,
            Map<String, Object> values) {
        Cursor cursor = Cursor.decode(query.cursor);
        String after = "";
        String direction = query.descending() ? " desc" : "";
        if (cursor != null) {
            after = " and (%s, u.code) %s (cast(:after as text), cast(:afterCode as text))"
                    .formatted(query.order(), query.descending() ? "<" : ">");
            values.put("after", cursor.after());
            values.put("afterCode", cursor.code());
        }
        String sql =
                "select %s, cast(%s as text) as sorted_by from known_unit u join known_region r on r.code = u.region_code%s%s%s"
                        + " order by %s%s, u.code%s";
        return bind(
                        em.createNativeQuery(sql.formatted(
                                columns, query.order(), joins, where, after, query.order(), direction, direction)),
                        values)
                .setMaxResults(Page.limit(query.limit) + 1)
                .getResultList();
    }

    static String where(String region, String path, ReportingQuery query, Map<String, Object> values) {
        StringBuilder where = new StringBuilder(" where starts_with(u.path, :path)");
        values.put("path", path);
        if (query.direct) {
            where.append(" and u.region_code = :region");
            values.put("region", region);
        }
        if (query.search != null && !query.search.isBlank()) {
            where.append(" and (strpos(u.name, :search) > 0 or starts_with(u.code, upper(:search)))");
            values.put("search", query.search.strip());
        }
        if (query.type() != null) {
            where.append(" and u.type = :type");
            values.put("type", query.type().name());
        }
        if (query.missing() != null) {
            where.append("""
                     and exists (select from unit_belonging b where b.unit_code = u.code
                        and b.from_month <= :missing and :missing < b.to_month)
                     and not exists (select from report p where p.unit_code = u.code and p.period = :missing
                        and p.status <> 'WITHDRAWN')""");
            values.put("missing", query.missing().toString());
        }
        return where.toString();
    }

    static Query bind(Query query, Map<String, Object> values) {
        values.forEach(query::setParameter);
        return query;
    }
}
