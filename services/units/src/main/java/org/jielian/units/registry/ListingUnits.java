package org.jielian.units.registry;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.sql.Date;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jielian.contracts.InstitutionType;
import org.jielian.contracts.UnitKind;
import org.jielian.contracts.UnitLevel;
import org.jielian.contracts.UnitState.Heating;
import org.jielian.foundation.access.Access;
import org.jielian.foundation.paging.Cursor;
import org.jielian.foundation.paging.Page;

/** Finds institutions within the caller's scope, page by page. */
@ApplicationScoped
class ListingUnits {
    /** The names of regions are looked up for the rows of the page only. */
    private static final String PAGE = """
            select u.code, u.name, u.type, u.region_code, r.name as region_name, u.floor_area, u.headcount, u.has_canteen,
                   u.heating, u.since, u.closed_from, u.version, u.kind, u.level, cast(%1$s as text) as sorted_by
            from (select u.* from unit u%2$s%3$s limit :limit) u join region r on r.code = u.region_code%3$s""";

    @Inject
    EntityManager em;

    @Inject
    Access access;

    @Inject
    Clock clock;

    @Transactional
    Page<UnitView> page(UnitQuery query) {
        return page(query, query.cursor, Page.limit(query.limit));
    }

    Page<UnitView> page(UnitQuery query, String encodedCursor, int limit) {
        Map<String, Object> values = new HashMap<>();
        String where = where(query, values);
        long total = ((Number) bind(em.createNativeQuery("select count(*) from unit u" + where), values)
                        .getSingleResult())
                .longValue();
        UnitOrder order = query.order();
        Cursor cursor = Cursor.decode(encodedCursor);
        String after = "";
        if (cursor != null) {
            after = order.afterCursor();
            values.put("after", order.after(cursor));
            values.put("afterCode", cursor.code());
        }
        values.put("limit", limit + 1);
        String sql = PAGE.formatted(order.sql(), where + after, order.orderBy());
        List<?> rows = bind(em.createNativeQuery(sql), values).getResultList();
        boolean more = rows.size() > limit;
        String next = null;
        if (more) {
            Object[] last = (Object[]) rows.get(limit - 1);
            next = new Cursor((String) last[14], (String) last[0]).encoded();
        }
        return new Page<>(
                rows.stream().limit(limit).map(row -> view((Object[]) row)).toList(), next, total);
    }

    private String where(UnitQuery query, Map<String, Object> values) {
        boolean wholeScope = query.region == null || query.region.isBlank();
        String path = wholeScope ? access.scopePath() : access.requireSees(query.region);
        StringBuilder where = new StringBuilder(" where u.path >= :path and u.path < :pathEnd");
        values.put("path", path);
        values.put("pathEnd", path.isEmpty() ? "" : PathRange.end(path));
        if (query.direct && !wholeScope) {
            where.append(" and u.region_code = :region");
            values.put("region", query.region);
        }
        if (query.search != null && !query.search.isBlank()) {
            where.append(" and (strpos(u.name, :search) > 0 or starts_with(u.code, :codeSearch))");
            values.put("search", query.search.strip());
            values.put("codeSearch", query.search.strip().toUpperCase(Locale.ROOT));
        }
        if (query.wantedType() != null) {
            where.append(" and u.type = :type");
            values.put("type", query.wantedType().name());
        }
        if (query.wantedStatus() != null) {
            where.append(" and coalesce(u.closed_from <= :today, false) = :closed");
            values.put("today", LocalDate.now(clock));
            values.put("closed", query.wantedStatus() == UnitQuery.Status.CLOSED);
        }
        return where.toString();
    }

    private static Query bind(Query query, Map<String, Object> values) {
        values.forEach(query::setParameter);
        return query;
    }

    private static UnitView view(Object[] r) {
        return new UnitView(
                (String) r[0],
                (String) r[1],
                InstitutionType.valueOf((String) r[2]),
                (String) r[3],
                (String) r[4],
                (BigDecimal) r[5],
                ((Number) r[6]).intValue(),
                (Boolean) r[7],
                Heating.valueOf((String) r[8]),
                month(r[9]),
                month(r[10]),
                ((Number) r[11]).longValue(),
                r[12] == null ? null : UnitKind.valueOf((String) r[12]),
                r[13] == null ? null : UnitLevel.valueOf((String) r[13]),
                null,
                null);
    }

    private static YearMonth month(Object date) {
        if (date == null) return null;
        return YearMonth.from(date instanceof Date sql ? sql.toLocalDate() : (LocalDate) date);
    }
}
