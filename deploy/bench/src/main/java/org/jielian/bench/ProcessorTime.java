package org.jielian.bench;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jielian.local.LocalSystem;

/** What the parts of the system used of the processor from a moment on. */
final class ProcessorTime {
    private final LocalSystem system;
    private final Map<String, Duration> before;

    ProcessorTime(LocalSystem system) {
        this.system = system;
        this.before = system.processorTime();
    }

    /** By part, in seconds. Keycloak has no part in what is measured. */
    String sinceThen() {
        return system.processorTime().entrySet().stream()
                .filter(part -> !part.getKey().equals("keycloak"))
                .map(part -> String.format(
                        Locale.ROOT,
                        "%s %.1f s",
                        part.getKey(),
                        part.getValue().minus(before.get(part.getKey())).toMillis() / 1000.0))
                .collect(Collectors.joining(", "));
    }
}
