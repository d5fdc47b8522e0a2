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
                basis(id),
                records(id),
                audit.of(t.subject()).stream().map(TaskView.Step::of).toList());
    }

    private List<TaskView.File> files(SupervisionTask task) {
        List<UUID> ids = Stream.of(task.evidence).map(UUID::fromString).toList();
        return desk.require(ids, task.target).stream()
                .map(e -> new TaskView.File(e.id(), e.name()))
                .toList();
    }

    private List<TaskView.Basis> basis(UUID id) {
        List<?> rows = em.createNativeQuery("""
                        select distinct r.release, r.body -> 'basis' ->> 'coefficientSet',
                            cast(r.body -> 'basis' ->> 'coefficientVersion' as bigint)
                        from task_cause c join result r on r.node = c.node
                            and c.cause_key = c.kind || '/' || r.node || '/' || r.standard_code || '/' || r.year
                        where c.task_id = ?1 and c.kind in ('ABOVE_CONSTRAINT', 'TARGET_MISSED') order by 1, 2""").setParameter(1, id).getResultList();
        return rows.stream()
                .map(row -> (Object[]) row)
                .map(r -> new TaskView.Basis((String) r[0], (String) r[1], (Long) r[2]))
                .toList();
    }

    private List<TaskView.Record> records(UUID id) {
        List<?> rows = em.createNativeQuery("""
                        select t.rung, t.by_region, k.name, cast(t.due as text), t.at
                        from task_record t left join known_region k on k.code = t.by_region
                        where t.task_id = ?1 order by t.at, t.rung""").setParameter(1, id).getResultList();
        return rows.stream().map(row -> record((Object[]) row)).toList();
    }

    private static TaskView.Record record(Object[] r) {
        return new TaskView.Record(
                Rung.valueOf((String) r[0]), (String) r[1], (String) r[2], LocalDate.parse((String) r[3]), (Instant)
                        r[4]);
    }
}
