package org.jielian.supervision.programme;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jielian.contracts.ReleaseState;
import org.jielian.contracts.StandardPackage.Indicator;
import org.jielian.foundation.audit.AuditTrail;
import org.jielian.supervision.standards.Releases;

/** What was allotted to whom, with its history. */
@Singleton
public class Allotments {
    private static final String SELECT =
            "select allotted_by, node, year, number, share, binding, reason, by_name, at from programme_target p ";
    private static final String NEWEST =
            " and number = (select max(number) from programme_target q where (q.allotted_by, q.node, q.year) = (p.allotted_by, p.node, p.year))";

    @Inject
    EntityManager em;

    @Inject
    AuditTrail audit;

    @Inject
    Releases releases;

    /** What a region was allotted by the region above it; empty when nothing was, or it was taken back. */
    public Optional<Allotment> of(String node, int year) {
        return read(
                        SELECT + "where node = ?1 and year = ?2 and allotted_by <> node and share is not null" + NEWEST
                                + " order by at desc",
                        node,
                        year)
                .stream()
                .findFirst();
    }

    /** What a region allots in a year, as it holds now. */
    List<Allotment> by(String region, int year) {
        return read(
                SELECT + "where allotted_by = ?1 and year = ?2 and share is not null" + NEWEST + " order by node",
                region,
                year);
    }

    /** Every change there was, the last first. */
    List<Allotment> history(String region, int year) {
        return read(SELECT + "where allotted_by = ?1 and year = ?2 order by at desc, node", region, year);
    }

    /** The share a standard in force asks of the region in the year; empty if none does. */
    Optional<BigDecimal> ofStandard(String region, int year) {
        return releases.standardsOf(region).stream()
                .map(standard -> releases.inForce(region, standard, java.time.LocalDate.of(year, 12, 31)))
                .flatMap(Optional::stream)
                .map(ReleaseState::content)
                .flatMap(content -> content.targets().stream())
                .filter(t -> t.indicator() == Indicator.RECOGNISED_SHARE && t.year() <= year)
                .map(t -> t.value())
                .max(BigDecimal::compareTo);
    }

    @Transactional(Transactional.TxType.MANDATORY)
    void keep(Allotment allotment, String path) {
        Allotment before = read(
                        SELECT + "where allotted_by = ?1 and year = ?2 and node = ?3" + NEWEST,
                        allotment.allottedBy(),
                        allotment.year(),
                        allotment.node())
                .stream()
                .findFirst()
                .orElse(null);
        em.createNativeQuery("""
                        insert into programme_target (allotted_by, node, year, number, path, share, binding, reason, by_name, at)
                        values (?1, ?2, ?3, ?4, ?5, cast(?6 as numeric), ?7, ?8, ?9, ?10)""")
                .setParameter(1, allotment.allottedBy())
                .setParameter(2, allotment.node())
                .setParameter(3, allotment.year())
                .setParameter(4, before == null ? 1 : before.number() + 1)
                .setParameter(5, path)
                .setParameter(
                        6, allotment.share() == null ? null : allotment.share().toPlainString())
                .setParameter(7, allotment.binding())
                .setParameter(8, allotment.reason())
                .setParameter(9, allotment.by())
                .setParameter(10, allotment.at().atOffset(ZoneOffset.UTC))
                .executeUpdate();
        audit.record(
                "PROGRAMME_TARGET_SET",
                "programme/" + allotment.node() + "/" + allotment.year(),
                path,
                before,
                allotment,
                allotment.reason());
    }

    /** One at a time allots for a region. */
    void hold(String region) {
        em.createNativeQuery(
                        "select 1 from (select pg_advisory_xact_lock(hashtextextended('programme/' || ?1, 0))) as held")
                .setParameter(1, region)
                .getSingleResult();
    }

    private List<Allotment> read(String sql, Object... parameters) {
        var query = em.createNativeQuery(sql);
        for (int i = 0; i < parameters.length; i++) query.setParameter(i + 1, parameters[i]);
        List<?> rows = query.getResultList();
        return rows.stream().map(row -> allotment((Object[]) row)).toList();
    }

    private static Allotment allotment(Object[] r) {
        return new Allotment(
                (String) r[0],
                (String) r[1],
                ((Number) r[2]).intValue(),
                ((Number) r[3]).intValue(),
                r[4] == null
                        ? null
                        : ((BigDecimal) r[4])
                                .stripTrailingZeros()
                                .setScale(Math.max(
                                        0,
                                        ((BigDecimal) r[4]).stripTrailingZeros().scale())),
                (Boolean) r[5],
                (String) r[6],
                (String) r[7],
                (Instant) r[8]);
    }
}
