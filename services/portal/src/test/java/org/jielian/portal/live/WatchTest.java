package org.jielian.portal.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.YearMonth;
import java.util.Set;
import org.jielian.portal.figures.Span;
import org.junit.jupiter.api.Test;

class WatchTest {
    private static final YearMonth JUNE = YearMonth.of(2025, 6);
    private static final Instant EARLY = Instant.parse("2025-07-01T00:00:00Z");
    private static final Instant LATE = Instant.parse("2025-07-01T00:00:01Z");

    private final Watch watch = new Watch(Set.of("331100", "331102"), Span.year(2025));

    @Test
    void tellsManyChangesAsOneWithTheNewestTime() {
        watch.heard("331102", JUNE, LATE);
        watch.heard("331100", JUNE, EARLY);
        assertThat(watch.take()).isEqualTo(LATE);
        assertThat(watch.take()).isNull();
    }

    @Test
    void keepsSilentAboutOtherRegionsAndOtherPeriods() {
        watch.heard("330100", JUNE, LATE);
        watch.heard("331100", YearMonth.of(2024, 12), LATE);
        assertThat(watch.take()).isNull();
    }
}
