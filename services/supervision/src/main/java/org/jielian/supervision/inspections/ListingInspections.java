package org.jielian.supervision.inspections;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jielian.foundation.access.Access;
import org.jielian.foundation.access.Person;
import org.jielian.foundation.paging.Cursor;
import org.jielian.foundation.paging.Page;

/** Pages of inspections; row-level security decides which the caller finds. */
@Singleton
class ListingInspections {
    private static final int MOST_ROWS = 100_000;
    private static final String FROM = """
             from inspection i left join known_region c on c.code = i.inspecting
            cross join lateral (select i.body ->> 'planName' as plan_name, i.body ->> 'noticeNumber' as number,
                (select string_agg(x, '、') from jsonb_array_elements_text(i.body -> 'inspectors') x) as inspectors) n
            where (cast(:path as text) is null or starts_with(i.path, :path)
                or exists (select from node_path p where p.code = i.inspecting and starts_with(p.path, :path)))
            and (cast(:status as text) is null or i.status = :status) and (cast(:kind as text) is null or i.kind = :kind)
            and (cast(:plan as uuid) is null or i.plan_id = cast(:plan as uuid))
            and (cast(:from as date) is null or i.day >= cast(:from as date))
            and (cast(:to as date) is null or i.day <= cast(:to as date))
            and (cast(:q as text) is null or strpos(i.unit_name, :q) > 0 or starts_with(i.unit_code, :q))
            and (not :waiting or i.unit_code = :me and i.status = 'CONCLUDED' or i.inspecting = :me
                and (i.status in ('CHECKING', 'CONFIRMED') or i.status = 'PLANNED' and i.day <= cast(:today as date)))""";

    @Inject
    EntityManager em;

    @Inject
    Access access;

    @Inject
    Person person;

    @Inject
    Clock clock;

    /** One inspection; {@code late} says that whoever has to act next should have done so. */
    public record Line(
            UUID id,
            UUID plan,
            String planName,
            InspectionKind kind,
            String unitCode,
            String unitName,
            String inspecting,
            String inspectingName,
            List<String> inspectors,
            LocalDate day,
            InspectionStatus status,
            LocalDate due,
            boolean late,
            int problems,
            String noticeNumber) {}

    private record Row(Line line, String place) {}

    @Transactional
    Page<Line> page(InspectionQuery asked) {
        int limit = Page.limit(asked.limit);
        List<Row> rows = rows(asked, Cursor.decode(asked.cursor), limit + 1);
        String next = null;
        if (rows.size() > limit) {
            rows = rows.subList(0, limit);
            Row last = rows.get(limit - 1);
            next = new Cursor(last.place(), last.line().id().toString()).encoded();
        }
        long total = ((Number) parameters(em.createNativeQuery("select count(*)" + FROM), asked)
                        .getSingleResult())
                .longValue();
        return new Page<>(rows.stream().map(Row::line).toList(), next, total);
    }

    @Transactional
    List<Line> all(InspectionQuery asked) {
        return rows(asked, null, MOST_ROWS).stream().map(Row::line).toList();
    }

    private List<Row> rows(InspectionQuery asked, Cursor after, int limit) {
        String place = asked.place();
        String direction = asked.descending() ? "desc" : "asc";
        Query query = em.createNativeQuery(
                "select i.id, i.plan_id, n.plan_name, i.kind, i.unit_code, i.unit_name, i.inspecting, c.name, n.inspectors,"
                        + " cast(i.day as text), i.status, cast(i.due as text), i.problems, n.number, " + place
                        + " as place" + FROM
                        + " and (cast(:after as text) is null or (" + place + ", cast(i.id as text)) "
                        + (asked.descending() ? "<" : ">") + " (:after, :code)) order by place " + direction
                        + ", cast(i.id as text) " + direction);
        List<?> found = parameters(query, asked)
                .setParameter("after", after == null ? null : after.after())
                .setParameter("code", after == null ? "" : after.code())
                .setMaxResults(limit)
                .getResultList();
        LocalDate today = LocalDate.now(clock);
        return found.stream().map(row -> row((Object[]) row, today)).toList();
    }

    private Query parameters(Query query, InspectionQuery asked) {
        String region = Asking.blankToNull(asked.region);
        return query.setParameter("path", region == null ? null : access.requireSees(region))
                .setParameter("status", asked.status())
                .setParameter("kind", asked.kind())
                .setParameter("plan", asked.plan == null ? null : asked.plan.toString())
                .setParameter("from", asked.from == null ? null : asked.from.toString())
                .setParameter("to", asked.to == null ? null : asked.to.toString())
                .setParameter("q", Asking.blankToNull(asked.q))
                .setParameter("waiting", asked.waiting)
                .setParameter("me", person.node())
                .setParameter("today", LocalDate.now(clock).toString());
    }

    private static Row row(Object[] r, LocalDate today) {
        LocalDate due = r[11] == null ? null : LocalDate.parse((String) r[11]);
        Line line = new Line(
                (UUID) r[0],
                (UUID) r[1],
                (String) r[2],
                InspectionKind.valueOf((String) r[3]),
                (String) r[4],
                (String) r[5],
                (String) r[6],
                (String) r[7],
                r[8] == null ? List.of() : List.of(((String) r[8]).split("、")),
                LocalDate.parse((String) r[9]),
                InspectionStatus.valueOf((String) r[10]),
                due,
                due != null && due.isBefore(today),
                ((Number) r[12]).intValue(),
                (String) r[13]);
        return new Row(line, (String) r[14]);
    }
}
