package org.jielian.supervision.assessment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** What this service has on record of somebody's year; row-level security decides what is found. */
@Singleton
class RecordOfYear {
    private static final TypeReference<TreeMap<String, String>> WORDS = new TypeReference<>() {};
    private static final String DAY = "cast(%s at time zone 'Asia/Shanghai' as date)";

    @Inject
    EntityManager em;

    @Inject
    ObjectMapper json;

    /** Units with a quota and where they lie. */
    List<Inputs.Banded> bands(Assessed who, String standard, int year) {
        return rows("""
                        select r.node, u.name, cast(r.bands as text), r.release, r.version from result r join known_unit u on u.code = r.node
                        where r.is_unit and starts_with(r.path, ?1) and r.standard_code = ?2 and r.year = ?3
                          and r.bands <> cast('{}' as jsonb) order by r.node""", who.path(), standard, year).stream()
                .map(r -> new Inputs.Banded(text(r[0]), text(r[1]), words(text(r[2])), text(r[3]), number(r[4])))
                .toList();
    }

    /** Months each unit had to report, counted where it stood in each month. */
    List<Inputs.Covered> coverage(Assessed who, YearMonth from, YearMonth until, YearMonth watched) {
        if (until.isBefore(from)) return List.of();
        String where = who.unit()
                ? "b.unit_code = ?1"
                : "exists (select from region_ancestor a where a.ancestor_code = ?1 and a.region_code = b.region_code"
                        + " and a.from_month <= m.month and m.month < a.to_month)";
        return rows(
                        """
                        with months as (
                            select to_char(g, 'YYYY-MM') as month
                            from generate_series(cast(?2 as timestamp), cast(?3 as timestamp), interval '1 month') g)
                        select b.unit_code, u.name, count(*), count(r.unit_code), count(*) filter (where m.month >= ?4)
                        from months m join unit_belonging b on b.from_month <= m.month and m.month < b.to_month
                        join known_unit u on u.code = b.unit_code
                        left join report_copy r on r.unit_code = b.unit_code and r.period = m.month and r.status <> 'WITHDRAWN'
                        where WHERE group by b.unit_code, u.name order by b.unit_code""".replace("WHERE", where),
                        who.code(),
                        from.atDay(1).toString(),
                        until.atDay(1).toString(),
                        watched.toString())
                .stream()
                .map(r -> new Inputs.Covered(text(r[0]), text(r[1]), number(r[2]), number(r[3]), number(r[4])))
                .toList();
    }

    /** Reports that were missing on their day: each has a row that stays, whenever the report came. */
    List<Inputs.Late> late(Assessed who, int year) {
        return rows("""
                        select node, period, cast(DAY as text), task_id from task_cause
                        where kind = 'REPORT_MISSING' and starts_with(path, ?1) and starts_with(period, ?2) order by node, period""".replace("DAY", DAY.formatted("since")), who.path(), year + "-").stream()
                .map(r -> new Inputs.Late(text(r[0]), text(r[1]), day(r[2]), (UUID) r[3]))
                .toList();
    }

    /** Releases of the tier above that reached the region in the year. */
    List<Inputs.Adopted> adoptions(Assessed who, int year) {
        return rows(
                        "select release, answer, cast(due as text), cast(%s as text), answered_by from adoption"
                                        .formatted(DAY.formatted("answered_at"))
                                + " where region_code = ?1 and extract(year from %s) = ?2 order by release"
                                        .formatted(DAY.formatted("delivered_at")),
                        who.code(),
                        year)
                .stream()
                .map(r -> new Inputs.Adopted(text(r[0]), text(r[1]), day(r[2]), day(r[3]), text(r[4])))
                .toList();
    }

