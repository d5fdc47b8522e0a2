package org.jielian.local;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * One part that runs as a process of its own: how to start it and how to tell that it is ready.
 *
 * @param patience how long it may take to become ready on a slow machine before something must be wrong
 */
record Part(
        String name, List<String> command, Map<String, String> environment, Path log, Probe probe, Duration patience) {

    /** Asks a starting part whether it is ready; called again and again. */
    interface Probe {
        boolean isReady() throws InterruptedException;
    }
}
