package org.jielian.supervision.evaluation;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jielian.contracts.StandardPackage.Bound;
import org.jielian.contracts.StandardPackage.Indicator;
import org.jielian.foundation.access.Access;
import org.jielian.foundation.paging.Cursor;
import org.jielian.foundation.paging.Page;
import org.jielian.supervision.evaluation.Result.Figure;

/** Pages of units and one figure of each; units without a value come last. */
@Singleton
class ListingResults {
    private static final String FROM = """
             from result r join known_unit u on u.code = r.node
            where r.is_unit and starts_with(r.path, ?1) and r.standard_code = ?2 and r.year = ?3
              and (cast(?5 as text) is null or coalesce(r.bands ->> ?4, 'NONE') = ?5)
              and (cast(?6 as text) is null or strpos(u.name, ?6) > 0 or starts_with(u.code, ?6))""";
    private static final String AMOUNT = "cast(r.amounts ->> ?4 as numeric)";

    @Inject
    EntityManager em;

    @Inject
    Access access;

    @Inject
    Results results;

    /** One unit's figure; see {@link Figure}. */
    record Line(
            String unitCode,
            String name,
            String regionCode,
            String type,
            BigDecimal value,
            String unit,
            Band band,
            Map<Bound, BigDecimal> bounds,
            String quota,
            Missing missing,
            boolean provisional,
            long monthsExpected,
            long monthsReported,
            String release) {}

    @Transactional
    Page<Line> page(ResultsQuery asked) {
        String path = access.requireSees(asked.region());
        int limit = Page.limit(asked.limit);
        List<Line> lines = lines(path, asked, Cursor.decode(asked.cursor), limit + 1);
        String next = null;
        if (lines.size() > limit) {
            lines = lines.subList(0, limit);
            Line last = lines.get(limit - 1);
            String value = last.value() == null ? "" : last.value().toPlainString();
            next = new Cursor(value, last.unitCode()).encoded();
        }
        long total = ((Number) parameters(em.createNativeQuery("select count(*)" + FROM), path, asked)
                        .getSingleResult())
                .longValue();
        return new Page<>(lines, next, total);
    }

    /** All lines, for a file. */
    @Transactional
    List<Line> all(ResultsQuery asked) {
        return lines(access.requireSees(asked.region()), asked, null, Integer.MAX_VALUE);
    }

    private List<Line> lines(String path, ResultsQuery asked, Cursor after, int limit) {
        boolean down = asked.descending();
        // without a value a unit stands behind all others, whichever way they are sorted
        String rank = "cast(0 as numeric)";
        if (asked.byValue()) rank = "coalesce(" + (down ? "-" : "") + AMOUNT + ", cast('Infinity' as numeric))";
        String codes = down && !asked.byValue() ? "desc" : "asc";
        String beyond = codes.equals("desc") ? "<" : ">";
        Query query = parameters(
                em.createNativeQuery("select r.node, u.name, u.type, cast(r.body as text)" + FROM
                        + " and (cast(?7 as text) is null or (" + rank
                        + ", r.node) " + beyond + " (cast(?8 as numeric), ?7)) order by " + rank + ", r.node " + codes
                        + " limit ?9"),
                path,
                asked);
        List<?> rows = query.setParameter(7, after == null ? null : after.code())
                .setParameter(8, place(after, asked))
                .setParameter(9, limit)
                .getResultList();
        return rows.stream().map(row -> line((Object[]) row, asked.indicator())).toList();
    }

    private static String place(Cursor after, ResultsQuery asked) {
        if (after == null || !asked.byValue()) return "0";
        if (after.after().isEmpty()) return "Infinity";
        return asked.descending() ? new BigDecimal(after.after()).negate().toPlainString() : after.after();
    }

    private static Query parameters(Query query, String path, ResultsQuery asked) {
        return query.setParameter(1, path)
                .setParameter(2, asked.standard())
                .setParameter(3, asked.year())
                .setParameter(4, asked.indicator().name())
                .setParameter(5, asked.band())
                .setParameter(6, asked.q());
    }

    private Line line(Object[] r, Indicator indicator) {
        Result result = results.read((String) r[3]);
        Figure f = result.figure(indicator);
        return new Line(
                (String) r[0],
                (String) r[1],
                result.regionCode(),
                (String) r[2],
                f == null ? null : f.value(),
                indicator.unit(),
                f == null ? null : f.band(),
                f == null ? null : f.bounds(),
                f == null ? null : f.quota(),
                f == null ? Missing.Code.NOT_COMPUTED.missing() : f.missing(),
                result.provisional(),
                result.monthsExpected(),
                result.monthsReported(),
                result.basis().release());
    }
}
