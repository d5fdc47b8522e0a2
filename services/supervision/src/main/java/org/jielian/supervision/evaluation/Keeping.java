package org.jielian.supervision.evaluation;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ApplicationNotRunning;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.jielian.foundation.access.AsSystem;

/** Keeps results current: units first, then the regions above them. Several instances share the work, batch by batch. */
@Singleton
class Keeping {
    @Inject
    EvaluatingAgain again;

    @Scheduled(
            every = "${evaluation.look:500ms}",
            concurrentExecution = ConcurrentExecution.SKIP,
            skipExecutionIf = ApplicationNotRunning.class)
    @AsSystem
    void look() {
        boolean more = true;
        while (more) more = again.units() > 0 || again.regions() > 0;
    }
}
