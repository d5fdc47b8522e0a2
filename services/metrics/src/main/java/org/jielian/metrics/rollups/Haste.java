package org.jielian.metrics.rollups;

import org.apache.kafka.streams.processor.api.ProcessingContext;

/**
 * Commits at once while little happens, so that a single report does not wait at each tier for the interval to end; and leaves it to the
 * interval while much happens, since a transaction costs the broker the same for one change and for a thousand. It takes what happened in
 * the window before for what is happening now: a flood begins with a few commits too many, and none while it lasts.
 */
final class Haste {
    static final long WINDOW_MILLIS = 250;
    static final int AT_ONCE = 4;

    private final ProcessingContext context;
    private long windowEnd = Long.MIN_VALUE;
    private int changes;
    private boolean flood;

    Haste(ProcessingContext context) {
        this.context = context;
    }

    /** One more change was taken in. */
    void changed() {
        long now = context.currentSystemTimeMs();
        if (now >= windowEnd) {
            flood = changes > AT_ONCE && now < windowEnd + WINDOW_MILLIS;
            windowEnd = now + WINDOW_MILLIS;
            changes = 0;
        }
        if (++changes <= AT_ONCE && !flood) context.commit();
    }
}
