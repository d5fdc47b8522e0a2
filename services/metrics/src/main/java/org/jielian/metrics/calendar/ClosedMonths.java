package org.jielian.metrics.calendar;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.hibernate.Session;

/**
 * Which months are closed. A closing blocks nobody: whoever hands in or takes back afterwards says why, and it stands as a difference
 * above the closed figures.
 */
@Singleton
public class ClosedMonths {
    @Inject
    EntityManager em;

    /**
     * A closing that holds.
     *
     * @param number how often the region has closed that month, this time included
     */
    public record Closed(String regionCode, String name, String tier, int number, Instant at, String by) {}

    /** A region's month. */
    public record Month(String regionCode, String period) {}

    /** The closings of a month by the region and those above it in that month, the nearest first. */
    public List<Closed> above(String regionCode, YearMonth period) {
        List<?> rows = em.createNativeQuery("""
                        select c.region_code, k.name, k.tier, c.number, c.closed_at, c.closed_by
                        from region_ancestor a join closed_month c on c.region_code = a.ancestor_code and c.period = ?2
                        join known_region k on k.code = a.ancestor_code
                        where a.region_code = ?1 and a.from_month <= ?2 and ?2 < a.to_month order by a.depth""")
                .setParameter(1, regionCode)
                .setParameter(2, period.toString())
                .getResultList();
        return rows.stream()
                .map(row -> (Object[]) row)
                .map(r -> new Closed(
                        (String) r[0],
                        (String) r[1],
                        (String) r[2],
                        ((Number) r[3]).intValue(),
                        (Instant) r[4],
                        (String) r[5]))
                .toList();
    }

    /**
     * Those of the months that the region, or one above it, has closed. Until the transaction ends none of these months is closed by
     * anybody: what is recorded now is either in a closing or after it, never beside it.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public Set<Month> holdAndFindClosed(Collection<Month> months) {
        if (months.isEmpty()) return Set.of();
        return em.unwrap(Session.class).doReturningWork(connection -> closed(connection, months));
    }

    /** From here on nobody records anything of that month until the transaction ends. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void holdForClosing(YearMonth period) {
        em.unwrap(Session.class).doWork(connection -> {
            try (var lock = connection.prepareStatement(LOCK.formatted("pg_advisory_xact_lock"))) {
                lock.setArray(1, connection.createArrayOf("text", new Object[] {period.toString()}));
                lock.execute();
            }
        });
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public void close(String regionCode, YearMonth period, int number, Instant at, String by) {
        em.createNativeQuery("""
                        insert into closed_month (region_code, period, number, closed_at, closed_by) values (?1, ?2, ?3, ?4, ?5)""")
                .setParameter(1, regionCode)
                .setParameter(2, period.toString())
                .setParameter(3, number)
                .setParameter(4, at)
                .setParameter(5, by)
                .executeUpdate();
    }

    @Transactional(Transactional.TxType.MANDATORY)
    public void reopen(String regionCode, YearMonth period) {
        em.createNativeQuery("delete from closed_month where region_code = ?1 and period = ?2")
                .setParameter(1, regionCode)
                .setParameter(2, period.toString())
                .executeUpdate();
    }

    /** Months in one order everywhere, or two files would wait for each other. */
    private static final String LOCK = """
            select %s(hashtextextended('month/' || period, 0)) from (select unnest(?::text[]) as period order by 1) as periods""";

    /** Two statements in one round trip; the second sees what was closed before the first had the lock. */
    private static final String LOCK_AND_FIND = LOCK.formatted("pg_advisory_xact_lock_shared") + """
            ;
            select distinct m.region_code, m.period from unnest(?::text[], ?::text[]) as m (region_code, period)
            join region_ancestor a on a.region_code = m.region_code and a.from_month <= m.period and m.period < a.to_month
            join closed_month c on c.region_code = a.ancestor_code and c.period = m.period""";

    private static Set<Month> closed(Connection connection, Collection<Month> months) throws SQLException {
        List<Month> distinct = months.stream().distinct().toList();
        Object[] periods = distinct.stream().map(Month::period).toArray();
        try (var find = connection.prepareStatement(LOCK_AND_FIND)) {
            find.setArray(
                    1,
                    connection.createArrayOf(
                            "text", Stream.of(periods).distinct().toArray()));
            find.setArray(
                    2,
                    connection.createArrayOf(
                            "text", distinct.stream().map(Month::regionCode).toArray()));
            find.setArray(3, connection.createArrayOf("text", periods));
            find.execute();
            find.getMoreResults();
            Set<Month> closed = new HashSet<>();
            try (var rows = find.getResultSet()) {
                while (rows.next()) closed.add(new Month(rows.getString(1), rows.getString(2)));
            }
            return closed;
        }
    }
}
