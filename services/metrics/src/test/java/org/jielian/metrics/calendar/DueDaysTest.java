package org.jielian.metrics.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.jielian.foundation.time.WorkingDays;
import org.jielian.metrics.calendar.Due.Timeliness;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DueDaysTest {
    private static final WorkingDays WORKING = WorkingDays.known();
    private static final DueDays USUAL = DueDays.of(List.of());

    private static DueRule rule(String region, Map<Level, Integer> days, Integer grace) {
        return new DueRule(region, region, Level.PROVINCE, "2025-01", 1, days, grace, Instant.EPOCH, "somebody");
    }

    /** The real calendar of 2025 and 2026, by the holidays as they were announced. */
    @ParameterizedTest(name = "{0}: unit {1}, county {2}, city {3}, province {4}")
    @CsvSource({
        "2024-12, 2025-01-06, 2025-01-10, 2025-01-15, 2025-01-20",
        "2025-01, 2025-02-05, 2025-02-10, 2025-02-17, 2025-02-20",
        "2025-02, 2025-03-05, 2025-03-10, 2025-03-17, 2025-03-20",
        "2025-03, 2025-04-07, 2025-04-10, 2025-04-15, 2025-04-21",
        "2025-04, 2025-05-06, 2025-05-12, 2025-05-15, 2025-05-20",
        "2025-05, 2025-06-05, 2025-06-10, 2025-06-16, 2025-06-20",
        "2025-06, 2025-07-07, 2025-07-10, 2025-07-15, 2025-07-21",
        "2025-07, 2025-08-05, 2025-08-11, 2025-08-15, 2025-08-20",
        "2025-08, 2025-09-05, 2025-09-10, 2025-09-15, 2025-09-22",
        "2025-09, 2025-10-09, 2025-10-10, 2025-10-15, 2025-10-20",
        "2025-10, 2025-11-05, 2025-11-10, 2025-11-17, 2025-11-20",
        "2025-11, 2025-12-05, 2025-12-10, 2025-12-15, 2025-12-22",
        "2025-12, 2026-01-05, 2026-01-12, 2026-01-15, 2026-01-20",
        "2026-01, 2026-02-05, 2026-02-10, 2026-02-24, 2026-02-24",
        "2026-03, 2026-04-07, 2026-04-10, 2026-04-15, 2026-04-20",
        "2026-04, 2026-05-06, 2026-05-11, 2026-05-15, 2026-05-20",
        "2026-08, 2026-09-07, 2026-09-10, 2026-09-15, 2026-09-20",
        "2026-09, 2026-10-08, 2026-10-10, 2026-10-15, 2026-10-20"
    })
    void fallOnWorkingDays(YearMonth period, LocalDate unit, LocalDate county, LocalDate city, LocalDate province) {
        assertThat(List.of(Level.values()))
                .extracting(level -> USUAL.due(level, period, WORKING).date())
                .containsExactly(unit, county, city, province);
    }

    @Test
    void areInheritedUntilSomebodyFurtherDownSaysOtherwise() {
        DueRule county = rule("331102", Map.of(Level.UNIT, 4), null);
        DueRule city = rule("331100", Map.of(Level.UNIT, 6, Level.COUNTY, 9), 2);
        DueRule province = rule("330000", Map.of(Level.CITY, 16), 5);

        DueDays days = DueDays.of(List.of(county, city, province));

        assertThat(days.days().get(Level.UNIT)).isEqualTo(new DueDays.Said(4, county));
        assertThat(days.days().get(Level.COUNTY)).isEqualTo(new DueDays.Said(9, city));
        assertThat(days.days().get(Level.CITY)).isEqualTo(new DueDays.Said(16, province));
        assertThat(days.days().get(Level.PROVINCE)).isEqualTo(new DueDays.Said(20, null));
        assertThat(days.grace()).isEqualTo(new DueDays.Said(2, city));
    }

    @Test
    void giveGraceInWorkingDaysAndJudgeByTheDayInBeijing() {
        Due due = DueDays.of(List.of(rule("330000", Map.of(), 2))).due(Level.UNIT, YearMonth.parse("2025-06"), WORKING);

        assertThat(due.date()).isEqualTo("2025-07-07");
        assertThat(due.graceUntil()).isEqualTo("2025-07-09");
        assertThat(due.of(Instant.parse("2025-07-07T15:59:59Z"))).isEqualTo(Timeliness.ON_TIME);
        assertThat(due.of(Instant.parse("2025-07-07T16:00:00Z"))).isEqualTo(Timeliness.IN_GRACE);
        assertThat(due.isLate(Instant.parse("2025-07-09T15:59:59Z"))).isFalse();
        assertThat(due.isLate(Instant.parse("2025-07-09T16:00:00Z"))).isTrue();
    }
}
