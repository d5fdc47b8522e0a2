package org.jielian.metrics.rollups;

import io.quarkus.arc.Unremovable;
import jakarta.inject.Singleton;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.jboss.logging.Logger;

/**
 * A thread of the chain that failed, as when the brokers were away for too long, is replaced. Left alone it would stay away until the
 * service is started again. What it had not committed is done again.
 */
@Singleton
@Unremovable
class RollupRecovery implements StreamsUncaughtExceptionHandler {
    private static final Logger LOG = Logger.getLogger(RollupRecovery.class);
    private static final long PAUSE_SECONDS = 1;

    @Override
    public StreamThreadExceptionResponse handle(Throwable failure) {
        LOG.errorf(
                failure,
                "roll-up thread failed and is replaced thread=%s",
                Thread.currentThread().getName());
        try {
            // whatever makes it fail at once, again and again, is not to fill the log as well
            TimeUnit.SECONDS.sleep(PAUSE_SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return StreamThreadExceptionResponse.REPLACE_THREAD;
    }
}
