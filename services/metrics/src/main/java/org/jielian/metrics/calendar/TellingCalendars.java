package org.jielian.metrics.calendar;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.jielian.contracts.CalendarState;
import org.jielian.directory.DirectoryChanged;
import org.jielian.foundation.outbox.Outbox;

/**
 * Tells what holds in each region, in the transaction of what changes it: a rule of the region or of one above it, or where it stands. What
 * was told already is not told again.
 */
@Singleton
class TellingCalendars {
    /** Held while they are told, so that two changes at a time give each region one version after the other. */
    private static final long LOCK = 4_210_510;

    @Inject
    DueDates dates;

    @Inject
    EntityManager em;

    @Inject
    Outbox outbox;

    @Inject
    ObjectMapper json;

    /** An installation that learnt its regions before calendars were told. */
    @Transactional
    void started(@Observes StartupEvent started) {
        tell(codes(em.createNativeQuery(
                        "select code from known_region where code not in (select region_code from told_calendar)")
                .getResultList()));
    }

    void directoryChanged(@Observes DirectoryChanged change) {
        tell(change.regions());
    }

    /** The region and all that stand below it, or have. */
    @Transactional(Transactional.TxType.MANDATORY)
    void tellFrom(String region) {
        tell(codes(em.createNativeQuery("select distinct region_code from region_ancestor where ancestor_code = ?1")
                .setParameter(1, region)
                .getResultList()));
    }

    private void tell(Collection<String> regions) {
        if (regions.isEmpty()) return;
        em.createNativeQuery("select 1 from (select pg_advisory_xact_lock(?1)) as held")
                .setParameter(1, LOCK)
                .getSingleResult();
        new TreeSet<>(regions).forEach(this::tell);
    }

    private void tell(String region) {
        List<CalendarState.Days> days = days(region);
        if (days.isEmpty()) return;
        List<?> version = em.createNativeQuery("""
                        insert into told_calendar as told (region_code, version, content) values (?1, 1, cast(?2 as jsonb))
                        on conflict (region_code) do update set version = told.version + 1, content = excluded.content
                        where told.content <> excluded.content
                        returning version""")
                .setParameter(1, region)
                .setParameter(2, write(days))
                .getResultList();
        if (version.isEmpty()) return;
        outbox.append(
                CalendarState.TOPIC, region, new CalendarState(region, ((Number) version.get(0)).longValue(), days));
    }

    /** Whenever somebody on the region's line says something, or the line changes, something else may hold. */
    private List<CalendarState.Days> days(String region) {
        List<String> turns =
                codes(em.createNativeQuery("""
                        select cast(m as text) from (
                            select a.from_month as m from region_ancestor a where a.region_code = ?1
                            union
                            select greatest(cast(d.from_month as char(7)), a.from_month)
                            from region_ancestor a join due_rule d on d.region_code = a.ancestor_code
                            where a.region_code = ?1 and d.from_month < a.to_month) turns order by m""").setParameter(1, region).getResultList());
        List<CalendarState.Days> days = new ArrayList<>();
        for (String turn : turns) {
            CalendarState.Days next = days(region, YearMonth.parse(turn));
            if (days.isEmpty() || !same(days.get(days.size() - 1), next)) days.add(next);
        }
        return days;
    }

    private CalendarState.Days days(String region, YearMonth from) {
        DueDays all = dates.days(region, from);
        return new CalendarState.Days(
                from,
                all.days().get(Level.UNIT).value(),
                all.days().get(Level.COUNTY).value(),
                all.days().get(Level.CITY).value(),
                all.days().get(Level.PROVINCE).value(),
                all.grace().value());
    }

    private static boolean same(CalendarState.Days a, CalendarState.Days b) {
        return new CalendarState.Days(b.from(), a.unitDay(), a.countyDay(), a.cityDay(), a.provinceDay(), a.graceDays())
                .equals(b);
    }

    private static List<String> codes(List<?> rows) {
        return rows.stream().map(String.class::cast).toList();
    }

    private String write(List<CalendarState.Days> days) {
        try {
            return json.writeValueAsString(days);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("days that can't be written", e);
        }
    }
}
