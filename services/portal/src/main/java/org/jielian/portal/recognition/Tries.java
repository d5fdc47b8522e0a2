package org.jielian.portal.recognition;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jielian.portal.clients.UpstreamProblem;

/**
 * Wrong codes of certificates, counted for a minute for everybody together: ten characters can't be guessed by trying, and nobody is to keep
 * the services busy with it. A right code is answered as long as not too many wrong ones were tried.
 */
@ApplicationScoped
class Tries {
    static final int A_MINUTE = 60;

    @Inject
    Clock clock;

    private Instant minute = Instant.EPOCH;
    private int failed;

    synchronized void requireFew() {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MINUTES);
        if (!now.equals(minute)) {
            minute = now;
            failed = 0;
        }
        if (failed >= A_MINUTE) throw UpstreamProblem.of(429, "too many wrong codes");
    }

    synchronized void failed() {
        failed++;
    }
}
