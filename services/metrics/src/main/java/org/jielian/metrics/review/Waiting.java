package org.jielian.metrics.review;

import java.util.HashMap;
import java.util.Map;

/**
 * The reports of a month and a part of the tree with their risk, as the part of a query that follows its {@code from}; the unit is
 * {@code u}, its report {@code p}, its risk {@code k}.
 */
record Waiting(String sql, Map<String, Object> values) {
    private static final String RISK = """
             cross join lateral (
                select coalesce(sum(w.points), 0) as risk,
                       coalesce(jsonb_agg(jsonb_build_object('rule', f ->> 'rule', 'field', f ->> 'field',
                           'explained', w.explained, 'points', w.points) order by w.points desc, f ->> 'rule'), cast('[]' as jsonb)) as parts
                from jsonb_array_elements(p.findings) as f
                join review_weight w on w.severity = f ->> 'severity'
                    and w.explained = coalesce(jsonb_exists_any(p.remarks -> 'explanations', array[f ->> 'field', '*']), false)) as k
             cross join lateral (
                select level from review_level where from_points <= k.risk order by from_points desc limit 1) as l""";

    static Waiting of(String region, String path, InboxQuery query) {
        Map<String, Object> values = new HashMap<>();
        StringBuilder where = new StringBuilder(" where p.period = :period");
        values.put("period", query.period().toString());
        if (query.below) {
            where.append(" and starts_with(u.path, :path)");
            values.put("path", path);
        } else {
            where.append(" and u.region_code = :region");
            values.put("region", region);
        }
        if (query.state() != null) {
            where.append(" and p.status = :state");
            values.put("state", query.state().name());
        }
        if (query.risk() != null) {
            where.append(" and l.level = :risk");
            values.put("risk", query.risk());
        }
        if (query.search != null && !query.search.isBlank()) {
            where.append(" and (strpos(u.name, :search) > 0 or starts_with(u.code, upper(:search)))");
            values.put("search", query.search.strip());
        }
        return new Waiting("known_unit u join report p on p.unit_code = u.code " + RISK + where, values);
    }
}
