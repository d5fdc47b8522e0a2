package org.jielian.local;

import java.io.PrintStream;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Progress for a person: on a terminal one line per part that is redrawn in place, elsewhere one line per event, so
 * that a log stays readable.
 */
final class Console implements Progress, AutoCloseable {
    private static final long REDRAW_MILLIS = 500;

    private static final class Line {
        private final long since = System.nanoTime();
        private String what = "";
        private Duration took;

        private Duration elapsed() {
            return took != null ? took : Duration.ofNanos(System.nanoTime() - since);
        }
    }

    private final PrintStream out;
    private final boolean terminal;
    private final Map<String, Line> lines = new LinkedHashMap<>();
    private final ScheduledExecutorService clock;
    private int drawn;

    Console(PrintStream out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
        this.clock = terminal ? Executors.newSingleThreadScheduledExecutor(Console::daemon) : null;
        if (terminal) {
            clock.scheduleAtFixedRate(this::redraw, REDRAW_MILLIS, REDRAW_MILLIS, TimeUnit.MILLISECONDS);
        }
    }

    @Override
    public synchronized void doing(String part, String what) {
        Line line = lines.computeIfAbsent(part, p -> new Line());
        if (what.equals(line.what)) {
            return;
        }
        line.what = what;
        if (!terminal) {
            print(part, line);
        }
    }

    @Override
    public synchronized void ready(String part) {
        Line line = lines.computeIfAbsent(part, p -> new Line());
        line.what = "ready";
        line.took = line.elapsed();
        if (terminal) {
            redraw();
        } else {
            print(part, line);
        }
    }

    /** Ends the redrawing, so that what is printed next stays where it is. */
    @Override
    public synchronized void close() {
        if (terminal && !clock.isShutdown()) {
            clock.shutdownNow();
            redraw();
        }
    }

    private synchronized void redraw() {
        if (drawn > 0) {
            out.print("\033[" + drawn + "A");
        }
        lines.forEach((part, line) -> {
            out.print("\r\033[2K");
            print(part, line);
        });
        drawn = lines.size();
        out.flush();
    }

    private void print(String part, Line line) {
        out.printf("  %-12s %6.1f s  %s%n", part, line.elapsed().toMillis() / 1000.0, line.what);
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "progress");
        thread.setDaemon(true);
        return thread;
    }
}
