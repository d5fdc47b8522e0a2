package org.jielian.supervision.inspections;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jielian.foundation.access.Access;
import org.jielian.foundation.access.Person;
import org.jielian.foundation.paging.Listing;
import org.jielian.foundation.paging.Page;

/** Pages of inspections; row-level security decides which the caller finds. */
@Singleton
class ListingInspections {
    private static final String COLUMNS =
            "i.id, i.plan_id, n.plan_name, i.kind, i.unit_code, i.unit_name, i.inspecting, c.name, n.inspectors,"
                    + " cast(i.day as text), i.status, cast(i.due as text), i.problems, n.number";
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

    @Transactional
    Page<Line> page(InspectionQuery asked) {
        return listing(asked).page(asked, line());
    }

    @Transactional
    List<Line> all(InspectionQuery asked) {
        return listing(asked).all(line());
    }

    private Listing listing(InspectionQuery asked) {
        return Listing.of(em, COLUMNS, FROM, asked.sorting())
                .set("path", asked.region() == null ? null : access.requireSees(asked.region()))
                .set("status", asked.status())
                .set("kind", asked.kind())
                .set("plan", asked.plan == null ? null : asked.plan.toString())
                .set("from", asked.from == null ? null : asked.from.toString())
                .set("to", asked.to == null ? null : asked.to.toString())
                .set("q", asked.q())
                .set("waiting", asked.waiting)
                .set("me", person.node())
                .set("today", LocalDate.now(clock).toString());
    }

    private Function<Object[], Line> line() {
        LocalDate today = LocalDate.now(clock);
        return row -> line(row, today);
    }

    private static Line line(Object[] r, LocalDate today) {
        LocalDate due = r[11] == null ? null : LocalDate.parse((String) r[11]);
        return new Line(
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
    }
}
