package org.jielian.metrics.calendar;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.sql.Types;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.hibernate.Session;
import org.jielian.contracts.Tier;

/** The rules regions have made. */
@Singleton
class DueRules {
    private static final String COLUMNS =
            "d.region_code, k.name, k.tier, d.from_month, d.version, d.unit_day, d.county_day, d.city_day, d.province_day, d.grace_days,"
                    + " d.set_at, d.set_by";

    @Inject
    EntityManager em;

    /** Those that bear on a region in a month: its own and, in the order upwards, of the regions above it in that month. */
    List<DueRule> bearingOn(String region, YearMonth period) {
        return rules(em.createNativeQuery("select " + COLUMNS + """
                         from region_ancestor a join known_region k on k.code = a.ancestor_code
                        join lateral (select * from due_rule r where r.region_code = a.ancestor_code and r.from_month <= ?2
                            order by r.from_month desc limit 1) d on true
                        where a.region_code = ?1 and a.from_month <= ?2 and ?2 < a.to_month order by a.depth""")
                .setParameter(1, region)
                .setParameter(2, period.toString())
                .getResultList());
    }

    /** All that a region itself has said, oldest first. */
    List<DueRule> of(String region) {
        return rules(em.createNativeQuery(
                        "select " + COLUMNS
                                + " from due_rule d join known_region k on k.code = d.region_code where d.region_code = ?1 order by d.from_month")
                .setParameter(1, region)
                .getResultList());
    }

    /** The region's word from that month on; one that says nothing takes back what it said. */
    void put(DueRule rule) {
        em.unwrap(Session.class).doWork(connection -> {
            try (var put = connection.prepareStatement("""
                    insert into due_rule (region_code, from_month, version, unit_day, county_day, city_day, province_day, grace_days,
                        set_at, set_by)
                    values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                    on conflict (region_code, from_month) do update set version = excluded.version, unit_day = excluded.unit_day,
                        county_day = excluded.county_day, city_day = excluded.city_day, province_day = excluded.province_day,
                        grace_days = excluded.grace_days, set_at = excluded.set_at, set_by = excluded.set_by""")) {
                put.setString(1, rule.regionCode());
                put.setString(2, rule.from());
                put.setLong(3, rule.version());
                for (Level level : Level.values())
                    put.setObject(4 + level.ordinal(), rule.days().get(level), Types.INTEGER);
                put.setObject(8, rule.graceDays(), Types.INTEGER);
                put.setObject(9, rule.setAt().atOffset(ZoneOffset.UTC));
                put.setString(10, rule.setBy());
                put.executeUpdate();
            }
        });
    }

    private static List<DueRule> rules(List<?> rows) {
        List<DueRule> rules = new ArrayList<>();
        for (Object row : rows) {
            Object[] r = (Object[]) row;
            Map<Level, Integer> days = new EnumMap<>(Level.class);
            for (Level level : Level.values()) {
                Object day = r[5 + level.ordinal()];
                if (day != null) days.put(level, ((Number) day).intValue());
            }
            rules.add(new DueRule(
                    (String) r[0],
                    (String) r[1],
                    Level.of(Tier.valueOf((String) r[2])),
                    (String) r[3],
                    ((Number) r[4]).longValue(),
                    days,
                    r[9] == null ? null : ((Number) r[9]).intValue(),
                    (Instant) r[10],
                    (String) r[11]));
        }
        return rules;
    }
}
