package org.jielian.supervision.tasks;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jielian.foundation.problems.Text;
import org.jielian.foundation.time.WorkingDays;

/** What there is reason to open tasks for, by what this service knows at this moment; facts only say where to look. */
@Singleton
class StandingCauses {
    /** How far back it is looked for reports that are missing, months. */
    private static final int MONTHS = 12;

    @Inject
    EntityManager em;

    @Inject
    FirstMonth first;

    @Inject
    WorkingDays working;

    @Inject
    TasksConfig config;

    /** The first month of which {@link #reportsMissing} speaks. */
    YearMonth lookedFrom(LocalDate today) {
        YearMonth oldest = lastDue(today).minusMonths(MONTHS - 1L);
        YearMonth begin = first.get();
        return oldest.isBefore(begin) ? begin : oldest;
    }

    /** Reports of months whose day has passed that have not been handed in, or were taken back. */
    List<Cause> reportsMissing(LocalDate today) {
        YearMonth last = lastDue(today);
        List<Cause> missing = new ArrayList<>();
        for (YearMonth month = lookedFrom(today); !month.isAfter(last); month = month.plusMonths(1)) {
            missing.addAll(reportsMissing(month));
        }
        return missing;
    }

    /** The last month whose day has passed. */
    private YearMonth lastDue(LocalDate today) {
        YearMonth month = YearMonth.from(today).minusMonths(1);
        return today.isAfter(dueDay(month)) ? month : month.minusMonths(1);
    }

    private LocalDate dueDay(YearMonth month) {
        return working.onOrAfter(month.plusMonths(1).atDay(config.reportDay()));
    }

    private List<Cause> reportsMissing(YearMonth month) {
        List<?> rows =
                em.createNativeQuery("""
                        select k.code, k.name from unit_belonging b join known_unit k on k.code = b.unit_code
                        where b.from_month <= ?1 and ?1 < b.to_month and k.path is not null
                        and not exists (select from report_copy r
                            where r.unit_code = k.code and r.period = ?1 and r.status <> 'WITHDRAWN')
                        order by k.code""").setParameter(1, month.toString()).getResultList();
        return rows.stream().map(row -> reportMissing((Object[]) row, month)).toList();
    }

    private Cause reportMissing(Object[] r, YearMonth month) {
        return new Cause(
                TaskKind.REPORT_MISSING,
                (String) r[0],
                month.toString(),
                month.toString(),
                Text.of("%s 月报逾期未报：%s", "%s report missing: %s", month, r[1]),
                Text.of(
                        "应于 %s 前报送 %s 月用能数据。",
                        "The figures of %2$s were to be reported by %1$s.", dueDay(month), month));
    }

    /** Results of these units that lie above the constraint value of a quota. */
    List<Cause> aboveConstraint(Collection<String> units) {
        List<?> rows = em.createNativeQuery("""
                        select r.node, r.standard_code, r.year, k.name,
                            string_agg(b.key || ' ' || coalesce(r.amounts ->> b.key, '-'), ', ' order by b.key)
                        from result r join known_unit k on k.code = r.node cross join lateral jsonb_each_text(r.bands) b
                        where r.is_unit and r.node = any(?1) and r.year >= ?2 and b.value = 'ABOVE_CONSTRAINT'
                        group by r.node, r.standard_code, r.year, k.name order by r.node, r.standard_code, r.year""")
                .setParameter(1, units.toArray(String[]::new))
                .setParameter(2, first.get().getYear())
                .getResultList();
        return rows.stream().map(row -> aboveConstraint((Object[]) row)).toList();
    }

    private static Cause aboveConstraint(Object[] r) {
        return new Cause(
                TaskKind.ABOVE_CONSTRAINT,
                (String) r[0],
                r[2].toString(),
                r[1] + "/" + r[2],
                Text.of("%s 年超过约束值：%s", "Above the constraint value in %s: %s", r[2], r[3]),
                Text.of("依据标准 %s，超过约束值的指标：%s。", "By the standard %s, above its constraint value: %s.", r[1], r[4]));
    }

    /** Releases that reached these regions and were inherited because nobody answered. */
    List<Cause> notConfirmed(Collection<String> regions) {
        return adoptions(regions, "a.answer = 'INHERITED' and a.answered_by is null and a.due is not null").stream()
                .map(r -> new Cause(
                        TaskKind.RELEASE_NOT_CONFIRMED,
                        (String) r[0],
                        null,
                        (String) r[1],
                        Text.of("上级标准逾期未确认：%s", "A standard from above was not confirmed: %s", r[1]),
                        Text.of("应于 %s 前确认或本地化，逾期已默认继承。", "It was to be confirmed or localised by %s.", r[2])))
                .toList();
    }

    /** Releases with which own values of these regions conflict. */
    List<Cause> inConflict(Collection<String> regions) {
        return adoptions(regions, "a.conflicts > 0 and a.answer <> 'VOID'").stream()
                .map(r -> new Cause(
                        TaskKind.VALUES_IN_CONFLICT,
                        (String) r[0],
                        null,
                        (String) r[1],
                        Text.of("本地标准与上级冲突：%s", "Own values in conflict with a standard from above: %s", r[1]),
                        Text.of("有 %s 项本地数值待处理。", "%s own values wait for a decision.", r[3])))
                .toList();
    }

    /** Rectification notices of these units of which a problem is not verified yet. */
    List<Cause> toBeRectified(Collection<String> units) {
        List<?> rows = em.createNativeQuery("""
                        select r.unit_code, cast(r.id as text), r.number, cast(r.due as text), r.unit_name,
                            (select count(*) from rectification_problem p where p.notice_id = r.id)
                        from rectification r where r.unit_code = any(?1) and r.closed_at is null order by r.unit_code, r.number""")
                .setParameter(1, units.toArray(String[]::new))
                .getResultList();
        return rows.stream().map(row -> toBeRectified((Object[]) row)).toList();
    }

    private static Cause toBeRectified(Object[] r) {
        return new Cause(
                TaskKind.INSPECTION_FINDING,
                (String) r[0],
                null,
                (String) r[1],
                Text.of("整改通知书 %s：%s", "Rectification notice %s: %s", r[2], r[4]),
                Text.of(
                        "共 %s 项问题，请在整改通知书中逐项反馈，由下达机关核实。",
                        "%s problems, to be answered on the notice one by one and verified by who served it.", r[5]),
                r[3] == null ? null : LocalDate.parse((String) r[3]));
    }

    private List<Object[]> adoptions(Collection<String> regions, String condition) {
        List<?> rows = em.createNativeQuery(
                        "select a.region_code, a.release, cast(a.due as text), a.conflicts from adoption a where a.region_code = any(?1)"
                                + " and a.delivered_at >= ?2 and " + condition + " order by a.region_code, a.release")
                .setParameter(1, regions.toArray(String[]::new))
                .setParameter(2, first.get().atDay(1).atStartOfDay().atOffset(ZoneOffset.ofHours(8)))
                .getResultList();
        return rows.stream().map(Object[].class::cast).toList();
    }
}
