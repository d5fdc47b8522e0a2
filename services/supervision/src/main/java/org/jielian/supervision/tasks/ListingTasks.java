package org.jielian.supervision.tasks;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jielian.foundation.access.Access;
import org.jielian.foundation.access.Person;
import org.jielian.foundation.paging.Listing;
import org.jielian.foundation.paging.Page;

/** Pages of tasks, as the people of a node look at them; row-level security decides which they find. */
@Singleton
class ListingTasks {
    private static final String TO_DO =
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

    @Transactional
    Page<TaskView.Line> page(TaskQuery asked) {
        return listing(asked).page(asked, this::line);
    }

    @Transactional
    List<TaskView.Line> all(TaskQuery asked) {
        return listing(asked).all(this::line);
    }

    private Listing listing(TaskQuery asked) {
        return Listing.of(em, "t.id, coalesce(u.name, r.name), h.name", FROM + tab(asked), asked.sorting())
                .set("status", asked.status())
                .set("kind", asked.kind())
                .set("rung", asked.rung())
                .set("path", asked.region() == null ? null : access.requireSees(asked.region()))
                .set("q", asked.q())
                .set("me", person.node());
    }

    private TaskView.Line line(Object[] r) {
        return TaskView.Line.of(em.find(SupervisionTask.class, (UUID) r[0]), (String) r[1], (String) r[2]);
    }

    private static String tab(TaskQuery asked) {
        return switch (asked.tab()) {
            case "todo" -> TO_DO;
            case "waiting" -> WAITING;
            case "climbed" -> CLIMBED;
            default -> "true";
        };
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
