package org.jielian.contracts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/** In which zone months and days are meant everywhere, and the clock that goes by it. */
public final class BusinessTime {
    /** That of Beijing, which is that of all China. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /**
     * The clock of an installation.
     *
     * @param file from which {@link #behind} reads how far the clock is put back, for rehearsals; empty for the true time
     */
    public static Clock clock(Optional<Path> file) {
        return file.<Clock>map(f -> new PutBack(ZONE, f)).orElseGet(() -> Clock.system(ZONE));
    }

    /**
     * How far a file says the clock is put back.
     *
     * @return nothing where there is no such file
     * @throws IllegalStateException when it says something else than a duration such as {@code PT240H}, or one that would put the clock
     *     ahead: the broker refuses what comes from the future
     */
    public static Duration behind(Path file) {
        try {
            Duration behind = Duration.parse(Files.readString(file).strip());
            if (behind.isNegative()) throw new IllegalStateException(file + " would put the clock ahead of the time");
            return behind;
        } catch (NoSuchFileException none) {
            return Duration.ZERO;
        } catch (DateTimeException e) {
            throw new IllegalStateException(file + " does not say how far the clock is put back, such as PT240H", e);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    /** Goes as the true time does, as far behind as a file says, which is looked at again and again. */
    private static final class PutBack extends Clock {
        private static final long LOOK_AGAIN = Duration.ofMillis(100).toNanos();

        private final ZoneId zone;
        private final Path file;
        private volatile Reading last;

        /** What was read at a time of the machine's own. */
        private record Reading(Duration behind, long at) {}

        PutBack(ZoneId zone, Path file) {
            this.zone = zone;
            this.file = file;
        }

        @Override
        public Instant instant() {
            long now = System.nanoTime();
            Reading reading = last;
            if (reading == null || now - reading.at() > LOOK_AGAIN) {
                reading = new Reading(BusinessTime.behind(file), now);
                last = reading;
            }
            return Instant.now().minus(reading.behind());
        }

        @Override
        public ZoneId getZone() {
            return zone;
        }

        @Override
        public Clock withZone(ZoneId other) {
            return new PutBack(other, file);
        }
    }

    private BusinessTime() {}
}
