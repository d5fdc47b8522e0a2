package org.jielian.metrics.closings;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.hibernate.Session;
import org.jielian.contracts.InstitutionType;
import org.jielian.metrics.closings.Closing.Child;
import org.jielian.metrics.rollups.ReportSums;

/** What stands below a region in a month, with the tree as it was in that month. */
@Singleton
class FreezingFigures {
    /**
     * Keeps the revisions that count and adds them up, all in one statement: it sees the reports of one moment, so the sums are those of
     * the revisions that are kept.
     */
    private static final String KEEP_AND_ADD_UP = """
            with below as materialized (
                select r.* from report r join region_ancestor a on a.region_code = r.counts_in_region
                    and a.from_month <= r.period and r.period < a.to_month
                where a.ancestor_code = ? and r.period = ? and r.status <> 'WITHDRAWN'
            ), kept as (
                insert into report_revision (unit_code, period, version, status, counts_in_region, counts_in_type, quantities, headcount,
                    floor_area)
                select unit_code, period, version, status, counts_in_region, counts_in_type, quantities, headcount, floor_area from below
                on conflict do nothing
            ), listed as (
                insert into closing_report (closing_id, unit_code, period, version)
                select ?, unit_code, period, version from below
            )""" + ReportSums.OF_BELOW;

    @Inject
    EntityManager em;

    /** Freezes what counts in the region and below, as part of that closing. */
    ReportSums freeze(String region, String period, long closing) {
        return em.unwrap(Session.class).doReturningWork(connection -> {
            try (var freeze = connection.prepareStatement(KEEP_AND_ADD_UP)) {
                freeze.setString(1, region);
                freeze.setString(2, period);
                freeze.setLong(3, closing);
                try (var rows = freeze.executeQuery()) {
                    return ReportSums.read(rows);
                }
            }
        });
    }

    /** How many units were to report the month, by type; types without any are absent. */
    Map<InstitutionType, Long> expected(String region, String period) {
        Map<InstitutionType, Long> expected = new EnumMap<>(InstitutionType.class);
        List<?> rows = em.createNativeQuery("""
                        select b.type, count(*) from region_ancestor a
                        join unit_belonging b on b.region_code = a.region_code and b.from_month <= ?2 and ?2 < b.to_month
                        where a.ancestor_code = ?1 and a.from_month <= ?2 and ?2 < a.to_month group by b.type""")
                .setParameter(1, region)
                .setParameter(2, period)
                .getResultList();
        for (Object row : rows) {
            Object[] r = (Object[]) row;
            expected.put(InstitutionType.valueOf((String) r[0]), ((Number) r[1]).longValue());
        }
        return expected;
    }

    /** The regions right below in that month, by code. */
    List<Child> children(String region, String period) {
        List<?> rows = em.createNativeQuery("""
                        select k.code, k.name, k.tier from region_ancestor a join known_region k on k.code = a.region_code
                        where a.ancestor_code = ?1 and a.depth = 1 and a.from_month <= ?2 and ?2 < a.to_month order by k.code""")
                .setParameter(1, region)
                .setParameter(2, period)
                .getResultList();
        return rows.stream()
                .map(row -> (Object[]) row)
                .map(r -> new Child((String) r[0], (String) r[1], (String) r[2]))
                .toList();
    }

    /** Whether the region stood anywhere in that month. */
    boolean existed(String region, String period) {
        return !em.createNativeQuery(
                        "select 1 from region_ancestor where region_code = ?1 and depth = 0 and from_month <= ?2 and ?2 < to_month")
                .setParameter(1, region)
                .setParameter(2, period)
                .getResultList()
                .isEmpty();
    }

    /** The region right above in that month; {@code null} at the top. */
    String parent(String region, String period) {
        return (String) em.createNativeQuery("""
                        select ancestor_code from region_ancestor
                        where region_code = ?1 and depth = 1 and from_month <= ?2 and ?2 < to_month""")
                .setParameter(1, region)
                .setParameter(2, period)
                .getResultStream()
                .findFirst()
                .orElse(null);
    }
}
