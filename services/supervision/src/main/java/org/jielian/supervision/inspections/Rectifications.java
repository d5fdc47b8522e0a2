package org.jielian.supervision.inspections;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jielian.contracts.RectificationState;
import org.jielian.foundation.access.Access;
import org.jielian.foundation.access.Person;
import org.jielian.foundation.audit.AuditTrail;
import org.jielian.foundation.outbox.Outbox;

/** Rectification notices as they are kept: every step is audited and told in the transaction that takes it. */
@Singleton
class Rectifications {
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

    private record Kept(RectificationNotice notice, String path) {}

    /**
     * A notice the caller may look at.
     *
     * @throws org.jielian.foundation.problems.ProblemException FORBIDDEN outside the caller's sight, whether it exists or not
     */
    RectificationNotice require(UUID id) {
        return find(id, "").notice();
    }

    private Kept find(UUID id, String lock) {
        List<?> rows = em.createNativeQuery("select cast(body as text), path from rectification where id = ?1" + lock)
                .setParameter(1, id)
                .getResultList();
        return rows.stream()
                .map(row -> (Object[]) row)
                .map(r -> new Kept(bodies.read((String) r[0], RectificationNotice.class), (String) r[1]))
                .findFirst()
                .orElseThrow(() -> missing(id));
    }

    private RuntimeException missing(UUID id) {
        if (person.isOperator()) {
            return InspectionProblem.NO_RECTIFICATION.because("没有整改通知书 %s", "there is no rectification notice %s", id);
        }
        return access.outside(id.toString());
    }

    /** The next number of an issuer in a year; the issuer's numbers are held still until the transaction ends. */
    int nextNumber(String issuer, int year) {
        em.createNativeQuery(
                        "select 1 from (select pg_advisory_xact_lock(hashtextextended('rectifications/' || ?1, 0))) as held")
                .setParameter(1, issuer)
                .getSingleResult();
        return ((Number) em.createNativeQuery(
                                "select coalesce(max(number_in_year), 0) + 1 from rectification where issuer = ?1 and number_year = ?2")
                        .setParameter(1, issuer)
                        .setParameter(2, year)
                        .getSingleResult())
                .intValue();
    }

    /** Keeps a new one, the so-manieth of its issuer in the year it is served. */
    @Transactional(Transactional.TxType.MANDATORY)
    void add(RectificationNotice notice, int inYear, String path) {
        notice.version = 1;
        em.createNativeQuery("""
                        insert into rectification (id, number, number_year, number_in_year, inspection_id, unit_code, unit_name, issuer,
                                                   served_on, path, version, body, changed_at)
                        values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, 0, '{}', ?11)""")
                .setParameter(1, notice.id)
                .setParameter(2, notice.number)
                .setParameter(3, notice.servedOn.getYear())
                .setParameter(4, inYear)
                .setParameter(5, notice.inspection)
                .setParameter(6, notice.unitCode)
                .setParameter(7, notice.unitName)
                .setParameter(8, notice.issuer)
                .setParameter(9, notice.servedOn)
                .setParameter(10, path)
                .setParameter(11, clock.instant())
                .executeUpdate();
        keep(notice, path, "RECTIFICATION_SERVED", null, null);
    }

    /** Takes a step of a notice nobody else steps with meanwhile. */
    @Transactional(Transactional.TxType.MANDATORY)
    RectificationNotice step(UUID id, ProblemAction action, String reason, Consumer<RectificationNotice> step) {
        Kept kept = find(id, " for update");
        RectificationState before = kept.notice().fact();
        step.accept(kept.notice());
        keep(kept.notice(), kept.path(), "RECTIFICATION_" + action, before, reason);
        return kept.notice();
    }

    private void keep(RectificationNotice n, String path, String action, RectificationState before, String reason) {
        em.createNativeQuery("""
                        update rectification set due = cast(?2 as date), closed_at = cast(?3 as timestamptz), version = ?4,
                            body = cast(?5 as jsonb), changed_at = ?6 where id = ?1""")
                .setParameter(1, n.id)
                .setParameter(2, n.firstDeadline().map(Object::toString).orElse(null))
                .setParameter(3, n.closedAt == null ? null : n.closedAt.toString())
                .setParameter(4, n.version)
                .setParameter(5, bodies.write(n))
                .setParameter(6, clock.instant())
                .executeUpdate();
        n.problems.forEach(p -> keep(n.id, p));
        RectificationState after = n.fact();
        audit.recordAll(List.of(
                new AuditTrail.Change(action, "rectification/" + n.id, n.version, path, before, after, reason)));
        outbox.append(RectificationState.TOPIC, after.key(), after);
    }

    private void keep(UUID notice, NumberedProblem p) {
        em.createNativeQuery("""
                        insert into rectification_problem (notice_id, no, item, clause, found, term, deadline, responsible, status)
                        values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
                        on conflict (notice_id, no) do update set deadline = excluded.deadline, status = excluded.status""")
                .setParameter(1, notice)
                .setParameter(2, p.no)
                .setParameter(3, p.item)
                .setParameter(4, p.clause)
                .setParameter(5, p.found)
                .setParameter(6, p.term.name())
                .setParameter(7, p.deadline)
                .setParameter(8, p.responsible)
                .setParameter(9, p.status.name())
                .executeUpdate();
    }
}
