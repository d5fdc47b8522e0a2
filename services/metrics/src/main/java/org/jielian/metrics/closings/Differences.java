package org.jielian.metrics.closings;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jielian.contracts.InstitutionType;
import org.jielian.contracts.ReportState.Status;
import org.jielian.foundation.paging.Cursor;
import org.jielian.foundation.paging.Page;
import org.jielian.metrics.closings.Difference.Content;
import org.jielian.metrics.closings.Difference.Kind;
import org.jielian.metrics.closings.Difference.Revision;

/** Finds, report by report, what has changed in a month since it was closed. */
@Singleton
class Differences {
    private static final TypeReference<Map<String, BigDecimal>> AMOUNTS = new TypeReference<>() {};

    /** Revisions that say the same are none; what only says it with another version number, as after a change and back, is left out. */
    private static final String DIFFERENT = """
            with held as (
                select unit_code, version from closing_report where closing_id = :closing
            ), now as (
                select r.* from report r join region_ancestor a on a.region_code = r.counts_in_region
                    and a.from_month <= r.period and r.period < a.to_month
                where a.ancestor_code = :region and r.period = :period and r.status <> 'WITHDRAWN'
            ), different as (
                select unit_code, h.version as held_version, n.version as now_version
                from held h full join now n using (unit_code) where h.version is distinct from n.version
            ), compared as (
                select d.unit_code, v.status as held_status, v.counts_in_region as held_region, v.counts_in_type as held_type,
                       v.quantities as held_quantities, v.headcount as held_headcount, v.floor_area as held_area,
                       d.held_version, d.now_version, r.version as last_version, r.status, r.counts_in_region, r.counts_in_type,
                       r.quantities, r.headcount, r.floor_area, r.submitted_at, r.changed_at, r.changed_by
                from different d
                left join report_revision v on v.unit_code = d.unit_code and v.period = :period and v.version = d.held_version
                left join report r on r.unit_code = d.unit_code and r.period = :period
                where d.held_version is null or d.now_version is null
                   or (v.quantities, v.headcount, v.floor_area, v.counts_in_type, v.counts_in_region, v.status = 'ACCEPTED')
                      is distinct from (r.quantities, r.headcount, r.floor_area, r.counts_in_type, r.counts_in_region, r.status = 'ACCEPTED')
            )
            """;

    @Inject
    EntityManager em;

    @Inject
    ObjectMapper json;

    long count(Closing closing) {
        return ((Number) bind(em.createNativeQuery(DIFFERENT + "select count(*) from compared"), closing)
                        .getSingleResult())
                .longValue();
    }

    /** By unit code; with who changed it last since the closing, as far as the caller may see the unit's history. */
    Page<Difference> page(Closing closing, String after, Integer asked) {
        Cursor cursor = Cursor.decode(after);
        int limit = Page.limit(asked);
        var query = bind(em.createNativeQuery(DIFFERENT + """
                        select c.unit_code, u.name, c.held_version, c.held_status, c.held_region, c.held_type,
                            cast(c.held_quantities as text), c.held_headcount, c.held_area,
                            c.now_version, c.last_version, c.status, c.counts_in_region, c.counts_in_type,
                            cast(c.quantities as text), c.headcount, c.floor_area, c.submitted_at,
                            e.at, e.who, e.action, e.reason
                        from compared c left join known_unit u on u.code = c.unit_code
                        left join lateral (select * from audit_entry a where a.subject = 'report/' || c.unit_code || '/' || cast(:period as text)
                            and a.version > coalesce(c.held_version, 0) order by a.id desc limit 1) e on true
                        where c.unit_code collate "C" > :after order by c.unit_code collate "C" """), closing)
                .setParameter("after", cursor == null ? "" : cursor.code())
                .setMaxResults(limit + 1);
        List<Difference> found = ((List<?>) query.getResultList())
                .stream().map(row -> difference(closing, (Object[]) row)).toList();
        List<Difference> shown = found.subList(0, Math.min(limit, found.size()));
        String next = found.size() > limit ? new Cursor("", shown.get(limit - 1).unitCode()).encoded() : null;
        return new Page<>(shown, next, count(closing));
    }

    private static jakarta.persistence.Query bind(jakarta.persistence.Query query, Closing closing) {
        return query.setParameter("closing", closing.id())
                .setParameter("region", closing.regionCode())
                .setParameter("period", closing.period().toString());
    }

    private Difference difference(Closing closing, Object[] r) {
        Content before = r[2] == null ? null : content(r, 2, 3, 6);
        Content now = r[9] == null ? null : content(r, 9, 11, 14);
        Instant submittedAt = (Instant) r[17];
        var by = r[18] == null ? null : new Revision((Instant) r[18], (String) r[19], (String) r[20], (String) r[21]);
        return new Difference(
                (String) r[0], (String) r[1], kind(closing, before, now, (String) r[11], submittedAt), before, now, by);
    }

    private static Kind kind(Closing closing, Content before, Content now, String status, Instant submittedAt) {
        if (now == null) return Status.WITHDRAWN.name().equals(status) ? Kind.WITHDRAWN : Kind.MOVED_AWAY;
        if (before == null) return submittedAt.isBefore(closing.closedAt()) ? Kind.CAME_BACK : Kind.REPORTED_LATE;
        if (!before.saysTheSameAs(now)) return Kind.CORRECTED;
        return before.countsAs(now) ? Kind.REVIEWED : Kind.MOVED;
    }

    private Content content(Object[] r, int version, int status, int quantities) {
        return new Content(
                ((Number) r[version]).longValue(),
                Status.valueOf((String) r[status]),
                (String) r[status + 1],
                InstitutionType.valueOf((String) r[status + 2]),
                read((String) r[quantities]),
                (BigDecimal) r[quantities + 1],
                (BigDecimal) r[quantities + 2]);
    }

    private Map<String, BigDecimal> read(String quantities) {
        try {
            return new TreeMap<>(json.readValue(quantities, AMOUNTS));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a revision that can't be read", e);
        }
    }
}
