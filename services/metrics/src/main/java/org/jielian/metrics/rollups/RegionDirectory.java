package org.jielian.metrics.rollups;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import org.jielian.metrics.rollups.Rollup.About;
import org.jielian.metrics.rollups.RollupTable.Span;

/** What the roll-ups need of the directory of regions. */
@Singleton
class RegionDirectory {
    @Inject
    EntityManager em;

    /** A region below another, in the months in which it was there. */
    record Below(About region, Span span) {}

    Optional<About> find(String code) {
        List<?> rows = em.createNativeQuery("select code, name, tier from known_region where code = ?1")
                .setParameter(1, code)
                .getResultList();
        return rows.stream().findFirst().map(row -> about((Object[]) row));
    }

    /** The regions directly below, or all of a tier below, each once for every stretch of months; by code. */
    List<Below> below(String code, String tier, Period period) {
        String which = tier == null ? "a.depth = 1" : "a.depth > 0 and k.tier = ?4";
        var query = em.createNativeQuery("""
                        select k.code, k.name, k.tier, greatest(a.from_month::text, ?2) as from_month, least(a.to_month::text, ?3)
                        from region_ancestor a join known_region k on k.code = a.region_code
                        where a.ancestor_code = ?1 and a.from_month < ?3 and a.to_month > ?2 and %s
                        order by k.code, from_month""".formatted(which))
                .setParameter(1, code)
                .setParameter(2, period.from())
                .setParameter(3, period.to());
        if (tier != null) query.setParameter(4, tier);
        List<?> rows = query.getResultList();
        return rows.stream()
                .map(row -> (Object[]) row)
                .map(r -> new Below(about(r), new Span((String) r[0], (String) r[3], (String) r[4])))
                .toList();
    }

    /** Whether in every month of the period the region was counted below the other, or is the other. */
    boolean wasBelowThroughout(String code, String above, Period period) {
        return ((Number) em.createNativeQuery("""
                        select coalesce(sum(months_between(greatest(from_month::text, ?3), least(to_month::text, ?4))), 0)
                        from region_ancestor where region_code = ?1 and ancestor_code = ?2""")
                                .setParameter(1, code)
                                .setParameter(2, above)
                                .setParameter(3, period.from())
                                .setParameter(4, period.to())
                                .getSingleResult())
                        .intValue()
                == period.months();
    }

    private static About about(Object[] row) {
        return new About((String) row[0], (String) row[1], (String) row[2]);
    }
}
