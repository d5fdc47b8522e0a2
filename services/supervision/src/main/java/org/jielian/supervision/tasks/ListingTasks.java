package org.jielian.supervision.tasks;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jielian.foundation.access.Access;
import org.jielian.foundation.access.Person;
import org.jielian.foundation.paging.Cursor;
import org.jielian.foundation.paging.Page;

/** Pages of tasks, as the people of a node look at them; row-level security decides which they find. */
@Singleton
class ListingTasks {
    private static final int MOST_ROWS = 100_000;
    private static final String TODO =
            "(t.target = :me and t.status in ('OPEN', 'RETURNED') or t.holder = :me and (t.status in ('ANSWERED', 'EXTENSION_ASKED')"
                    + " or t.cause_gone_at is not null)) and t.closed_at is null";
    private static final String WAITING =
            "(t.target = :me and t.status in ('ANSWERED', 'EXTENSION_ASKED') or t.holder = :me and t.status in ('OPEN', 'RETURNED')"
                    + " and t.cause_gone_at is null) and t.closed_at is null";
    private static final String CLIMBED = "t.holder = :me and t.issuer <> t.holder and t.closed_at is null";
    private static final String FROM = """
             from supervision_task t left join known_unit u on u.code = t.target left join known_region r on r.code = t.target
            left join known_region h on h.code = t.holder
            where (cast(:status as text) is null or t.status = :status) and (cast(:kind as text) is null or t.kind = :kind)
            and (cast(:rung as text) is null or t.rung = :rung) and (cast(:path as text) is null or starts_with(t.path, :path))
            and (cast(:q as text) is null or strpos(t.title_zh, :q) > 0 or strpos(lower(t.title_en), lower(:q)) > 0
                or starts_with(t.target, :q) or strpos(coalesce(u.name, r.name, ''), :q) > 0)
            and (cast(:me as text) is null or true) and\s""";

    @Inject
    EntityManager em;

    @Inject
    Access access;

    @Inject
    Person person;

    private record Row(TaskView.Line line, String place) {}

    @Transactional
    Page<TaskView.Line> page(TaskQuery asked) {
        int limit = Page.limit(asked.limit);
        List<Row> rows = rows(asked, Cursor.decode(asked.cursor), limit + 1);
        String next = null;
        if (rows.size() > limit) {
            rows = rows.subList(0, limit);
            Row last = rows.get(limit - 1);
            next = new Cursor(last.place(), last.line().id().toString()).encoded();
        }
        Query count = em.createNativeQuery("select count(*)" + FROM + tab(asked));
        long total = ((Number) parameters(count, asked).getSingleResult()).longValue();
        return new Page<>(rows.stream().map(Row::line).toList(), next, total);
    }

    @Transactional
    List<TaskView.Line> all(TaskQuery asked) {
        return rows(asked, null, MOST_ROWS).stream().map(Row::line).toList();
    }

    private List<Row> rows(TaskQuery asked, Cursor after, int limit) {
        String place = asked.byOpening()
                ? "to_char(t.opened_at at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US')"
                : "cast(t.due as text)";
        String direction = asked.descending() ? "desc" : "asc";
        Query query = em.createNativeQuery("select t.id, coalesce(u.name, r.name), h.name, " + place + FROM + tab(asked)
                + " and (cast(:after as text) is null or (" + place + ", cast(t.id as text)) "
                + (asked.descending() ? "<" : ">") + " (:after, :code)) order by " + place + " " + direction
                + ", cast(t.id as text) " + direction);
        List<?> found = parameters(query, asked)
                .setParameter("after", after == null ? null : after.after())
                .setParameter("code", after == null ? "" : after.code())
                .setMaxResults(limit)
                .getResultList();
        return found.stream().map(row -> row((Object[]) row)).toList();
    }

    private Row row(Object[] r) {
        SupervisionTask task = em.find(SupervisionTask.class, (UUID) r[0]);
        return new Row(TaskView.Line.of(task, (String) r[1], (String) r[2]), (String) r[3]);
    }

    private static String tab(TaskQuery asked) {
        return switch (asked.tab()) {
            case "todo" -> TODO;
            case "waiting" -> WAITING;
            case "climbed" -> CLIMBED;
            default -> "true";
        };
    }

    private Query parameters(Query query, TaskQuery asked) {
        return query.setParameter("status", asked.status())
                .setParameter("kind", asked.kind())
                .setParameter("rung", asked.rung())
                .setParameter("path", asked.region() == null ? null : access.requireSees(asked.region()))
                .setParameter("q", asked.q())
                .setParameter("me", person.node());
    }

    /** Names of nodes, in the order asked for; {@code null} for one nobody here knows. */
    List<String> names(String... codes) {
        return Stream.of(codes)
                .map(code -> em.createNativeQuery(
                                "select name from known_unit where code = ?1 union all select name from known_region where code = ?1")
                        .setParameter(1, code)
                        .getResultList())
                .map(found -> found.isEmpty() ? null : (String) found.get(0))
                .toList();
    }
}
