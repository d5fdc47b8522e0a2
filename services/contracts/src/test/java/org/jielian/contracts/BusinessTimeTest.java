package org.jielian.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BusinessTimeTest {
    @TempDir
    Path folder;

    @Test
    void isTheTrueTimeInBeijingWithoutAFile() {
        Clock clock = BusinessTime.clock(Optional.of(folder.resolve("clock")));

        assertThat(clock.getZone()).isEqualTo(BusinessTime.ZONE);
        assertThat(clock.instant()).isCloseTo(Instant.now(), within(1, ChronoUnit.SECONDS));
    }

    @Test
    void goesAsFarBehindAsTheFileSaysAndFollowsIt() throws Exception {
        Path file = Files.writeString(folder.resolve("clock"), "PT240H\n");
        Clock clock = BusinessTime.clock(Optional.of(file));
        Instant tenDaysAgo = Instant.now().minus(Duration.ofDays(10));
        assertThat(clock.instant()).isCloseTo(tenDaysAgo, within(1, ChronoUnit.SECONDS));

        Files.writeString(file, "PT1H");

        Instant patience = Instant.now().plusSeconds(10);
        while (Instant.now().isBefore(patience) && behind(clock).compareTo(Duration.ofHours(2)) > 0)
            Thread.onSpinWait();
        assertThat(behind(clock)).isCloseTo(Duration.ofHours(1), Duration.ofSeconds(1));
    }

    private static Duration behind(Clock clock) {
        return Duration.between(clock.instant(), Instant.now());
    }

    @Test
    void refusesWhatIsNoDurationOrWouldPutItAhead() throws IOException {
        Path file = folder.resolve("clock");
        for (String wrong : new String[] {"tomorrow", "", "-PT1H"}) {
            Files.writeString(file, wrong);
            assertThatThrownBy(() -> BusinessTime.behind(file))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining(file.toString());
        }
    }
}
