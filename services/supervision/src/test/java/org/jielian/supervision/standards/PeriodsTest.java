package org.jielian.supervision.standards;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.jielian.contracts.ReleaseState;
import org.jielian.contracts.ReleaseState.Adoption;
import org.jielian.contracts.ReleaseState.Status;
import org.jielian.contracts.ReleaseState.Transition;
import org.junit.jupiter.api.Test;

class PeriodsTest {
    private static final YearMonth JANUARY = YearMonth.of(2026, 1);
    private static final YearMonth DECEMBER = YearMonth.of(2026, 12);

    private static ReleaseState release(int number, String from, Transition transition, Status status) {
        return new ReleaseState(
                "330000",
                "T",
                number,
                1,
                status,
                null,
                null,
                null,
                "330000/T/1",
                null,
                LocalDate.parse(from),
                null,
                transition,
                Adoption.ORIGIN,
                List.of(),
                Map.of(),
                null,
                Instant.EPOCH,
                "test");
    }

    private static Integer judging(ReleaseState... releases) {
        return Periods.judging(List.of(releases), JANUARY, DECEMBER)
                .map(ReleaseState::number)
                .orElse(null);
    }

    private static final ReleaseState FIRST = release(1, "2025-01-01", Transition.NEW_PERIODS_ONLY, Status.ISSUED);

    @Test
    void leavesAYearThatHasBegunToTheReleaseItBeganWith() {
        assertThat(judging(FIRST, release(2, "2026-03-01", Transition.NEW_PERIODS_ONLY, Status.ISSUED)))
                .isEqualTo(1);
        assertThat(judging(FIRST, release(2, "2026-01-01", Transition.NEW_PERIODS_ONLY, Status.ISSUED)))
                .isEqualTo(2);
    }

    @Test
    void takesThePeriodInWhichItTakesEffectWhenItSaysSo() {
        ReleaseState second = release(2, "2026-03-01", Transition.FROM_DATE, Status.ISSUED);
        assertThat(judging(FIRST, second)).isEqualTo(2);
        assertThat(Periods.judging(List.of(FIRST, second), JANUARY, JANUARY)).contains(FIRST);
    }

    @Test
    void takesAllOfItsYearWhenTheYearIsToBeComputedAnew() {
        ReleaseState second = release(2, "2026-03-01", Transition.RECOMPUTE_YEAR, Status.ISSUED);
        assertThat(Periods.judging(List.of(FIRST, second), JANUARY, JANUARY)).contains(second);
        assertThat(Periods.judging(List.of(FIRST, second), JANUARY.minusMonths(1), JANUARY.minusMonths(1)))
                .contains(FIRST);
    }

    @Test
    void knowsNothingOfReleasesThatWereTakenBack() {
        assertThat(judging(FIRST, release(2, "2026-01-01", Transition.RECOMPUTE_YEAR, Status.WITHDRAWN)))
                .isEqualTo(1);
        assertThat(judging(release(2, "2026-01-01", Transition.FROM_DATE, Status.SUPERSEDED)))
                .isNull();
    }
}
