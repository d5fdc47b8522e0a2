package org.jielian.metrics.validation;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.temporal.ChronoUnit;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jielian.contracts.ResultState;
import org.jielian.foundation.access.AsSystem;
import org.jielian.foundation.facts.FactReader;

/** Learns from supervision by which limits a unit's year is judged; how it stands to them is supervision's own matter. */
@ApplicationScoped
class LearningLimits {
    @Inject
    FactReader facts;

    @Inject
    KnownLimits limits;

    @Incoming("results")
    @Blocking
    @AsSystem
    @Retry(maxRetries = -1, delay = 1, delayUnit = ChronoUnit.SECONDS, maxDuration = 0)
    @Transactional
    void learn(ConsumerRecords<String, String> records) {
        limits.keep(facts.newest(records, ResultState.class));
    }
}
