package org.jielian.supervision.evaluation;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jielian.contracts.StandardPackage.Bound;
import org.jielian.contracts.StandardPackage.Indicator;
import org.jielian.foundation.access.Access;
import org.jielian.foundation.paging.Listing;
import org.jielian.foundation.paging.Page;
import org.jielian.supervision.evaluation.Result.Figure;

/** Pages of units and one figure of each; units without a value come last. */
@Singleton
class ListingResults {
    private static final String FROM = """
             from result r join known_unit u on u.code = r.node
            where r.is_unit and starts_with(r.path, :path) and r.standard_code = :standard and r.year = :year
              and (cast(:band as text) is null or coalesce(r.bands ->> :indicator, 'NONE') = :band)
              and (cast(:q as text) is null or strpos(u.name, :q) > 0 or starts_with(u.code, :q))""";

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
        return listing(asked).page(asked, row -> line(row, asked.indicator()));
    }

    /** All lines, for a file. */
    @Transactional
    List<Line> all(ResultsQuery asked) {
        return listing(asked).all(row -> line(row, asked.indicator()));
    }

    private Listing listing(ResultsQuery asked) {
        return Listing.of(em, "r.node, u.name, u.type, cast(r.body as text)", FROM, asked.sorting())
                .set("path", access.requireSees(asked.region()))
                .set("standard", asked.standard())
                .set("year", asked.year())
                .set("indicator", asked.indicator().name())
                .set("band", asked.band())
                .set("q", asked.q());
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
