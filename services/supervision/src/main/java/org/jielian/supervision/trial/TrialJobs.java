package org.jielian.supervision.trial;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jboss.logging.Logger;
import org.jielian.foundation.access.Access;
import org.jielian.foundation.access.InTheNameOf;
import org.jielian.foundation.access.Person;
import org.jielian.foundation.problems.ProblemException;
import org.jielian.foundation.problems.Text;
import org.jielian.supervision.standards.Drafting;
import org.jielian.supervision.standards.Drafts.Draft;
import org.jielian.supervision.trial.TrialRecords.Run;

/**
 * Tries drafts some units at a time, with progress that can be watched. A trial that a crash interrupted begins again by itself after the
 * next start; one that is begun again, or whose draft is gone, is not worked on any more.
 */
@Singleton
class TrialJobs {
    private static final Logger LOG = Logger.getLogger(TrialJobs.class);

    @Inject
    TrialRecords records;

    @Inject
    Trying trying;

    @Inject
    Drafting drafting;

    @Inject
    TrialConfig config;

    @Inject
    Access access;

    @Inject
    Person person;

    @Inject
    InTheNameOf inTheNameOf;

    @Inject
    Clock clock;

    private ExecutorService workers;

    void open(@Observes StartupEvent started) throws Exception {
        workers = Executors.newFixedThreadPool(config.parallel(), r -> new Thread(r, "trial"));
        takeUp();
    }

    /** Begins anew what a process that died has left running. */
    void takeUp() throws Exception {
        List<Run> left =
                inTheNameOf.system(() -> QuarkusTransaction.requiringNew().call(records::running));
        for (Run run : left) {
            UUID again =
                    inTheNameOf.system(() -> QuarkusTransaction.requiringNew().call(() -> records.beginAgain(run)));
            LOG.infof("trial begins again draft=%s year=%d", run.draft(), run.year());
            start(again, run.person());
        }
    }

    void stop(@Observes ShutdownEvent stopping) {
        if (workers != null) workers.shutdownNow();
    }

    /**
     * Begins to try a draft; what a trial of that year had said before is forgotten.
     *
     * @param wait whether to return only when it is over
     */
    void begin(UUID draftId, int year, boolean wait) {
        // committed before anybody works on it, also when the caller has a transaction of its own
        UUID run = QuarkusTransaction.requiringNew().call(() -> {
            Draft draft = drafting.look(draftId);
            String path = access.requireActs(draft.regionCode());
            return records.begin(draft, year, path, person.identity(), clock.instant());
        });
        Future<?> work = start(run, person.identity());
        if (wait) await(work);
    }

    private static void await(Future<?> work) {
        try {
            work.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while trying a draft", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("the trial failed", e.getCause());
        }
    }

    private Future<?> start(UUID run, Person.Identity identity) {
        return workers.submit(() -> inTheNameOf.call(identity, () -> {
            work(run);
            return null;
        }));
    }

    private void work(UUID run) {
        try {
            QuarkusTransaction.requiringNew().call(() -> records.running(run)).ifPresent(this::tryOut);
        } catch (ProblemException refusal) {
            fail(run, refusal.detail());
        } catch (RuntimeException e) {
            if (Thread.currentThread().isInterrupted()) {
                LOG.infof("trial stopped, begins again after the next start run=%s", run);
                return;
            }
            LOG.errorf(e, "trial failed run=%s", run);
            fail(run, Text.of("系统内部错误，请重新试算", "it failed on our side; try it again"));
        }
    }

    private void tryOut(Run run) {
        Attempt attempt = QuarkusTransaction.requiringNew().call(() -> {
            Draft draft = drafting.look(run.draft());
            records.tries(run.id(), draft.version());
            return trying.begin(
                    draft.regionCode(),
                    run.path(),
                    draft.standardCode(),
                    draft.body().content(),
                    run.year());
        });
        int changes = 0;
        while (!attempt.isOver()) {
            int place = changes;
            Attempt.Step step = QuarkusTransaction.requiringNew().call(() -> {
                Attempt.Step next = attempt.next(config.chunk());
                return records.keep(run, attempt.total(), next, place) ? next : null;
            });
            if (step == null) return;
            changes += step.changes().size();
        }
        QuarkusTransaction.requiringNew()
                .run(() -> records.done(run.id(), attempt.total(), attempt.summary(), clock.instant()));
    }

    private void fail(UUID run, Text why) {
        QuarkusTransaction.requiringNew().run(() -> records.failed(run, why, clock.instant()));
    }
}
