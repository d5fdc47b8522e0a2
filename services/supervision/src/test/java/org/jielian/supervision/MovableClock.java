package org.jielian.supervision;

import io.quarkus.test.Mock;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/**
 * The service's clock in tests: it goes as usual, and can be put back by some days to go on from there. Never ahead of the real time, which
 * Kafka refuses.
 */
@Mock
@ApplicationScoped
public class MovableClock extends Clock {
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static volatile Duration behind = Duration.ZERO;

    public static void daysAgo(int days) {
        behind = Duration.ofDays(days);
    }

    /** It is that day, which has been. */
    public static void on(LocalDate day) {
        daysAgo((int) ChronoUnit.DAYS.between(day, LocalDate.now(ZONE)));
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
