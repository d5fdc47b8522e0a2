package org.jielian.supervision.assessment;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jielian.foundation.access.Access;
import org.jielian.foundation.access.Person;
import org.jielian.foundation.audit.AuditTrail;
import org.jielian.foundation.problems.CommonProblem;
import org.jielian.supervision.evidence.EvidenceDesk;

/** Falsifications that a person of a region above found (弄虚作假): entered with a reason and evidence, withdrawn with a reason. */
@Singleton
class Findings {
    @Inject
    EntityManager em;

    @Inject
    EvidenceDesk desk;

    @Inject
    AuditTrail audit;

    @Inject
    Access access;

    @Inject
    Person person;

    @Inject
    Clock clock;

    /** A falsification; {@code withdrawnReason} is {@code null} while it stands. */
    record Finding(
            UUID id,
            String node,
            int year,
            String reason,
            List<String> evidence,
            String byNode,
            String by,
            Instant at,
            String withdrawnReason,
            String withdrawnBy,
            Instant withdrawnAt) {}

    @Transactional
    Finding enter(String node, int year, String reason, List<UUID> evidence) {
        String path = access.requireSees(node);
        if (person.isOperator() || node.equals(person.node())) {
            throw CommonProblem.FORBIDDEN.because("由 %s 的上级主管部门认定", "a region above %s has to find it", node);
        }
        String why = stated(reason);
        if (evidence == null || evidence.isEmpty()) {
            throw CommonProblem.INVALID.because("请附证据", "show the evidence");
        }
        String[] shown = desk.require(evidence, node).stream()
                .map(e -> e.id().toString())
                .toArray(String[]::new);
        UUID id = UUID.randomUUID();
        em.createNativeQuery("""
                        insert into assessment_finding (id, node, path, year, reason, evidence, by_node, by_name, at)
                        values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)""")
                .setParameter(1, id)
                .setParameter(2, node)
                .setParameter(3, path)
                .setParameter(4, year)
                .setParameter(5, why)
                .setParameter(6, shown)
                .setParameter(7, person.node())
                .setParameter(8, person.name())
                .setParameter(9, clock.instant().atOffset(ZoneOffset.UTC))
                .executeUpdate();
        Finding finding = require(id);
        audit.record("FALSIFICATION_FOUND", "finding/" + id, path, null, finding, why);
        return finding;
    }

    /** It turned out otherwise; only the region that found it takes it back. */
    @Transactional
    Finding withdraw(UUID id, String reason) {
        Finding before = require(id);
        if (!before.byNode().equals(person.node())) {
            throw CommonProblem.FORBIDDEN.because("由认定方 %s 撤回", "%s found it and may withdraw it", before.byNode());
        }
        if (before.withdrawnAt() != null) {
            throw AssessmentProblem.FINDING_ENDED.because("已于 %s 撤回", "it was withdrawn on %s", before.withdrawnAt());
        }
        String why = stated(reason);
        em.createNativeQuery(
                        "update assessment_finding set withdrawn_reason = ?2, withdrawn_by = ?3, withdrawn_at = ?4 where id = ?1")
                .setParameter(1, id)
                .setParameter(2, why)
                .setParameter(3, person.name())
                .setParameter(4, clock.instant().atOffset(ZoneOffset.UTC))
                .executeUpdate();
        Finding after = require(id);
        audit.record("FALSIFICATION_WITHDRAWN", "finding/" + id, access.requireSees(before.node()), before, after, why);
        return after;
    }

    @Transactional
    List<Finding> of(String node, int year) {
        access.requireSees(node);
        return read("where node = ?1 and year = ?2 order by at desc", node, year);
    }

    private Finding require(UUID id) {
        return read("where id = ?1", id).stream()
                .findFirst()
                .orElseThrow(() -> person.isOperator()
                        ? CommonProblem.NOT_FOUND.because("没有认定 %s", "there is no finding %s", id)
                        : access.outside(id.toString()));
    }

    private List<Finding> read(String where, Object... parameters) {
        var query = em.createNativeQuery(
                "select id, node, year, reason, array_to_string(evidence, ','), by_node, by_name, at,"
                        + " withdrawn_reason, withdrawn_by, withdrawn_at from assessment_finding " + where);
        for (int i = 0; i < parameters.length; i++) query.setParameter(i + 1, parameters[i]);
        List<?> rows = query.getResultList();
        return rows.stream().map(row -> (Object[]) row).map(Findings::finding).toList();
    }

    private static Finding finding(Object[] r) {
        return new Finding(
                (UUID) r[0],
                (String) r[1],
                ((Number) r[2]).intValue(),
                (String) r[3],
                List.of(((String) r[4]).split(",")),
                (String) r[5],
                (String) r[6],
                (Instant) r[7],
                (String) r[8],
                (String) r[9],
                (Instant) r[10]);
    }

    private static String stated(String reason) {
        if (reason == null || reason.isBlank()) throw CommonProblem.INVALID.because("请说明理由", "give a reason");
        return reason.strip();
    }
}
