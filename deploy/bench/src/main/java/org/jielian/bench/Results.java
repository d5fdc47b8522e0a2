package org.jielian.bench;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What was measured, as a Markdown table. */
final class Results {
    private final List<String> lines = new ArrayList<>();

    void section(String name) {
        System.out.println(name);
        lines.add("| **" + name + "** | |");
    }

    void add(String what, String figure) {
        System.out.println("  " + what + ": " + figure);
        lines.add("| " + what + " | " + figure + " |");
    }

    /** Durations with median, 95th percentile and maximum. */
    void add(String what, Times times) {
        add(what + " (" + times.count() + ")", times.toString());
    }

    void print() {
        System.out.println();
        System.out.println(
                "Measured " + LocalDate.now() + ", " + Runtime.getRuntime().availableProcessors() + " cores, Java "
                        + Runtime.version().feature());
        System.out.println();
        System.out.println("| what | figure |");
        System.out.println("| --- | --- |");
        lines.forEach(System.out::println);
    }
}
