package org.jielian.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** How much memory a process and those it started hold. */
final class Memory {
    private Memory() {}

    /**
     * In kilobytes. What several processes share (PostgreSQL's buffers) is counted once, each of them with its part of
     * it; a process that has just ended counts as nothing.
     */
    static long of(ProcessHandle process) {
        return Stream.concat(Stream.of(process), process.descendants())
                .mapToLong(each -> ofOne(each.pid()))
                .sum();
    }

    /** The same without the processes it started. */
    static long ofOne(long pid) {
        Path folder = Path.of("/proc", String.valueOf(pid));
        long proportional = read(folder.resolve("smaps_rollup"), "Pss:");
        return proportional >= 0 ? proportional : Math.max(0, read(folder.resolve("status"), "VmRSS:"));
    }

    private static long read(Path file, String key) {
        try {
            List<String> lines = Files.readAllLines(file);
            return lines.stream()
                    .filter(line -> line.startsWith(key))
                    .map(line -> line.replaceAll("[^0-9]", ""))
                    .mapToLong(Long::parseLong)
                    .findFirst()
                    .orElse(-1);
        } catch (IOException e) {
            return -1; // the process has ended, or this system has no /proc
        }
    }
}
