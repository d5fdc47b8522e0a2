package org.jielian.supervision.cascade;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jielian.contracts.AdoptionState;
import org.jielian.contracts.AdoptionState.Answer;
import org.jielian.foundation.outbox.Outbox;

/** How far releases have come, region by region; row-level security decides which of them somebody finds. */
@Singleton
class Adoptions {
    static final String COLUMNS =
            "region_code, release, origin, version, answer, due, own, conflicts, delivered_at, read_at,"
                    + " read_by, answered_at, answered_by, applied_at";

    @Inject
    EntityManager em;

    @Inject
    Outbox outbox;

    Optional<AdoptionState> find(String region, String release) {
        return read(em.createNativeQuery("select " + COLUMNS + " from adoption where region_code = ?1 and release = ?2")
                        .setParameter(1, region)
                        .setParameter(2, release)
                        .getResultList())
                .stream()
                .findFirst();
    }

    AdoptionState require(String region, String release) {
        return find(region, release)
                .orElseThrow(() -> CascadeProblem.NOT_DELIVERED.because(
                        "%s 尚未送达 %s", "%s has not been delivered to %s", release, region));
    }

    /** Open ones whose day has passed and whose region is not held. */
    List<AdoptionState> silentSince(LocalDate today) {
        return read(em.createNativeQuery("select " + COLUMNS + " " + """
                         from adoption a where answer = 'OPEN' and due < ?1
                         and not exists (select from cascade_hold h where h.region_code = a.region_code)
                         order by region_code, due""")
                .setParameter(1, today)
                .getResultList());
    }

    /** Answered ones whose release has come into force since. */
    List<AdoptionState> inForceSince(LocalDate today) {
        return read(em.createNativeQuery("select " + COLUMNS + " " + """
                         from adoption a where own is not null and applied_at is null and answer <> 'VOID'
                         and exists (select from standard_release r
                             where r.region_code || '/' || r.standard_code || '/' || r.number = a.own
                             and r.status = 'ISSUED' and r.effective_from <= ?1)
                         and not exists (select from cascade_hold h where h.region_code = a.region_code) order by region_code""")
                .setParameter(1, today)
                .getResultList());
    }

    /** Keeps a step of our own and tells it. */
    @Transactional(Transactional.TxType.MANDATORY)
    void tell(AdoptionState adoption) {
        keepNewest(adoption);
        outbox.append(AdoptionState.TOPIC, adoption.key(), adoption);
    }

    /** Keeps what was told, unless something newer is there. */
    @Transactional(Transactional.TxType.MANDATORY)
    void keepNewest(AdoptionState a) {
        em.createNativeQuery("""
                        insert into adoption (region_code, release, origin, version, path, answer, due, own, conflicts, delivered_at,
                            read_at, read_by, answered_at, answered_by, applied_at)
                        values (?1, ?2, ?3, ?4, (select path from node_path where code = ?1), ?5, cast(?6 as date), ?7, ?8, ?9,
                            cast(?10 as timestamptz), ?11, cast(?12 as timestamptz), ?13, cast(?14 as timestamptz))
                        on conflict (region_code, release) do update set version = excluded.version, answer = excluded.answer,
                            due = excluded.due, own = excluded.own, conflicts = excluded.conflicts, read_at = excluded.read_at,
                            read_by = excluded.read_by, answered_at = excluded.answered_at, answered_by = excluded.answered_by,
                            applied_at = excluded.applied_at
                        where adoption.version < excluded.version""")
                .setParameter(1, a.regionCode())
                .setParameter(2, a.release())
                .setParameter(3, a.origin())
                .setParameter(4, a.version())
                .setParameter(5, a.answer().name())
                .setParameter(6, text(a.due()))
                .setParameter(7, a.own())
                .setParameter(8, a.conflicts())
                .setParameter(9, a.deliveredAt())
                .setParameter(10, text(a.readAt()))
                .setParameter(11, a.readBy())
                .setParameter(12, text(a.answeredAt()))
                .setParameter(13, a.answeredBy())
                .setParameter(14, text(a.appliedAt()))
                .executeUpdate();
    }

    private static String text(Object time) {
        return time == null ? null : time.toString();
    }

    static List<AdoptionState> read(List<?> rows) {
        return rows.stream().map(row -> state((Object[]) row)).toList();
    }

    static AdoptionState state(Object[] r) {
        return new AdoptionState(
                (String) r[0],
                (String) r[1],
                (String) r[2],
                ((Number) r[3]).longValue(),
                Answer.valueOf((String) r[4]),
                date(r[5]),
                (String) r[6],
                ((Number) r[7]).intValue(),
                (Instant) r[8],
                (Instant) r[9],
                (String) r[10],
                (Instant) r[11],
                (String) r[12],
                (Instant) r[13]);
    }

    /** The driver's own type of a date, whichever it is. */
    private static LocalDate date(Object value) {
        return value == null ? null : LocalDate.parse(value.toString());
    }
}
