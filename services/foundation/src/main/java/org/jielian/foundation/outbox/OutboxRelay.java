package org.jielian.foundation.outbox;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/**
 * Tells committed facts. It has a thread of its own and is woken by each commit, since a report is to be seen at the top of the chain
 * within a second and every wait of a scheduler would be part of that second.
 */
@Singleton
class OutboxRelay {
    private static final Logger LOG = Logger.getLogger(OutboxRelay.class);
    /** How soon facts committed by another instance, or left by one that died, are looked for. */
    private static final long IDLE_MILLIS = 500;

    private static final long AFTER_FAILURE_MILLIS = 1000;

    @Inject
    OutboxBatch batch;

    private final Semaphore wakeUp = new Semaphore(0);
    private final Thread thread = new Thread(this::run, "outbox-relay");
    private volatile boolean running = true;

    void start(@Observes StartupEvent started) {
        thread.setDaemon(true);
        thread.start();
    }

    void stop(@Observes ShutdownEvent stopping) throws InterruptedException {
        running = false;
        wake();
        thread.join(TimeUnit.SECONDS.toMillis(5));
    }

    void wake() {
        wakeUp.release();
    }

    private void run() {
        while (running) {
            try {
                int told = QuarkusTransaction.requiringNew().timeout(60).call(batch::publish);
                if (told < OutboxBatch.SIZE) pause(IDLE_MILLIS);
            } catch (InterruptedException e) {
                running = false;
            } catch (RuntimeException e) {
                // the facts are still in the table: Kafka or the database will be back
                LOG.errorf(e, "facts could not be told, will try again");
                backOff();
            }
        }
    }

    private void pause(long millis) throws InterruptedException {
        if (wakeUp.tryAcquire(millis, TimeUnit.MILLISECONDS)) wakeUp.drainPermits();
    }

    private void backOff() {
        try {
            TimeUnit.MILLISECONDS.sleep(AFTER_FAILURE_MILLIS);
        } catch (InterruptedException e) {
            running = false;
        }
    }
}
