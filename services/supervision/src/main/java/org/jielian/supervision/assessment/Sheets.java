package org.jielian.supervision.assessment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jielian.contracts.AssessmentState;
import org.jielian.foundation.access.Access;
import org.jielian.foundation.access.Person;
import org.jielian.foundation.audit.AuditTrail;
import org.jielian.foundation.outbox.Outbox;
import org.jielian.foundation.problems.CommonProblem;

/** Sheets as they are kept; every change is audited and told in the transaction that makes it. */
@Singleton
class Sheets {
    @Inject
    EntityManager em;

    @Inject
    ObjectMapper json;

    @Inject
    Outbox outbox;

    @Inject
    AuditTrail audit;

    @Inject
    Access access;

    @Inject
    Person person;

    @Inject
    Clock clock;

    /** A sheet and where the assessed stands. */
    record Kept(Sheet sheet, String path) {}

    /**
     * A sheet the caller may look at. What was not sent yet is none of the assessed's.
     *
     * @throws org.jielian.foundation.problems.ProblemException FORBIDDEN for anything else, whether it exists or not
     */
    Kept require(UUID id) {
        return seen(id, read("where id = ?1", id));
    }

    /** The same, held still until the transaction ends. */
    Kept hold(UUID id) {
        return seen(id, read("where id = ?1 for update", id));
    }

    /** The sheet of somebody's year, held still; empty if there is none yet. */
    Optional<Kept> ofYear(String assessed, int year) {
        em.createNativeQuery(
                        "select 1 from (select pg_advisory_xact_lock(hashtextextended('assessment/' || ?1, 0))) as held")
                .setParameter(1, assessed + "/" + year)
                .getSingleResult();
        return read("where assessed = ?1 and year = ?2 for update", assessed, year);
    }

    private Kept seen(UUID id, Optional<Kept> found) {
        Optional<Kept> visible = found.filter(
                k -> k.sheet().state.isFrozen() || !k.sheet().assessed.equals(person.node()));
        if (visible.isPresent()) return visible.get();
        if (person.isOperator()) throw CommonProblem.NOT_FOUND.because("没有考核 %s", "there is no assessment %s", id);
        throw access.outside(id.toString());
    }

    private Optional<Kept> read(String where, Object... parameters) {
        var query = em.createNativeQuery("select cast(body as text), path from assessment " + where);
        for (int i = 0; i < parameters.length; i++) query.setParameter(i + 1, parameters[i]);
        List<?> rows = query.getResultList();
        return rows.stream()
                .map(row -> (Object[]) row)
                .map(r -> new Kept(read((String) r[0]), (String) r[1]))
                .findFirst();
    }

    /** Keeps a change; {@code before} is {@code null} for a new sheet. */
    @Transactional(Transactional.TxType.MANDATORY)
    void keep(Sheet s, String path, AssessmentAction action, Map<String, Object> before, String reason) {
        s.version = Math.max(s.version + 1, clock.millis());
        em.createNativeQuery("""
                        insert into assessment (id, assessed, assessor, kind, name, year, standard_code, state, path, version, score, grade,
                                                body, changed_at)
                        values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, cast(?11 as numeric), ?12, cast(?13 as jsonb), ?14)
                        on conflict (id) do update set assessor = excluded.assessor, name = excluded.name,
                            standard_code = excluded.standard_code, state = excluded.state, path = excluded.path,
                            version = excluded.version, score = excluded.score, grade = excluded.grade, body = excluded.body,
                            changed_at = excluded.changed_at""")
                .setParameter(1, s.id)
                .setParameter(2, s.assessed)
                .setParameter(3, s.assessor)
                .setParameter(4, s.unit ? "UNIT" : "REGION")
                .setParameter(5, s.name)
                .setParameter(6, s.year)
                .setParameter(7, s.standardCode)
                .setParameter(8, s.state.name())
                .setParameter(9, path)
                .setParameter(10, s.version)
                .setParameter(
                        11, s.outcome.score() == null ? null : s.outcome.score().toPlainString())
                .setParameter(
                        12, s.outcome.grade() == null ? null : s.outcome.grade().name())
                .setParameter(13, write(s))
                .setParameter(14, clock.instant().atOffset(ZoneOffset.UTC))
                .executeUpdate();
        audit.record(action.name(), subject(s.id), path, before, whereItStands(s), reason);
        AssessmentState fact = s.fact(clock.instant());
        outbox.append(AssessmentState.TOPIC, fact.key(), fact);
    }

    static String subject(UUID id) {
        return "assessment/" + id;
    }

    /** What the trail says of a sheet: where it stands and what it comes to. */
    static Map<String, Object> whereItStands(Sheet s) {
        Map<String, Object> stands = new TreeMap<>();
        stands.put("state", s.state.name());
        if (s.outcome.score() != null) stands.put("score", s.outcome.score());
        if (s.outcome.grade() != null) stands.put("grade", s.outcome.grade().name());
        return stands;
    }

    private Sheet read(String body) {
        try {
            return json.readValue(body, Sheet.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a kept assessment that can't be read", e);
        }
    }

    private String write(Sheet sheet) {
        try {
            return json.writeValueAsString(sheet);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("an assessment that can't be written", e);
        }
    }
}
