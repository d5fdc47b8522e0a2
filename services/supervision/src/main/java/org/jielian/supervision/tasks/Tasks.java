package org.jielian.supervision.tasks;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.function.Consumer;
import org.jielian.contracts.BusinessTime;
import org.jielian.contracts.TaskState;
import org.jielian.contracts.TaskState.Rung;
import org.jielian.foundation.access.Access;
import org.jielian.foundation.access.Person;
import org.jielian.foundation.audit.AuditTrail;
import org.jielian.foundation.outbox.Outbox;
import org.jielian.foundation.problems.CommonProblem;

/** Tasks as they are kept: every step is audited and told in the transaction that takes it. */
@Singleton
class Tasks {
    @Inject
    EntityManager em;

    @Inject
    AuditTrail audit;

    @Inject
    Outbox outbox;

    @Inject
    Access access;

    @Inject
    Person person;

    @Inject
    Clock clock;

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), BusinessTime.ZONE);
    }

    /**
     * A task the caller may look at.
     *
     * @throws org.jielian.foundation.problems.ProblemException FORBIDDEN outside the caller's subtree, whether it exists or not
     */
    SupervisionTask require(UUID id) {
        return required(id, em.find(SupervisionTask.class, id));
    }

    private SupervisionTask required(UUID id, SupervisionTask found) {
        if (found != null) return found;
        if (person.isOperator()) throw CommonProblem.NOT_FOUND.because("没有督办 %s", "there is no task %s", id);
        throw access.outside(id.toString());
    }

    /** Keeps a new one. */
    @Transactional(Transactional.TxType.MANDATORY)
    void add(SupervisionTask task) {
        em.persist(task);
        tell(task, "TASK_OPENED", null, null);
    }

    /** Takes a step of a task nobody else steps with meanwhile. */
    @Transactional(Transactional.TxType.MANDATORY)
    SupervisionTask step(UUID id, String action, String reason, Consumer<SupervisionTask> step) {
        SupervisionTask task = required(id, em.find(SupervisionTask.class, id, LockModeType.PESSIMISTIC_WRITE));
        TaskState before = task.state();
        step.accept(task);
        tell(task, action, before, reason);
        return task;
    }

    private void tell(SupervisionTask task, String action, TaskState before, String reason) {
        TaskState after = task.state();
        audit.record(action, task.subject(), task.path, before, after, reason);
        outbox.append(TaskState.TOPIC, after.key(), after);
    }

    /** Public criticism or a summons stays on the record. */
    @Transactional(Transactional.TxType.MANDATORY)
    void recordRung(SupervisionTask task) {
        if (task.rung != Rung.CRITICISED && task.rung != Rung.SUMMONED) return;
        em.flush();
        em.createNativeQuery("""
                        insert into task_record (task_id, rung, due, target, path, by_region, at)
                        values (?1, ?2, ?3, ?4, ?5, ?6, ?7) on conflict do nothing""")
                .setParameter(1, task.id)
                .setParameter(2, task.rung.name())
                .setParameter(3, task.due)
                .setParameter(4, task.target)
                .setParameter(5, task.path)
                .setParameter(6, task.holder)
                .setParameter(7, clock.instant().atOffset(ZoneOffset.UTC))
                .executeUpdate();
    }
}
