package org.jielian.supervision.tasks;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jielian.contracts.TaskState.Rung;
import org.jielian.foundation.access.Person;
import org.jielian.foundation.audit.AuditTrail;
import org.jielian.supervision.evidence.EvidenceDesk;

/** One task with its history, as far as the caller may see it. */
@Singleton
class ReadingTasks {
    @Inject
    EntityManager em;

    @Inject
    Tasks tasks;

    @Inject
    CauseRows causes;

    @Inject
    ListingTasks listing;

    @Inject
    AuditTrail audit;

    @Inject
    EvidenceDesk desk;

    @Inject
    Person person;

    @Transactional
    TaskView of(UUID id) {
        SupervisionTask t = tasks.require(id);
        List<String> names = listing.names(t.target, t.issuer, t.holder);
        return new TaskView(
                t.state(),
                t.title(),
                t.detail(),
                names.get(0),
                names.get(1),
                names.get(2),
                t.grouped,
                t.climbsOn,
                t.answer,
                files(t),
                t.askedUntil,
                t.askedReason,
                t.remark,
                t.possibleFor(Actor.of(person)),
                causes.of(id),
                records(id),
                audit.of(t.subject()).stream().map(TaskView.Step::of).toList());
    }

    private List<TaskView.File> files(SupervisionTask task) {
        List<UUID> ids = Stream.of(task.evidence).map(UUID::fromString).toList();
        return desk.require(ids, task.target).stream()
                .map(e -> new TaskView.File(e.id(), e.name()))
                .toList();
    }

    private List<TaskView.Record> records(UUID id) {
        List<?> rows = em.createNativeQuery(
                        "select rung, by_region, cast(due as text), at from task_record where task_id = ?1 order by at, rung")
                .setParameter(1, id)
                .getResultList();
        return rows.stream().map(row -> record((Object[]) row)).toList();
    }

    private static TaskView.Record record(Object[] r) {
        return new TaskView.Record(
                Rung.valueOf((String) r[0]), (String) r[1], LocalDate.parse((String) r[2]), (Instant) r[3]);
    }
}
