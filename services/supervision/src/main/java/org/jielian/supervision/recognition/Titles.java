package org.jielian.supervision.recognition;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jielian.contracts.TitleState;
import org.jielian.foundation.audit.AuditTrail;
import org.jielian.foundation.outbox.Outbox;

/** The applications as they are kept; every change is audited and told in the transaction that makes it. */
@Singleton
class Titles {
    @Inject
    EntityManager em;

    @Inject
    ObjectMapper json;

    @Inject
    Outbox outbox;

    @Inject
    AuditTrail audit;

    @Inject
    Clock clock;

    /** An application and where its unit stands. */
    record Kept(Title title, String path) {}

    /** For whoever row-level security lets see it. */
    Kept require(UUID id) {
        return one("where id = ?1", id).orElseThrow(() -> missing(id));
    }

    /** The same, held still until the transaction ends. */
    Kept hold(UUID id) {
        return one("where id = ?1 for update", id).orElseThrow(() -> missing(id));
    }

    /** The last application of a unit. */
    Optional<Title> lastOf(String unit) {
        return one("where unit_code = ?1 order by changed_at desc, year desc limit 1", unit)
                .map(Kept::title);
    }

    Optional<Kept> one(String where, Object... parameters) {
        return all(where, parameters).stream().findFirst();
    }

    List<Kept> all(String where, Object... parameters) {
        var query = em.createNativeQuery("select cast(body as text), path from title " + where);
        for (int i = 0; i < parameters.length; i++) query.setParameter(i + 1, parameters[i]);
        List<?> rows = query.getResultList();
        return rows.stream()
                .map(row -> (Object[]) row)
                .map(r -> new Kept(read((String) r[0]), (String) r[1]))
                .toList();
    }

    /** Name of a region; {@code null} for none. */
    String nameOf(String region) {
        if (region == null) return null;
        List<?> names = em.createNativeQuery("select name from known_region where code = ?1")
                .setParameter(1, region)
                .getResultList();
        return names.isEmpty() ? region : (String) names.get(0);
    }

    private static RuntimeException missing(UUID id) {
        return TitleProblem.NO_TITLE.because("没有认定事项 %s", "there is no application %s", id);
    }

    /** A unit does one thing at a time, also before it has any row to be held. */
    void holdUnit(String unit) {
        em.createNativeQuery(
                        "select 1 from (select pg_advisory_xact_lock(hashtextextended('title/' || ?1, 0))) as held")
                .setParameter(1, unit)
                .getSingleResult();
    }

    /**
     * Keeps a change.
     *
     * @param before what it was before; {@code null} for a new one
     * @param score what holds now; {@code null} when it is not known
     */
    @Transactional(Transactional.TxType.MANDATORY)
    void keep(Title title, String path, String action, String before, BigDecimal score, String reason) {
        title.version = Math.max(title.version + 1, clock.millis());
        em.createNativeQuery("""
                        insert into title (id, unit_code, standard_code, year, state, holder, due, path, version, score, number, province,
                                           body, changed_at)
                        values (?1, ?2, ?3, ?4, ?5, ?6, cast(?7 as date), ?8, ?9, cast(?10 as numeric), ?11, ?12, cast(?13 as jsonb),
                                ?14)
                        on conflict (id) do update set state = excluded.state, holder = excluded.holder, due = excluded.due,
                            path = excluded.path, version = excluded.version, score = coalesce(excluded.score, title.score),
                            number = excluded.number, province = excluded.province, body = excluded.body,
                            changed_at = excluded.changed_at""")
                .setParameter(1, title.id)
                .setParameter(2, title.unitCode)
                .setParameter(3, title.standardCode)
                .setParameter(4, title.year)
                .setParameter(5, title.state.name())
                .setParameter(6, title.holder)
                .setParameter(7, title.due == null ? null : title.due.toString())
                .setParameter(8, path)
                .setParameter(9, title.version)
                .setParameter(10, score == null ? null : score.toPlainString())
                .setParameter(11, title.number)
                .setParameter(12, title.province)
                .setParameter(13, write(title))
                .setParameter(14, clock.instant())
                .executeUpdate();
        audit.recordAll(List.of(new AuditTrail.Change(
                action, subject(title.id), title.version, path, tree(before), whereItStands(title), reason)));
        outbox.append(TitleState.TOPIC, title.unitCode, title.fact());
    }

    static String subject(UUID id) {
        return "title/" + id;
    }

    /** What the trail says of a state: where it stands, without the sheet, whose own changes are recorded one by one. */
    private static Map<String, Object> whereItStands(Title t) {
        return Map.of(
                "state",
                t.state.name(),
                "holder",
                t.holder == null ? "" : t.holder,
                "due",
                t.due == null ? "" : t.due.toString());
    }

    private static Object tree(String state) {
        return state == null ? null : Map.of("state", state);
    }

    private Title read(String body) {
        try {
            return json.readValue(body, Title.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a kept title that can't be read", e);
        }
    }

    private String write(Title title) {
        try {
            return json.writeValueAsString(title);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("a title that can't be written", e);
        }
    }
}
