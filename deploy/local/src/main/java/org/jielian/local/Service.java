package org.jielian.local;

import java.util.List;
import java.util.Locale;

/** The four services and what each is given of this machine. */
public enum Service {
    UNITS(true, "-Xmx256m"),
    // All reports of all units run through it, so it gets the heap, and the compiler that makes loops fast.
    METRICS(true, "-Xmx512m"),
    SUPERVISION(true, "-Xmx192m", "-XX:TieredStopAtLevel=1"),
    PORTAL(false, "-Xmx256m");

    private final boolean database;
    private final List<String> memory;

    Service(boolean database, String... memory) {
        this.database = database;
        this.memory = List.of(memory);
    }

    /** Its name, which is also that of its database, role, log and module. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean hasDatabase() {
        return database;
    }

    List<String> memory() {
        return memory;
    }
}
