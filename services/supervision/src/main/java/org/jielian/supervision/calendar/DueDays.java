package org.jielian.supervision.calendar;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jielian.contracts.CalendarState;
import org.jielian.foundation.time.WorkingDays;

/** By when reports are due, by the calendars of the regions as metrics tells them. */
@Singleton
public class DueDays {
    @Inject
    EntityManager em;

    @Inject
    ObjectMapper json;

    @Inject
    WorkingDays working;

    @Inject
    FirstMonth first;

    /** Of each region the newest that was read: results are made anew all the time, and calendars hardly ever. */
    private final Map<String, CalendarState> parsed = new ConcurrentHashMap<>();

    /** For all regions, as it is known at this moment. */
    @Transactional(Transactional.TxType.MANDATORY)
    public DueReports open() {
        return open(em.createNativeQuery("select region_code, version from known_calendar"));
    }

    /** For these regions, as it is known at this moment. */
    @Transactional(Transactional.TxType.MANDATORY)
    public DueReports open(Set<String> regions) {
        return open(em.createNativeQuery("select region_code, version from known_calendar where region_code = any(?1)")
                .setParameter(1, regions.toArray(String[]::new)));
    }

    private DueReports open(Query versions) {
        Map<String, CalendarState> calendars = new HashMap<>();
        List<String> unread = new ArrayList<>();
        for (Object row : versions.getResultList()) {
            Object[] r = (Object[]) row;
            String region = (String) r[0];
            CalendarState before = parsed.get(region);
            if (before != null && before.version() == ((Number) r[1]).longValue()) calendars.put(region, before);
            else unread.add(region);
        }
        for (CalendarState calendar : statesOf(unread)) {
            parsed.put(calendar.regionCode(), calendar);
            calendars.put(calendar.regionCode(), calendar);
        }
        return new DueReports(calendars, working, first.get());
    }

    /**
     * Keeps it if it is newer.
     *
     * @return the first month that is due on another day than before; empty when nothing is
     */
    @Transactional(Transactional.TxType.MANDATORY)
    Optional<YearMonth> keep(CalendarState calendar) {
        List<CalendarState.Days> before = daysOf(calendar.regionCode());
        int kept = em.createNativeQuery("""
                        insert into known_calendar (region_code, version, state) values (?1, ?2, cast(?3 as jsonb))
                        on conflict (region_code) do update set version = excluded.version, state = excluded.state
                        where known_calendar.version < excluded.version""")
                .setParameter(1, calendar.regionCode())
                .setParameter(2, calendar.version())
                .setParameter(3, write(calendar))
                .executeUpdate();
        return kept == 0 ? Optional.empty() : firstDifference(before, calendar.days());
    }

    private List<CalendarState.Days> daysOf(String region) {
        return statesOf(List.of(region)).stream()
                .map(CalendarState::days)
                .findFirst()
                .orElse(List.of());
    }

    private List<CalendarState> statesOf(List<String> regions) {
        if (regions.isEmpty()) return List.of();
        List<?> states = em.createNativeQuery(
                        "select cast(state as text) from known_calendar where region_code = any(?1)")
                .setParameter(1, regions.toArray(String[]::new))
                .getResultList();
        return states.stream().map(state -> read((String) state)).toList();
    }

    private static Optional<YearMonth> firstDifference(List<CalendarState.Days> before, List<CalendarState.Days> now) {
        int same = 0;
        while (same < Math.min(before.size(), now.size()) && before.get(same).equals(now.get(same))) same++;
        return java.util.stream.Stream.concat(
                        before.stream().skip(same), now.stream().skip(same))
                .map(CalendarState.Days::from)
                .min(YearMonth::compareTo);
    }

    private CalendarState read(String state) {
        try {
            return json.readValue(state, CalendarState.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a kept calendar that can't be read", e);
        }
    }

    private String write(CalendarState state) {
        try {
            return json.writeValueAsString(state);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("a calendar that can't be written", e);
        }
    }
}
