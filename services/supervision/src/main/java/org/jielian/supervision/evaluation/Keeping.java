package org.jielian.supervision.evaluation;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jielian.foundation.access.InTheNameOf;

/**
 * Keeps results current: units first, then the regions above them. Several instances share the work, batch by batch. It has a thread of its
 * own: a task is to be open within two seconds of the report that gave rise to it, and a scheduler looks once a second at most.
 */
@Singleton
class Keeping {
    private static final Logger LOG = Logger.getLogger(Keeping.class);
    private static final long AFTER_FAILURE_MILLIS = 1000;

    @Inject
    EvaluatingAgain again;

    @Inject
    InTheNameOf inTheNameOf;

    @Inject
    EvaluationConfig config;

    private final Thread thread = new Thread(this::run, "evaluation");
    private final CountDownLatch stopped = new CountDownLatch(1);

    void start(@Observes StartupEvent started) {
        thread.setDaemon(true);
        thread.start();
    }

    void stop(@Observes ShutdownEvent stopping) throws InterruptedException {
        stopped.countDown();
        thread.join(TimeUnit.SECONDS.toMillis(10));
    }

    private void run() {
        try {
            long pause = 0;
            while (!stopped.await(pause, TimeUnit.MILLISECONDS)) pause = look();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** How long to wait before the next look. */
    private long look() {
        try {
            return inTheNameOf.system(() -> again.units() > 0 || again.regions() > 0)
                    ? 0
                    : config.look().toMillis();
        } catch (Exception e) {
            // the marks are still there: the database will be back
            LOG.errorf(e, "results could not be made anew, will try again");
            return AFTER_FAILURE_MILLIS;
        }
    }
}
