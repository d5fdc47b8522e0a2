package org.jielian.foundation.imports;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.Objects;
import java.util.UUID;
import org.jielian.foundation.access.Person;
import org.jielian.foundation.problems.CommonProblem;

/** Imports that the caller could have made, and jobs that go on from them. */
@Singleton
class OwnImports {
    @Inject
    EntityManager em;

    @Inject
    ImportJobs jobs;

    @Inject
    Importers importers;

    @Inject
    Person person;

    @Inject
    TransactionSynchronizationRegistry transaction;

    /**
     * An import of the caller's own node that nobody else goes on from until the transaction ends.
     *
     * @throws org.jielian.foundation.problems.ProblemException NOT_FOUND for those out of sight, FORBIDDEN to whoever could not have made it
     */
    ImportJob require(UUID id) {
        ImportJob job = em.find(ImportJob.class, id, LockModeType.PESSIMISTIC_WRITE);
        if (job == null) throw CommonProblem.NOT_FOUND.because("没有导入任务 %s", "there is no import %s", id);
        boolean sameNode = job.node() == null ? person.isOperator() : Objects.equals(job.node(), person.node());
        if (sameNode && importers.of(job.kind()).roles().stream().anyMatch(person::has)) return job;
        throw CommonProblem.FORBIDDEN.because(
                "只有 %s 有权导入的人员可以这样做",
                "only somebody who imports for %s may do this", job.node() == null ? Person.OPERATOR : job.node());
    }

    /** Keeps a job and starts it once the transaction has committed. */
    void begin(ImportJob job) {
        em.persist(job);
        startLater(job);
    }

    /** The undo of an import of the caller's own, when it failed half way; it starts again once the transaction has committed. */
    boolean goOn(UUID undo) {
        ImportJob job = em.find(ImportJob.class, undo, LockModeType.PESSIMISTIC_WRITE);
        if (!job.hasFailed()) return false;
        job.goOn();
        startLater(job);
        return true;
    }

    private void startLater(ImportJob job) {
        Person.Identity who = person.identity();
        transaction.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {
                // nothing is begun before it is certain
            }

            @Override
            public void afterCompletion(int status) {
                if (status == Status.STATUS_COMMITTED) jobs.start(job.id(), who);
            }
        });
    }
}
