package org.jielian.metrics.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jielian.metrics.calendar.ClosedMonths.Closed;
import org.jielian.metrics.calendar.MonthView.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StandingOfMonthTest {
    private static final YearMonth JUNE = YearMonth.parse("2025-06");
    private static final YearMonth FIRST = YearMonth.parse("2020-01");
    private static final Due DUE =
            new Due(LocalDate.parse("2025-07-05"), LocalDate.parse("2025-07-07"), LocalDate.parse("2025-07-09"));

    private static MonthView on(String today, Closed... closed) {
        return new StandingOfMonth(FIRST, LocalDate.parse(today))
                .of("unit", "331102", Level.UNIT, JUNE, DUE, List.of(closed));
    }

    @ParameterizedTest
    @CsvSource({
        "2025-05-31, NOT_YET_OPEN, 37, 2025-06-01",
        "2025-06-01, OPEN, 36, 2025-07-07",
        "2025-06-30, OPEN, 7, 2025-07-07",
        "2025-07-01, DUE, 6, 还剩 6 天",
        "2025-07-07, DUE, 0, 今天",
        "2025-07-08, IN_GRACE, -1, 宽限至 2025-07-09",
        "2025-07-10, LATE, -3, 逾期"
    })
    void goesFromNotYetToLateAndSaysItInWords(LocalDate today, State state, long daysLeft, String words) {
        MonthView view = on(today.toString());
        assertThat(view.state()).isEqualTo(state);
        assertThat(view.daysLeft()).isEqualTo(daysLeft);
        assertThat(view.explanation().zh()).contains(words);
        assertThat(view.explanation().en()).isNotBlank();
        assertThat(view.locked()).isEqualTo(state == State.NOT_YET_OPEN);
    }

    @Test
    void namesWhoClosedItAndLocksNothing() {
        MonthView view = on(
                "2025-07-20",
                new Closed("331102", "莲都区", "COUNTY", 1, Instant.parse("2025-07-10T01:30:00Z"), "331102"));
        assertThat(view.state()).isEqualTo(State.CLOSED);
        assertThat(view.locked()).isFalse();
        assertThat(view.reasonRequired()).isTrue();
        assertThat(view.explanation().zh()).contains("莲都区已于 2025-07-10 09:30 关账", "写明原因");
    }

    @Test
    void ofARegionIsItsOwnClosingAndNotTheOneAbove() {
        var province = new Closed("330000", "浙江省", "PROVINCE", 1, Instant.EPOCH, "330000");
        MonthView view = new StandingOfMonth(FIRST, LocalDate.parse("2025-07-20"))
                .of("331102", "331102", Level.COUNTY, JUNE, DUE, List.of(province));
        assertThat(view.state()).isEqualTo(State.LATE);
        assertThat(view.closedBy()).containsExactly(province);
    }

    @Test
    void saysThatAMonthBeforeTheProgrammeIsNotReported() {
        MonthView view = new StandingOfMonth(FIRST, LocalDate.parse("2025-07-20"))
                .of("unit", "331102", Level.UNIT, YearMonth.parse("2019-12"), DUE, List.of());
        assertThat(view.state()).isEqualTo(State.NOT_EXPECTED);
        assertThat(view.locked()).isTrue();
        assertThat(view.explanation().zh()).contains("2020-01 以前");
    }
}
