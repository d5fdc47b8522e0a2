package org.jielian.metrics.review;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.YearMonth;
import org.jielian.foundation.access.Access;

/** Counts how far a month has come, over the units that the region administers now or that stand below it. */
@Singleton
class CountingProgress {
    private static final String COUNT = """
            select count(*),
                   count(*) filter (where p.status = 'SUBMITTED'),
                   count(*) filter (where p.status = 'RETURNED'),
                   count(*) filter (where p.status = 'ACCEPTED'),
                   count(*) filter (where p.status = 'SUBMITTED' and not exists (
                       select from jsonb_array_elements(p.findings) as f
                       join review_weight w on w.severity = f ->> 'severity'))
            from known_unit u
            join unit_belonging b on b.unit_code = u.code and b.from_month <= :period and :period < b.to_month
            left join report p on p.unit_code = u.code and p.period = :period
            where %s""";

    @Inject
    EntityManager em;

    @Inject
    Access access;

    @Transactional
    Progress of(String region, YearMonth period, boolean below) {
        String path = access.requireSees(region);
        var count = em.createNativeQuery(
                        COUNT.formatted(below ? "starts_with(u.path, :where)" : "u.region_code = :where"))
                .setParameter("period", period.toString())
                .setParameter("where", below ? path : region);
        Object[] r = (Object[]) count.getSingleResult();
        long expected = number(r[0]);
        long waiting = number(r[1]);
        long returned = number(r[2]);
        long reviewed = number(r[3]);
        long reported = waiting + returned + reviewed;
        return new Progress(
                region,
                period,
                below,
                expected,
                reported,
                waiting,
                number(r[4]),
                returned,
                reviewed,
                expected - reported);
    }

    private static long number(Object count) {
        return ((Number) count).longValue();
    }
}
