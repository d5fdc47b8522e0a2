package org.jielian.supervision.calendar;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    /** As it is known at this moment. */
    @Transactional(Transactional.TxType.MANDATORY)
    public DueReports open() {
        Map<String, CalendarState> calendars = new HashMap<>();
        for (Object state : em.createNativeQuery("select cast(state as text) from known_calendar")
                .getResultList()) {
            CalendarState calendar = read((String) state);
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
        List<?> rows = em.createNativeQuery("select cast(state as text) from known_calendar where region_code = ?1")
                .setParameter(1, region)
                .getResultList();
        return rows.isEmpty() ? List.of() : read((String) rows.get(0)).days();
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
