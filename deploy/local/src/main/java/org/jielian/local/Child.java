package org.jielian.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A running part: its process, with whatever it started itself, and whether we meant it to end. */
final class Child {
    private static final Path SETSID = Path.of("/usr/bin/setsid");
    /** What a shell may have set for other programs must not reach into ours. */
    private static final List<String> FOREIGN = List.of("QUARKUS_", "KC_", "KAFKA_", "JIELIAN_", "JAVA_OPTS");

    private final Part part;
    private final Process process;
    private volatile boolean endExpected;

    private Child(Part part, Process process) {
        this.part = part;
        this.process = process;
    }

    static Child start(Part part) {
        // A session of its own: Ctrl-C goes to the launcher alone, which then stops the parts in order.
        List<String> command = new ArrayList<>();
        if (Files.isExecutable(SETSID)) {
            command.add(SETSID.toString());
        }
        command.addAll(part.command());
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(part.log().toFile()));
        builder.environment().keySet().removeIf(name -> FOREIGN.stream().anyMatch(name::startsWith));
        builder.environment().putAll(part.environment());
        try {
            return new Child(part, builder.start());
        } catch (IOException e) {
            throw new StartProblem(e, "Cannot start %s: %s.", part.name(), e.getMessage());
        }
    }

    Part part() {
        return part;
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    boolean endExpected() {
        return endExpected;
    }

    void onEnd(Runnable action) {
        process.onExit().thenRun(action);
    }

    /** Asks it to end; when it has not done so in time, makes it end. */
    void stop(Duration patience) {
        endExpected = true;
        process.destroy();
        try {
            if (!process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                kill();
            }
        } catch (InterruptedException e) {
            kill();
            Thread.currentThread().interrupt();
        }
    }

    /** Ends it with all it started, without a chance to tidy up. */
    void kill() {
        endExpected = true;
        List<ProcessHandle> family =
                Stream.concat(Stream.of(handle()), handle().descendants()).toList();
        family.forEach(ProcessHandle::destroyForcibly);
        family.forEach(each -> each.onExit().join());
    }

    /** One sentence about its unexpected end, with the last lines of its log. */
    String obituary() {
        return "%s ended with code %d; its log is %s and ends with%n%s"
                .formatted(part.name(), process.exitValue(), part.log(), lastLines(part.log(), 12));
    }

    private static String lastLines(Path log, int count) {
        try {
            List<String> lines = Files.readAllLines(log);
            return String.join(System.lineSeparator(), lines.subList(Math.max(0, lines.size() - count), lines.size()))
                    .indent(4);
        } catch (IOException | UncheckedIOException e) {
            return "    (the log cannot be read: " + e.getMessage() + ")";
        }
    }
}
