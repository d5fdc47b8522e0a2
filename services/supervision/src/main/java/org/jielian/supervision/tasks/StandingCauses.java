package org.jielian.supervision.tasks;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import org.jielian.foundation.problems.Text;
import org.jielian.supervision.calendar.FirstMonth;
import org.jielian.supervision.evaluation.EvaluationConfig;

/** What there is reason to open tasks for, by what this service knows at this moment; facts only say where to look. */
@Singleton
class StandingCauses {
    @Inject
    EntityManager em;

    @Inject
    FirstMonth first;

    @Inject
    EvaluationConfig evaluation;

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

    /** Reports of these units, of whatever month, that stand returned because what they explain was not accepted. */
    List<Cause> explanationsRefused(Collection<String> units) {
        List<?> rows = em.createNativeQuery("""
                        select r.unit_code, r.period, k.name, coalesce(r.refusal ->> 'comment', '-'), (
                            select string_agg(case f when '*' then '-' else replace(f, 'quantities.', '') end, ', ')
                            from jsonb_array_elements_text(r.refusal -> 'fields') f)
                        from report_copy r join known_unit k on k.code = r.unit_code
                        where r.refusal is not null and r.unit_code = any(?1) and r.status = 'RETURNED'
                        order by r.unit_code, r.period""")
                .setParameter(1, units.toArray(String[]::new))
                .getResultList();
        return rows.stream().map(row -> explanationRefused((Object[]) row)).toList();
    }

    private static Cause explanationRefused(Object[] r) {
        String month = (String) r[1];
        return new Cause(
                TaskKind.EXPLANATION_REFUSED,
                (String) r[0],
                month,
                month,
                Text.of("%s 月报异常说明未通过：%s", "Explanation of the report for %s refused: %s", month, r[2]),
                Text.of(
                        "审核意见：%s（涉及 %s）。请更正或重新说明后再次报送。",
                        "%s (%s). Correct or explain the report and hand it in again.", r[3], r[4]));
    }

    /** Results of these units or regions that miss a binding target in a year that is over; of regions, only where enough was reported. */
    List<Cause> targetsMissed(Collection<String> nodes, LocalDate today) {
        List<?> rows = em.createNativeQuery("""
                        select r.node, r.standard_code, r.year, coalesce(u.name, g.name),
                            string_agg(format('%s 应达 %s%%，实际 %s%%', t -> 'name' ->> 'zh', t ->> 'target', decline), '；' order by t ->> 'code'),
                            string_agg(format('%s: %s %% due, %s %% reached', t -> 'name' ->> 'en', t ->> 'target', decline), '; '
                                order by t ->> 'code')
                        from result r left join known_unit u on u.code = r.node left join known_region g on g.code = r.node
                        cross join lateral jsonb_array_elements(r.body -> 'targets') t
                        cross join lateral trim_scale(cast(t ->> 'decline' as numeric)) decline
                        where r.node = any(?1) and r.year >= ?2 and r.year < ?3
                          and cast(t ->> 'binding' as boolean) and not cast(t ->> 'met' as boolean)
                          and (r.is_unit or 100 * cast(r.body ->> 'monthsReported' as numeric)
                                >= cast(?4 as numeric) * cast(r.body ->> 'monthsExpected' as numeric))
                        group by r.node, r.standard_code, r.year, u.name, g.name order by r.node, r.standard_code, r.year""")
                .setParameter(1, nodes.toArray(String[]::new))
                .setParameter(2, first.get().getYear())
                .setParameter(3, today.getYear())
                .setParameter(4, evaluation.rankFromCoverage())
                .getResultList();
        return rows.stream().map(row -> targetsMissed((Object[]) row)).toList();
    }

    private static Cause targetsMissed(Object[] r) {
        return new Cause(
                TaskKind.TARGET_MISSED,
                (String) r[0],
                r[2].toString(),
                r[1] + "/" + r[2],
                Text.of("%s 年约束性目标未完成：%s", "Binding targets missed in %s: %s", r[2], r[3]),
                new Text("依据标准 %s：%s。".formatted(r[1], r[4]), "By the standard %s: %s.".formatted(r[1], r[5])));
    }

    /** Titles of these units that are being re-checked or suspended; each re-check is a cause of its own. */
    List<Cause> titlesAtRisk(Collection<String> units) {
        List<?> rows = em.createNativeQuery("""
                        select t.unit_code, k.name, t.number, coalesce(t.body ->> 'recheckedFrom', cast(cast(t.changed_at as date) as text)),
                            t.state, coalesce(t.body -> 'said' ->> 'reason', '-'), coalesce(cast(t.due as text), '-')
                        from title t join known_unit k on k.code = t.unit_code
                        where t.unit_code = any(?1) and t.state in ('UNDER_RECHECK', 'RECTIFYING') order by t.unit_code""")
                .setParameter(1, units.toArray(String[]::new))
                .getResultList();
        return rows.stream().map(row -> titleAtRisk((Object[]) row)).toList();
    }

    private static Cause titleAtRisk(Object[] r) {
        String since = (String) r[3];
        return new Cause(
                TaskKind.TITLE_AT_RISK,
                (String) r[0],
                since.substring(0, 4),
                r[2] + "/" + since,
                Text.of("节约型机关称号复核：%s", "Title under re-check: %s", r[1]),
                Text.of("证书 %s 自 %s 起复核。原因：%s", "Certificate %s, re-check since %s. Reason: %s", r[2], since, r[5]));
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
