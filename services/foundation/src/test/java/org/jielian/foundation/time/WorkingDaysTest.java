package org.jielian.foundation.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkingDaysTest {
    private final WorkingDays days = WorkingDays.known();

    @ParameterizedTest
    @CsvSource({
        "2025-07-05, 2025-07-07", // a Saturday
        "2025-10-05, 2025-10-09", // National Day and Mid-autumn
        "2025-02-02, 2025-02-05", // Spring Festival
        "2025-04-27, 2025-04-27", // a Sunday on which people work
        "2026-02-14, 2026-02-14", // a Saturday on which people work
        "2026-02-15, 2026-02-24", // the longest Spring Festival
        "2026-01-02, 2026-01-04", // New Year, then a Sunday on which people work
        "2022-12-31, 2023-01-03", // a New Year that begins in the year before
        "2020-01-31, 2020-02-03" // the Spring Festival that was extended
    })
    void moveADayToTheNextOnWhichPeopleWork(LocalDate day, LocalDate expected) {
        assertThat(days.onOrAfter(day)).isEqualTo(expected);
    }

    @Test
    void countOnlyDaysOnWhichPeopleWork() {
        assertThat(days.plus(LocalDate.parse("2025-09-26"), 3)).isEqualTo(LocalDate.parse("2025-09-30"));
        assertThat(days.plus(LocalDate.parse("2025-09-30"), 3)).isEqualTo(LocalDate.parse("2025-10-11"));
        assertThat(days.plus(LocalDate.parse("2025-09-30"), 0)).isEqualTo(LocalDate.parse("2025-09-30"));
    }

    @Test
    void goByTheWeekdayInAYearWithoutANoticeAndSaySo() {
        assertThat(days.noticeOf(2025)).hasValue("国办发明电〔2024〕12号");
        assertThat(days.noticeOf(2031)).isEmpty();
        assertThat(days.isWorking(LocalDate.parse("2031-10-01"))).isTrue();
        assertThat(days.onOrAfter(LocalDate.parse("2031-10-04"))).isEqualTo(LocalDate.parse("2031-10-06"));
    }

    /** Each year has as many working days as the Regulation on holidays leaves: 250 or 251 days of 365, more or less a weekend. */
    @Test
    void leaveAsManyDaysOfWorkAsTheRegulationDoes() {
        for (int year = 2020; year <= 2026; year++) {
            long working = LocalDate.of(year, 1, 1)
                    .datesUntil(LocalDate.of(year + 1, 1, 1))
                    .filter(days::isWorking)
                    .count();
            assertThat(working).as("%s", year).isBetween(247L, 252L);
        }
    }
}
