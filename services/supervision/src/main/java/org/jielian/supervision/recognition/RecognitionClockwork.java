package org.jielian.supervision.recognition;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.jielian.directory.DirectoryChanged;
import org.jielian.foundation.access.AsSystem;
import org.jielian.supervision.evaluation.KeptResults;
import org.jielian.supervision.evaluation.Result;
import org.jielian.supervision.scoring.Scoring;

/** What happens because a day has come, the register has changed, or a year's figures are complete. */
@Singleton
class RecognitionClockwork {
    private static final int AT_ONCE = 200;

    @Inject
    Titles titles;

    @Inject
    Recognising recognising;

    @Inject
    Judging judging;

    @Inject
    KeptResults results;

    @Inject
    EntityManager em;

    @Inject
    Clock clock;

    @Scheduled(every = "${recognition.look-at-the-clock}", concurrentExecution = ConcurrentExecution.SKIP)
    @AsSystem
    @Transactional
    void tick() {
        LocalDate today = LocalDate.now(clock);
        each("select t.id from title t join known_unit u on u.code = t.unit_code"
                        + " where t.state not in ('REJECTED', 'REVOKED', 'LAPSED') and u.closed_from <= '"
                        + YearMonth.now(clock) + "'")
                .forEach(id -> now(id, Action.LAPSE, "单位已撤并"));
        each("select id from title where state in ('COUNTY_REVIEW', 'CITY_REVIEW', 'PROVINCE_REVIEW')"
                        + " and strpos(path, '/' || holder || '/') = 0")
                .forEach(id -> now(id, Action.BEGIN_ANEW, "单位已划转，由现主管部门重新受理"));
        each("select id from title where state = 'PUBLIC_NOTICE' and due < date '" + today + "'")
                .forEach(id -> now(id, Action.RECOGNISE, null));
        each("select id from title where state = 'RECTIFYING' and due < date '" + today + "'")
                .forEach(id -> now(id, Action.REVOKE, "整改期限已过"));
        each("select id from title where state in ('RECOGNISED', 'CONFIRMED') and due <= date '" + today + "'")
                .forEach(id -> now(id, Action.OPEN_RECHECK, "已满三年，须现场复核"));
        int last = today.getYear() - 1;
        each("""
                select t.id from title t
                join result r on r.node = t.unit_code and r.standard_code = t.standard_code and r.year = %d
                where t.state in ('RECOGNISED', 'CONFIRMED') and t.year < %1$d and not cast(r.body ->> 'provisional' as boolean)
                  and (coalesce(t.checked_year, t.year) < %1$d or t.checked_year = %1$d and t.checked_version < r.version)""".formatted(last)).forEach(id -> checkFigures(id, last));
    }

    @SuppressWarnings("unchecked")
    private List<UUID> each(String select) {
        return em.createNativeQuery(select + " limit " + AT_ONCE, UUID.class).getResultList();
    }

    private void now(UUID id, Action action, String reason) {
        recognising.bySystem(titles.hold(id), action, reason);
    }

    /**
     * The binding items that are computed, by the figures of a year that is complete: one that fails opens the re-check. Figures that were
     * corrected since are checked again; those somebody has decided on are not.
     */
    private void checkFigures(UUID id, int year) {
        Titles.Kept kept = titles.hold(id);
        Title title = kept.title();
        em.createNativeQuery("""
                        update title t set checked_year = ?2, checked_version = r.version from result r
                        where t.id = ?1 and r.node = t.unit_code and r.standard_code = t.standard_code and r.year = ?2""").setParameter(1, id).setParameter(2, year).executeUpdate();
        Result result = results.find(title.unitCode, title.standardCode, year).orElseThrow();
        var scores = judging.computed(result).scores();
        List<String> failing = judging.judging(result.regionCode(), title.standardCode, year).content().items().stream()
                .filter(item -> item.binding() && scores.containsKey(item.code()))
                .filter(item -> !Scoring.satisfied(item, scores.get(item.code()).points()))
                .map(item -> item.code() + " " + item.name().zh())
                .toList();
        if (!failing.isEmpty()) {
            recognising.bySystem(kept, Action.OPEN_RECHECK, year + " 年数据复核，约束性指标不满足：" + String.join("；", failing));
        }
    }

    /** A title stands where its unit stands. */
    void directoryChanged(@Observes DirectoryChanged change) {
        em.createNativeQuery("""
                        update title t set path = k.path from known_unit k
                        where k.code = t.unit_code and k.code = any(?1) and k.path is not null and t.path <> k.path""")
                .setParameter(1, change.units().toArray(String[]::new))
                .executeUpdate();
    }
}
