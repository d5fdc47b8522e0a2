package org.jielian.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Optional;
import org.jielian.contracts.BusinessTime;

/**
 * The clock of a running system, kept in its data folder: all services look there how far it is put back. To rehearse a year one puts it
 * back and then day by day on again, at most to the true time.
 */
public final class SystemClock {
    /** When offices are open: a day begins for people then. */
    private static final LocalTime MORNING = LocalTime.of(9, 0);

    private final Path file;

    SystemClock(Path file) {
        this.file = file;
    }

    /** The program behind {@code deploy/local/clock}. */
    public static void main(String[] args) {
        try {
            System.out.println(put(Installation.find().root(), args));
        } catch (StartProblem problem) {
            System.err.println(problem.getMessage());
            System.exit(1);
        }
    }

    private static LocalDateTime put(Path root, String... args) {
        boolean elsewhere = args.length == 3 && args[0].equals("--data");
        if (!elsewhere && args.length != 1) {
            throw new StartProblem("deploy/local/clock [--data DIR] YYYY-MM-DD | now");
        }
        Path folder = elsewhere ? Path.of(args[1]) : root.resolve("data");
        SystemClock clock = new SystemClock(folder.resolve(DataFolder.CLOCK));
        String day = args[args.length - 1];
        if (day.equals("now")) clock.goBackToTheTrueTime();
        else clock.goTo(day(day));
        return LocalDateTime.now(BusinessTime.clock(Optional.of(clock.file)));
    }

    static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (java.time.DateTimeException e) {
            throw new StartProblem(e, "Write the day as 2025-01-06, not %s.", text);
        }
    }

    /** What day it is by this clock. */
    public LocalDate today() {
        return LocalDate.now(BusinessTime.clock(Optional.of(file)));
    }

    /**
     * Puts it to the morning of a day; it goes on from there.
     *
     * @throws StartProblem for a day to come
     */
    public void goTo(LocalDate day) {
        Instant morning = day.atTime(MORNING).atZone(BusinessTime.ZONE).toInstant();
        Duration behind = Duration.between(morning, Instant.now());
        if (behind.isNegative())
            throw new StartProblem("The clock can be put back only, and %s is still to come.", day);
        write(behind);
    }

    /** Puts it to the true time. */
    public void goBackToTheTrueTime() {
        write(Duration.ZERO);
    }

    /** In one go: a service may be reading. */
    private void write(Duration behind) {
        try {
            Path next = Files.writeString(file.resolveSibling(file.getFileName() + ".next"), behind.toString());
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new StartProblem(e, "Cannot write %s: %s.", file, e);
        }
    }
}
