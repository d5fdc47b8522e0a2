package org.jielian.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalDate;
import org.jielian.contracts.BusinessTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SystemClockTest {
    @TempDir
    Path folder;

    @Test
    void goesToADayThatIsOverAndBackToTheTrueTime() {
        SystemClock clock = new SystemClock(folder.resolve("clock"));
        LocalDate today = LocalDate.now(BusinessTime.ZONE);

        clock.goTo(LocalDate.of(2025, 1, 6));
        assertThat(clock.today()).isEqualTo("2025-01-06");

        clock.goBackToTheTrueTime();
        assertThat(clock.today()).isBetween(today, today.plusDays(1));
    }

    @Test
    void refusesADayToCome() {
        SystemClock clock = new SystemClock(folder.resolve("clock"));
        LocalDate toCome = LocalDate.now(BusinessTime.ZONE).plusDays(2);

        assertThatThrownBy(() -> clock.goTo(toCome))
                .isInstanceOf(StartProblem.class)
                .hasMessageContaining(toCome.toString());
    }
}
