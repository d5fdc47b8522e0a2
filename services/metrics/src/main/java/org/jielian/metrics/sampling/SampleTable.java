package org.jielian.metrics.sampling;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.Session;
import org.jielian.metrics.sampling.Draw.Unit;
import org.jielian.metrics.sampling.SampleView.Drawn;
import org.jielian.metrics.sampling.SampleView.Result;

/** The samples as they are kept. */
@Singleton
class SampleTable {
    private static final String SELECT = """
            select s.id, s.region_code, s.period, s.below, s.share, s.seed, s.algorithm,
                   count(m.unit_code), count(m.place), count(m.result), count(*) filter (where m.result = 'FINDING'),
                   s.drawn_at, s.drawn_by
            from sample s join sample_member m on m.sample_id = s.id
            where %s group by s.id order by s.drawn_at desc""";

    @Inject
    EntityManager em;

    List<SampleView> of(String region, String period) {
        var query = em.createNativeQuery(
                        SELECT.formatted("s.region_code = :region" + (period == null ? "" : " and s.period = :period")))
                .setParameter("region", region);
        if (period != null) query.setParameter("period", period);
        List<?> rows = query.getResultList();
        return rows.stream().map(row -> view((Object[]) row)).toList();
    }

    Optional<SampleView> find(String region, UUID id) {
        List<?> rows = em.createNativeQuery(SELECT.formatted("s.region_code = :region and s.id = :id"))
                .setParameter("region", region)
                .setParameter("id", id)
                .getResultList();
        return rows.stream().findFirst().map(row -> view((Object[]) row));
    }

    List<Drawn> drawn(UUID id) {
        List<?> rows = em.createNativeQuery("""
                        select unit_code, name, type, result, note, checked_at, checked_by from sample_member
                        where sample_id = ?1 and place is not null order by place""").setParameter(1, id).getResultList();
        return rows.stream()
                .map(row -> (Object[]) row)
                .map(r -> new Drawn(
                        (String) r[0],
                        (String) r[1],
                        (String) r[2],
                        r[3] == null ? null : Result.valueOf((String) r[3]),
                        (String) r[4],
                        (Instant) r[5],
                        (String) r[6]))
                .toList();
    }

    /** Who was in the hat. */
    List<Unit> population(UUID id) {
        return units(em.createNativeQuery("select unit_code, name, type from sample_member where sample_id = ?1")
                .setParameter(1, id)
                .getResultList());
    }

    /** Who would be in the hat now: whoever was to report there in the period and still stands there, with the type it had last. */
    List<Unit> population(String region, SamplePeriod period, boolean below) {
        String where = below ? """
                exists (select from region_ancestor a where a.region_code = b.region_code and a.ancestor_code = :region
                    and greatest(cast(a.from_month as text), cast(b.from_month as text), :from)
                        < least(cast(a.to_month as text), cast(b.to_month as text), :to))""" : "b.region_code = :region and b.from_month < :to and b.to_month > :from";
        return units(em.createNativeQuery("""
                        select distinct on (u.code) u.code, u.name, b.type
                        from unit_belonging b join known_unit u on u.code = b.unit_code
                        where %s order by u.code, b.from_month desc""".formatted(where))
                .setParameter("region", region)
                .setParameter("from", period.from())
                .setParameter("to", period.to())
                .getResultList());
    }

    void keep(
            UUID id,
            String region,
            SamplePeriod period,
            boolean below,
            BigDecimal share,
            String seed,
            Instant now,
            String who) {
        em.createNativeQuery("""
                        insert into sample (id, region_code, period, below, share, seed, algorithm, drawn_at, drawn_by)
                        values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)""")
                .setParameter(1, id)
                .setParameter(2, region)
                .setParameter(3, period.text())
                .setParameter(4, below)
                .setParameter(5, share)
                .setParameter(6, seed)
                .setParameter(7, Draw.ALGORITHM)
                .setParameter(8, now)
                .setParameter(9, who)
                .executeUpdate();
    }

    void keepMembers(UUID id, String region, List<Unit> population, List<Unit> drawn) {
        em.unwrap(Session.class).doWork(connection -> {
            try (var insert = connection.prepareStatement("""
                    insert into sample_member (sample_id, region_code, unit_code, name, type, place)
                    select ?, ?, p.code, p.name, p.type, d.place
                    from unnest(?::text[], ?::text[], ?::text[]) as p (code, name, type)
                    left join unnest(?::text[]) with ordinality as d (code, place) on d.code = p.code""")) {
                insert.setObject(1, id);
                insert.setString(2, region);
                insert.setArray(
                        3,
                        connection.createArrayOf(
                                "text", population.stream().map(Unit::code).toArray()));
                insert.setArray(
                        4,
                        connection.createArrayOf(
                                "text", population.stream().map(Unit::name).toArray()));
                insert.setArray(
                        5,
                        connection.createArrayOf(
                                "text", population.stream().map(Unit::type).toArray()));
                insert.setArray(
                        6,
                        connection.createArrayOf(
                                "text", drawn.stream().map(Unit::code).toArray()));
                insert.executeUpdate();
            }
        });
    }

    /** {@code false} when that unit was not drawn. */
    boolean record(UUID id, String unit, Result result, String note, Instant now, String who) {
        return em.createNativeQuery("""
                        update sample_member set result = ?3, note = ?4, checked_at = ?5, checked_by = ?6
                        where sample_id = ?1 and unit_code = ?2 and place is not null""")
                        .setParameter(1, id)
                        .setParameter(2, unit)
                        .setParameter(3, result.name())
                        .setParameter(4, note)
                        .setParameter(5, now)
                        .setParameter(6, who)
                        .executeUpdate()
                == 1;
    }

    /** The smallest share the region's tier may draw; empty for what is no region. */
    Optional<BigDecimal> leastShare(String region) {
        List<?> found = em.createNativeQuery(
                        "select r.least_share from known_region k join sample_rule r on r.tier = k.tier where k.code = ?1",
                        BigDecimal.class)
                .setParameter(1, region)
                .getResultList();
        return found.stream().findFirst().map(BigDecimal.class::cast);
    }

    private static List<Unit> units(List<?> rows) {
        return rows.stream()
                .map(row -> (Object[]) row)
                .map(r -> new Unit((String) r[0], (String) r[1], (String) r[2]))
                .toList();
    }

    private static SampleView view(Object[] r) {
        return new SampleView(
                (UUID) r[0],
                (String) r[1],
                (String) r[2],
                (Boolean) r[3],
                (BigDecimal) r[4],
                (String) r[5],
                (String) r[6],
                ((Number) r[7]).longValue(),
                ((Number) r[8]).longValue(),
                ((Number) r[9]).longValue(),
                ((Number) r[10]).longValue(),
                (Instant) r[11],
                (String) r[12],
                null);
    }
}
