package org.jielian.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** Durations of the same thing done many times; safe for several threads. */
final class Times {
    private final List<Long> nanos = Collections.synchronizedList(new ArrayList<>());

    /** Something that is timed. */
    interface Work {
        void run() throws Exception;
    }

    void time(Work work) throws Exception {
        long start = System.nanoTime();
        work.run();
        add(System.nanoTime() - start);
    }

    void add(long duration) {
        nanos.add(duration);
    }

    int count() {
        return nanos.size();
    }

    private String at(int percent) {
        List<Long> sorted = new ArrayList<>(nanos);
        Collections.sort(sorted);
        int place = Math.max(0, (int) Math.ceil(sorted.size() * percent / 100.0) - 1);
        return String.format(Locale.ROOT, "%.1f", sorted.get(place) / 1e6);
    }

    @Override
    public String toString() {
        return "median " + at(50) + " ms, 95 % " + at(95) + " ms, longest " + at(100) + " ms";
    }
}
