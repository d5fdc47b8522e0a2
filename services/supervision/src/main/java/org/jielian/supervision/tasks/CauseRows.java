package org.jielian.supervision.tasks;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.Session;

/** What tasks were opened for. A row stays for good, whatever becomes of its task. */
@Singleton
class CauseRows {
    @Inject
    EntityManager em;

    @Inject
    Clock clock;

    /** One cause of a task, with what tells it from others about its node; {@code goneAt} is {@code null} while it stands. */
    public record Line(
            String node, String period, String titleZh, String titleEn, Instant since, Instant goneAt, String key) {}

    /** Which of the keys have a row. */
    Set<String> known(Collection<String> keys) {
        if (keys.isEmpty()) return Set.of();
        return strings(em.createNativeQuery("select cause_key from task_cause where cause_key = any(?1)")
                .setParameter(1, keys.toArray(String[]::new))
                .getResultList());
    }

    /** Keys of what stands by our rows, of a kind, about some nodes. */
    Set<String> standing(TaskKind kind, Collection<String> nodes) {
        return strings(em.createNativeQuery(
                        "select cause_key from task_cause where kind = ?1 and node = any(?2) and gone_at is null")
                .setParameter(1, kind.name())
                .setParameter(2, nodes.toArray(String[]::new))
                .getResultList());
    }

    /** Keys of what stands by our rows, of a kind. */
    Set<String> standing(TaskKind kind) {
        return strings(em.createNativeQuery("select cause_key from task_cause where kind = ?1 and gone_at is null")
                .setParameter(1, kind.name())
                .getResultList());
    }

    /** Keys of what stands by our rows, of a kind, about a period. */
    Set<String> standingIn(TaskKind kind, String period) {
        return strings(em.createNativeQuery(
                        "select cause_key from task_cause where kind = ?1 and period = ?2 and gone_at is null")
                .setParameter(1, kind.name())
                .setParameter(2, period)
                .getResultList());
    }

    /** A cause and the path of its node. */
    record Placed(Cause cause, String path) {}

    /** Causes of one task, be it one or thousands, in one round trip. */
    @Transactional(Transactional.TxType.MANDATORY)
    void add(UUID task, List<Placed> placed) {
        em.flush();
        em.unwrap(Session.class).doWork(connection -> {
            try (var add = connection.prepareStatement("""
                    insert into task_cause (cause_key, kind, node, period, path, task_id, title_zh, title_en, since)
                    select c.cause_key, c.kind, c.node, c.period, c.path, ?, c.zh, c.en, ?
                    from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
                        as c (cause_key, kind, node, period, path, zh, en)""")) {
                add.setObject(1, task);
                add.setObject(2, clock.instant().atOffset(ZoneOffset.UTC));
                List<Function<Placed, String>> columns = List.of(
                        p -> p.cause().fullKey(),
                        p -> p.cause().kind().name(),
                        p -> p.cause().node(),
                        p -> p.cause().period(),
                        Placed::path,
                        p -> p.cause().title().zh(),
                        p -> p.cause().title().en());
                for (int i = 0; i < columns.size(); i++)
                    add.setArray(
                            i + 3,
                            connection.createArrayOf(
                                    "text", placed.stream().map(columns.get(i)).toArray()));
                add.executeUpdate();
            }
        });
    }

    /** The tasks of the causes that really went. */
    @Transactional(Transactional.TxType.MANDATORY)
    Set<UUID> goes(Collection<String> keys) {
        if (keys.isEmpty()) return Set.of();
        return tasks(em.createNativeQuery("""
                        update task_cause set gone_at = ?2 where cause_key = any(?1) and gone_at is null returning task_id""")
                .setParameter(1, keys.toArray(String[]::new))
                .setParameter(2, clock.instant().atOffset(ZoneOffset.UTC))
                .getResultList());
    }

    /** The tasks of the causes that really came back. */
    @Transactional(Transactional.TxType.MANDATORY)
    Set<UUID> returns(Collection<String> keys) {
        if (keys.isEmpty()) return Set.of();
        return tasks(em.createNativeQuery("""
                        update task_cause set gone_at = null where cause_key = any(?1) and gone_at is not null returning task_id""")
                .setParameter(1, keys.toArray(String[]::new))
                .getResultList());
    }

    Optional<UUID> taskOf(String key) {
        return tasks(em.createNativeQuery("select task_id from task_cause where cause_key = ?1")
                        .setParameter(1, key)
                        .getResultList())
                .stream()
                .findFirst();
    }

    boolean anyStands(UUID task) {
        return !em.createNativeQuery("select 1 from task_cause where task_id = ?1 and gone_at is null limit 1")
                .setParameter(1, task)
                .getResultList()
                .isEmpty();
    }

    List<Line> of(UUID task) {
        List<?> rows = em.createNativeQuery("""
                        select node, period, title_zh, title_en, since, gone_at, substr(cause_key, length(kind || node) + 3) from task_cause
                        where task_id = ?1 order by gone_at is not null, node, period""").setParameter(1, task).getResultList();
        return rows.stream().map(row -> line((Object[]) row)).toList();
    }

    private static Line line(Object[] r) {
        return new Line(
                (String) r[0], (String) r[1], (String) r[2], (String) r[3], (Instant) r[4], (Instant) r[5], (String)
                        r[6]);
    }

    /** The unfinished task of a region for a flood of that kind and period. */
    Optional<UUID> group(TaskKind kind, String period, String region) {
        return tasks(em.createNativeQuery("""
                        select id from supervision_task where grouped and closed_at is null and kind = ?1
                        and period is not distinct from ?2 and target = ?3""")
                        .setParameter(1, kind.name())
                        .setParameter(2, period)
                        .setParameter(3, region)
                        .getResultList())
                .stream()
                .findFirst();
    }

    /** How many unfinished tasks of single nodes of that kind and period a region opened. */
    int single(TaskKind kind, String period, String region) {
        return ((Number) em.createNativeQuery("""
                        select count(*) from supervision_task where not grouped and closed_at is null and kind = ?1
                        and period is not distinct from ?2 and issuer = ?3""")
                        .setParameter(1, kind.name())
                        .setParameter(2, period)
                        .setParameter(3, region)
                        .getSingleResult())
                .intValue();
    }

    private static Set<String> strings(List<?> rows) {
        return rows.stream().map(String.class::cast).collect(Collectors.toSet());
    }

    private static Set<UUID> tasks(List<?> rows) {
        return rows.stream().map(UUID.class::cast).collect(Collectors.toSet());
    }
}
