package org.jielian.metrics.reports;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.Session;
import org.jielian.contracts.InstitutionType;
import org.jielian.contracts.ReportState.CountsIn;

/** Where reports belong, by the directory. Units the caller may not see are not found. */
@Singleton
class Homes {
    @Inject
    EntityManager em;

    /** Shared by all who change reports of some units; taken alone by who holds the reports of a whole import. */
    private static final long GATE = 0x6A69656C69616E01L;

    /** Units in one order everywhere, or two files with the same units in different order would wait for each other. */
    private static final String LOCK = "select pg_advisory_xact_lock_shared(" + GATE + ");"
            + " select pg_advisory_xact_lock(hashtextextended(code, 0)) from (select unnest(?::text[]) as code order by 1) as codes";

    private static final String FIND = """
            select k.unit_code, k.period, u.path, b.region_code, b.type, path_in(b.region_code, k.period),
                exists (select from premises_share s where s.unit_code = k.unit_code and s.host_code <> k.unit_code)
            from unnest(?::text[], ?::text[]) as k (unit_code, period)
            join known_unit u on u.code = k.unit_code and u.path is not null
            left join unit_belonging b on b.unit_code = k.unit_code and b.from_month <= k.period and k.period < b.to_month""";

    /** Nobody changes any report until the transaction ends, which should be soon. */
    void holdStill() {
        em.createNativeQuery("select cast(pg_advisory_xact_lock(?1) as text)")
                .setParameter(1, GATE)
                .getSingleResult();
    }

    /**
     * One change at a time to the reports of a unit, until the transaction ends: a correction and a move of the unit could otherwise each
     * miss the other.
     */
    void lock(Collection<String> unitCodes) {
        em.unwrap(Session.class).doWork(connection -> {
            try (var lock = connection.prepareStatement(LOCK)) {
                lock.setArray(
                        1,
                        connection.createArrayOf(
                                "text", unitCodes.stream().distinct().toArray()));
                lock.execute();
            }
        });
    }

    /** By key; keys whose unit is unknown, or invisible to the caller, are absent. */
    Map<Report.Key, Whereabouts> of(List<Report.Key> keys) {
        return em.unwrap(Session.class).doReturningWork(connection -> {
            try (var find = connection.prepareStatement(FIND)) {
                find.setArray(
                        1,
                        connection.createArrayOf(
                                "text", keys.stream().map(Report.Key::unitCode).toArray()));
                find.setArray(
                        2,
                        connection.createArrayOf(
                                "text", keys.stream().map(Report.Key::period).toArray()));
                Map<Report.Key, Whereabouts> found = new HashMap<>();
                try (ResultSet rows = find.executeQuery()) {
                    while (rows.next()) found.put(new Report.Key(rows.getString(1), rows.getString(2)), where(rows));
                }
                return found;
            }
        });
    }

    /** {@link #lock} and {@link #of} for one report, in one round trip; {@code null} for a unit that is unknown or invisible. */
    Whereabouts hold(Report.Key key) {
        return em.unwrap(Session.class).doReturningWork(connection -> {
            try (var hold = connection.prepareStatement(LOCK + ";" + FIND)) {
                hold.setArray(1, connection.createArrayOf("text", new Object[] {key.unitCode()}));
                hold.setArray(2, connection.createArrayOf("text", new Object[] {key.unitCode()}));
                hold.setArray(3, connection.createArrayOf("text", new Object[] {key.period()}));
                hold.execute();
                hold.getMoreResults();
                hold.getMoreResults();
                try (ResultSet row = hold.getResultSet()) {
                    return row.next() ? where(row) : null;
                }
            }
        });
    }

    /** The region that administers a unit the caller may see. */
    String regionOf(String unitCode) {
        return of(unitCode, "region_code");
    }

    /** The name of a unit the caller may see. */
    String name(String unitCode) {
        return of(unitCode, "name");
    }

    private String of(String unitCode, String column) {
        return (String) em.createNativeQuery("select " + column + " from known_unit where code = ?1", String.class)
                .setParameter(1, unitCode)
                .getSingleResult();
    }

    private static Whereabouts where(ResultSet row) throws SQLException {
        String region = row.getString(4);
        CountsIn countsIn = region == null ? null : new CountsIn(region, InstitutionType.valueOf(row.getString(5)));
        return new Whereabouts(row.getString(3), countsIn, row.getString(6), row.getBoolean(7));
    }
}
