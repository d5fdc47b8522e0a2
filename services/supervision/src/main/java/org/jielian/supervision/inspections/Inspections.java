package org.jielian.supervision.inspections;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jielian.contracts.InspectionState;
import org.jielian.foundation.access.Access;
import org.jielian.foundation.access.Person;
import org.jielian.foundation.audit.AuditTrail;
import org.jielian.foundation.outbox.Outbox;

/** Inspections as they are kept: every step is audited and told in the transaction that takes it. */
@Singleton
class Inspections {
    @Inject
    EntityManager em;

    @Inject
    Bodies bodies;

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

    /** An inspection and where its unit stands. */
    record Kept(Inspection inspection, String path) {}

    /**
     * An inspection the caller may look at.
     *
     * @throws org.jielian.foundation.problems.ProblemException FORBIDDEN outside the caller's sight, whether it exists or not
     */
    Kept require(UUID id) {
        return find(id, "");
    }

    private Kept find(UUID id, String lock) {
        return one("where id = ?1" + lock, id).orElseThrow(() -> missing(id));
    }

    private RuntimeException missing(UUID id) {
        if (person.isOperator())
            return InspectionProblem.NO_INSPECTION.because("没有检查 %s", "there is no inspection %s", id);
        return access.outside(id.toString());
    }

    Optional<Kept> one(String where, Object... parameters) {
        var query = em.createNativeQuery("select cast(body as text), path from inspection " + where);
        for (int i = 0; i < parameters.length; i++) query.setParameter(i + 1, parameters[i]);
        List<?> rows = query.getResultList();
        return rows.stream()
                .map(row -> (Object[]) row)
                .map(r -> new Kept(bodies.read((String) r[0], Inspection.class), (String) r[1]))
                .findFirst();
    }

    /** Keeps a new one. */
    @Transactional(Transactional.TxType.MANDATORY)
    void add(Inspection inspection, String path) {
        inspection.version = 1;
        keep(inspection, path, "INSPECTION_PLANNED", null, inspection.planName);
    }

    /** Takes a step of an inspection nobody else steps with meanwhile. */
    @Transactional(Transactional.TxType.MANDATORY)
    Inspection step(UUID id, String reason, Consumer<Inspection> step) {
        Kept kept = find(id, " for update");
        Inspection inspection = kept.inspection();
        InspectionState before = inspection.fact();
        step.accept(inspection);
        String action =
                inspection.history.get(inspection.history.size() - 1).action().name();
        keep(inspection, kept.path(), "INSPECTION_" + action, before, reason);
        return inspection;
    }

    private void keep(Inspection i, String path, String action, InspectionState before, String reason) {
        em.createNativeQuery("""
                        insert into inspection (id, plan_id, kind, unit_code, unit_name, inspecting, day, status, due, announced, problems,
                                                path, version, body, changed_at)
                        values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, cast(?9 as date), ?10, ?11, ?12, ?13, cast(?14 as jsonb), ?15)
                        on conflict (id) do update set day = excluded.day, status = excluded.status, due = excluded.due,
                            announced = excluded.announced, problems = excluded.problems, version = excluded.version,
                            body = excluded.body, changed_at = excluded.changed_at""")
                .setParameter(1, i.id)
                .setParameter(2, i.plan)
                .setParameter(3, i.kind.name())
                .setParameter(4, i.unitCode)
                .setParameter(5, i.unitName)
                .setParameter(6, i.inspecting)
                .setParameter(7, i.day)
                .setParameter(8, i.status.name())
                .setParameter(9, i.due == null ? null : i.due.toString())
                .setParameter(10, i.isAnnounced())
                .setParameter(11, i.problems().size())
                .setParameter(12, path)
                .setParameter(13, i.version)
                .setParameter(14, bodies.write(i))
                .setParameter(15, clock.instant())
                .executeUpdate();
        InspectionState after = i.fact();
        audit.recordAll(
                List.of(new AuditTrail.Change(action, "inspection/" + i.id, i.version, path, before, after, reason)));
        outbox.append(InspectionState.TOPIC, after.key(), after);
    }

    /** From here on whoever sees the inspection sees this evidence. */
    @Transactional(Transactional.TxType.MANDATORY)
    void shows(UUID inspection, Collection<UUID> evidence) {
        for (UUID id : evidence) {
            em.createNativeQuery(
                            "insert into inspection_evidence (evidence_id, inspection_id) values (?1, ?2) on conflict do nothing")
                    .setParameter(1, id)
                    .setParameter(2, inspection)
                    .executeUpdate();
        }
    }
}
