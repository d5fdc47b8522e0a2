package org.jielian.supervision;

import io.quarkus.test.Mock;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * The service's clock in tests: it goes as usual, and can be put back by some days to go on from there. Never ahead of the real time, which
 * Kafka refuses.
 */
@Mock
@ApplicationScoped
public class MovableClock extends Clock {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static volatile Duration behind = Duration.ZERO;

    public static void daysAgo(int days) {
        behind = Duration.ofDays(days);
    }

    /** The day it is by this clock. */
    public static LocalDate today() {
        return LocalDate.ofInstant(Instant.now().minus(behind), ZONE);
    }

    @Override
    public ZoneId getZone() {
        return ZONE;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.offset(Clock.system(zone), behind.negated());
    }

    @Override
    public Instant instant() {
        return Instant.now().minus(behind);
    }
}
