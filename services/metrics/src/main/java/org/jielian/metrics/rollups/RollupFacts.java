package org.jielian.metrics.rollups;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.temporal.ChronoUnit;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jielian.foundation.access.AsSystem;

/** Listens to the totals and says when there is news, once it can be read. */
@ApplicationScoped
class RollupFacts {
    @Inject
    RollupLearning learning;

    @Inject
    RollupNews news;

    @Incoming("rollups")
    @Blocking
    @AsSystem
    @Retry(maxRetries = -1, delay = 1, delayUnit = ChronoUnit.SECONDS, maxDuration = 0)
    void learn(ConsumerRecords<String, String> records) {
        learning.learn(records);
        news.announce();
    }
}
