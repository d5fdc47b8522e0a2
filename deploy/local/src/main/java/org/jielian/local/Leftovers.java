package org.jielian.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * Remembers which processes run on the data folder, so that those of a launcher that was killed are ended by the next
 * one instead of holding its ports.
 */
final class Leftovers {
    private final Path folder;

    Leftovers(Path folder) {
        this.folder = folder;
    }

    void remember(String name, ProcessHandle process) {
        try {
            Files.writeString(folder.resolve(name + ".pid"), process.pid() + " " + birth(process));
        } catch (IOException e) {
            throw new StartProblem(e, "Cannot write to %s: %s.", folder, e);
        }
    }

    void forget(String name) {
        try {
            Files.deleteIfExists(folder.resolve(name + ".pid"));
        } catch (IOException e) {
            throw new StartProblem(e, "Cannot write to %s: %s.", folder, e);
        }
    }

    /** Ends what an earlier launcher left running on this folder. */
    void end() {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".pid")).toList()) {
                find(Files.readString(file)).ifPresent(Leftovers::end);
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new StartProblem(e, "Cannot read %s: %s.", folder, e);
        }
    }

    private static void end(ProcessHandle process) {
        List<ProcessHandle> family =
                Stream.concat(Stream.of(process), process.descendants()).toList();
        family.forEach(ProcessHandle::destroy);
        for (ProcessHandle each : family) {
            try {
                each.onExit().get(10, TimeUnit.SECONDS);
            } catch (TimeoutException | ExecutionException e) {
                each.destroyForcibly();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private static Optional<ProcessHandle> find(String remembered) {
        String[] pidAndBirth = remembered.split(" ");
        // A number is used again for other processes in time; together with the time of birth it names one.
        return ProcessHandle.of(Long.parseLong(pidAndBirth[0]))
                .filter(process -> birth(process).toString().equals(pidAndBirth[1]));
    }

    private static Instant birth(ProcessHandle process) {
        return process.info().startInstant().orElse(Instant.EPOCH);
    }
}
