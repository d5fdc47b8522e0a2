package org.jielian.bench;

import java.util.concurrent.atomic.AtomicLong;
import org.jielian.local.LocalSystem;

/** What metrics takes of the machine's memory while something is measured: before it, the most during it, after it. */
final class MemoryWatch {
    private static final String METRICS = "metrics";
    private static final int KILO = 1024;
    private static final long EVERY_MILLIS = 500;

    private final LocalSystem system;
    private final long before;
    private final AtomicLong most = new AtomicLong();
    private final Thread watch = new Thread(this::watch, "memory");

    MemoryWatch(LocalSystem system) {
        this.system = system;
        this.before = now();
        watch.setDaemon(true);
        watch.start();
    }

    String end() {
        watch.interrupt();
        long after = now();
        return before / KILO + " MB, " + most.accumulateAndGet(after, Math::max) / KILO + " MB, " + after / KILO
                + " MB";
    }

    private long now() {
        return system.memory().get(METRICS);
    }

    private void watch() {
        try {
            while (true) {
                most.accumulateAndGet(now(), Math::max);
                Thread.sleep(EVERY_MILLIS);
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }
}