    /** Tasks that were due in the year; what was sent back is owed again. */
    List<Inputs.Tasked> tasks(Assessed who, int year) {
        String settled =
                "case when t.status in ('ANSWERED', 'VERIFIED') then %s when t.cause_gone_at is not null then %s when t.status = 'CLOSED' then %s end"
                        .formatted(
                                DAY.formatted("t.answered_at"),
                                DAY.formatted("t.cause_gone_at"),
                                DAY.formatted("t.closed_at"));
        return rows(
                        "select t.id, t.kind, t.target, t.title_zh, t.title_en, t.status, cast(t.due as text), cast("
                                + settled + " as text),"
                                + " (select count(*) from audit_entry a where a.subject = 'task/' || t.id and a.action = 'TASK_RETURN')"
                                + " from supervision_task t where starts_with(t.path, ?1) and extract(year from t.due) = ?2 order by t.due, t.id",
                        who.path(),
                        year)
                .stream()
                .map(r -> new Inputs.Tasked(
                        (UUID) r[0],
                        text(r[1]),
                        text(r[2]),
                        text(r[3]),
                        text(r[4]),
                        text(r[5]),
                        day(r[6]),
                        day(r[7]),
                        number(r[8])))
                .toList();
    }

    /** Problems of inspections by their day; an answer that was returned is owed again. */
    List<Inputs.Rectified> rectified(Assessed who, int year) {
        String answered = DAY.formatted("cast(q.problem ->> 'answeredAt' as timestamptz)");
        return rows(
                        "select p.notice_id, p.no, r.unit_code, p.found, p.status, cast(p.deadline as text),"
                                + " cast(case when p.status in ('ANSWERED', 'VERIFIED') then " + answered
                                + " end as text)"
                                + " from rectification_problem p join rectification r on r.id = p.notice_id"
                                + " left join lateral (select e as problem from jsonb_array_elements(r.body -> 'problems') e"
                                + " where cast(e ->> 'no' as int) = p.no) q on true"
                                + " where starts_with(r.path, ?1) and extract(year from p.deadline) = ?2 order by p.deadline, r.id, p.no",
                        who.path(),
                        year)
                .stream()
                .map(r -> new Inputs.Rectified(
                        (UUID) r[0],
                        ((Number) r[1]).intValue(),
                        text(r[2]),
                        text(r[3]),
                        text(r[4]),
                        day(r[5]),
                        day(r[6])))
                .toList();
    }

    /** Public criticism and summons of the assessed itself. */
    List<Inputs.Recorded> criticised(Assessed who, int year) {
        String on = DAY.formatted("at");
        return rows(
                        "select task_id, rung, cast(" + on
                                + " as text), by_region from task_record where target = ?1 and extract(year from " + on
                                + ") = ?2 order by at, rung",
                        who.code(),
                        year)
                .stream()
                .map(r -> new Inputs.Recorded((UUID) r[0], text(r[1]), day(r[2]), text(r[3])))
                .toList();
    }

    /** Falsifications of the assessed itself that somebody found and nobody withdrew. */
    List<Inputs.Found> falsified(Assessed who, int year) {
        return rows(
                        "select id, reason, cast(to_json(evidence) as text), by_name, cast(" + DAY.formatted("at")
                                + " as text) from assessment_finding where node = ?1 and year = ?2 and withdrawn_at is null order by at, id",
                        who.code(),
                        year)
                .stream()
                .map(r -> new Inputs.Found((UUID) r[0], text(r[1]), list(text(r[2])), text(r[3]), day(r[4])))
                .toList();
    }

    private List<Object[]> rows(String sql, Object... parameters) {
        var query = em.createNativeQuery(sql);
        for (int i = 0; i < parameters.length; i++) query.setParameter(i + 1, parameters[i]);
        List<?> rows = query.getResultList();
        return rows.stream().map(Object[].class::cast).toList();
    }

    private Map<String, String> words(String text) {
        try {
            return json.readValue(text, WORDS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("kept bands that can't be read", e);
        }
    }

    private List<String> list(String text) {
        try {
            return List.of(json.readValue(text, String[].class));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("kept evidence that can't be read", e);
        }
    }

    private static String text(Object cell) {
        return (String) cell;
    }

    private static long number(Object cell) {
        return ((Number) cell).longValue();
    }

    private static LocalDate day(Object cell) {
        return cell == null ? null : LocalDate.parse((String) cell);
    }
}
