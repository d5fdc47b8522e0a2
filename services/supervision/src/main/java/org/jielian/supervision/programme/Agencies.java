package org.jielian.supervision.programme;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;

/** Which agencies were in the scope of the programme on a day, and which held the title then. */
@Singleton
public class Agencies {
    @Inject
    EntityManager em;

    /**
     * Agencies at and below a path, ordered by code. A title counts from the day it was given to the day before it ended; one that is
     * suspended for rectification now does not count.
     */
    public List<Agency> at(String path, LocalDate day) {
        List<?> rows = em.createNativeQuery("""
                        select u.code, u.name, u.region_code, t.id, t.number, cast(t.on_day as text)
                        from known_unit u left join lateral (
                            select t.id, t.number, cast(t.body ->> 'recognisedOn' as date) as on_day from title t
                            where t.unit_code = u.code and t.state <> 'RECTIFYING' and cast(t.body ->> 'recognisedOn' as date) <= ?2
                              and (t.body ->> 'endedOn' is null or cast(t.body ->> 'endedOn' as date) > ?2)
                            order by t.changed_at desc limit 1) t on true
                        where u.type = 'AGENCY' and starts_with(u.path, ?1) and (u.closed_from is null or u.closed_from > ?3)
                        order by u.code""")
                .setParameter(1, path)
                .setParameter(2, day)
                .setParameter(3, YearMonth.from(day).toString())
                .getResultList();
        return rows.stream().map(row -> agency((Object[]) row)).toList();
    }

    private static Agency agency(Object[] r) {
        return new Agency(
                (String) r[0],
                (String) r[1],
                (String) r[2],
                r[3] != null,
                (UUID) r[3],
                (String) r[4],
                r[5] == null ? null : LocalDate.parse((String) r[5]));
    }
}
