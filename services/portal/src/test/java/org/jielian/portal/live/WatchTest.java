package org.jielian.portal.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.YearMonth;
import java.util.Set;
import org.jielian.contracts.AdoptionState;
import org.jielian.contracts.AdoptionState.Answer;
import org.jielian.contracts.InstitutionType;
import org.jielian.contracts.RollupState;
import org.jielian.portal.figures.Span;
import org.junit.jupiter.api.Test;

class WatchTest {
    private static final YearMonth JUNE = YearMonth.of(2025, 6);
    private static final Instant EARLY = Instant.parse("2025-07-01T00:00:00Z");
    private static final Instant LATE = Instant.parse("2025-07-01T00:00:01Z");

    private final Watch watch = new WatchOfFigures(Set.of("331100", "331102"), Span.year(2025));

    @Test
    void tellsManyChangesAsOneWithTheNewestTime() {
        watch.heard(fact("331102", JUNE, LATE));
        watch.heard(fact("331100", JUNE, EARLY));
        assertThat(watch.take()).isEqualTo(LATE);
        assertThat(watch.take()).isNull();
    }

    @Test
    void keepsSilentAboutOtherRegionsAndOtherPeriods() {
        watch.heard(fact("330100", JUNE, LATE));
        watch.heard(fact("331100", YearMonth.of(2024, 12), LATE));
        assertThat(watch.take()).isNull();
    }

    @Test
    void hearsOfOneReleaseHowFarItCame() {
        Watch standing = new WatchOfStanding("330000/JNJG/2");
        standing.heard(adoption("330000/JNJG/3", LATE));
        standing.heard(fact("331100", JUNE, LATE));
        assertThat(standing.take()).isNull();
        standing.heard(adoption("330000/JNJG/2", LATE));
        assertThat(standing.take()).isEqualTo(LATE);
    }

    private static AdoptionState adoption(String origin, Instant answeredAt) {
        return new AdoptionState(
                "331100",
                origin,
                origin,
                2,
                Answer.CONFIRMED,
                null,
                null,
                0,
                EARLY,
                null,
                null,
                answeredAt,
                "li",
                null);
    }

    private static RollupState fact(String region, YearMonth period, Instant asOf) {
        return new RollupState(region, period, InstitutionType.AGENCY, 2, null, null, asOf);
    }
}
