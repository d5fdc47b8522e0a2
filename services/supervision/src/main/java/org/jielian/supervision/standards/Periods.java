package org.jielian.supervision.standards;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jielian.contracts.ReleaseState;
import org.jielian.contracts.ReleaseState.Status;

/** Which of a region's releases judges a period. */
public final class Periods {
    /**
     * The release by which a period is judged: the latest that applies to it by its transition rule; empty if none does.
     *
     * @param releases all releases of one region and standard
     * @param from first month of the period
     * @param to last month of the period
     */
    public static Optional<ReleaseState> judging(List<ReleaseState> releases, YearMonth from, YearMonth to) {
        return releases.stream()
                .filter(r -> r.status() == Status.ISSUED && applies(r, from, to))
                .max(Comparator.comparing(ReleaseState::effectiveFrom).thenComparing(ReleaseState::number));
    }

    private static boolean applies(ReleaseState release, YearMonth from, YearMonth to) {
        LocalDate effective = release.effectiveFrom();
        return switch (release.transition()) {
            case NEW_PERIODS_ONLY -> !effective.isAfter(from.atDay(1));
            case FROM_DATE -> !effective.isAfter(to.atEndOfMonth());
            case RECOMPUTE_YEAR -> effective.getYear() <= from.getYear();
        };
    }

    private Periods() {}
}
