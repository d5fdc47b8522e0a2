package org.jielian.foundation.imports;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jielian.foundation.access.Access;
import org.jielian.foundation.imports.ImportResult.Error;
import org.jielian.foundation.imports.ImportResult.Row;
import org.jielian.foundation.paging.Cursor;
import org.jielian.foundation.paging.Page;
import org.jielian.foundation.problems.CommonProblem;

/** How imports stand. Whoever sees the node in whose name a file was brought sees what became of it; to others it does not exist. */
@Singleton
public class LookingAtImports {
    private static final int FIRST = 20;

    @Inject
    EntityManager em;

    @Inject
    ImportRecords records;

    @Inject
    ImportsConfig config;

    @Inject
    Access access;

    @Inject
    Clock clock;

    /**
     * One import with its findings and first rows.
     *
     * @throws org.jielian.foundation.problems.ProblemException NOT_FOUND for unknown ones and for those of people outside the caller's
     *     subtree
     */
    @Transactional
    public ImportResult find(UUID id, String language) {
        ImportJob job = require(id);
        Map<Fate, List<Row>> first = new EnumMap<>(Fate.class);
        if (job.finishedAt() != null) {
            for (Fate fate : Fate.values()) first.put(fate, rows(id, fate, 0, FIRST, language));
        }
        return ImportResult.of(
                job, first(id, true, language), first(id, false, language), first, language, clock.instant());
    }

    private List<Error> first(UUID id, boolean refusing, String language) {
        return records.first(id, refusing, config.findingsShown()).stream()
                .map(e -> Error.of(e, language))
                .toList();
    }

    ImportJob require(UUID id) {
        ImportJob job = em.find(ImportJob.class, id);
        if (job == null) throw CommonProblem.NOT_FOUND.because("没有导入任务 %s", "there is no import %s", id);
        return job;
    }

    /** The rows of one kind that are kept, in the order of the file; the total counts all there are, kept or not. */
    @Transactional
    Page<Row> rows(UUID id, Fate fate, String cursor, Integer limit, String language) {
        ImportJob job = require(id);
        int size = Page.limit(limit);
        List<Row> found = rows(id, fate, line(cursor), size + 1, language);
        boolean more = found.size() > size;
        List<Row> page = more ? found.subList(0, size) : found;
        String next = more ? new Cursor(Long.toString(page.get(size - 1).line()), fate.name()).encoded() : null;
        return new Page<>(page, next, job.count(fate));
    }

    private List<Row> rows(UUID id, Fate fate, long after, int most, String language) {
        List<ImportRecords.Row> rows = records.rows(id, fate, after, most);
        Map<Long, List<RowError>> errors = records.findings(id, rows);
        return rows.stream()
                .map(r -> Row.of(r, errors.getOrDefault(r.line(), List.of()), language))
                .toList();
    }

    private static long line(String cursor) {
        Cursor at = Cursor.decode(cursor);
        try {
            return at == null ? 0 : Long.parseLong(at.after());
        } catch (NumberFormatException e) {
            throw CommonProblem.INVALID.because("cursor 无效：%s", "the cursor is not one of ours: %s", cursor);
        }
    }

    /**
     * What was brought in the name of a node, newest first; previews that nobody applied among it, those that somebody did not.
     *
     * @param node region or unit the caller may look at; {@code null} for what the operator brought
     */
    @Transactional
    Page<ImportResult> of(String node, String cursor, Integer limit, String language) {
        if (node != null) access.requireSees(node);
        int size = Page.limit(limit);
        String which =
                " from ImportJob where application is null and " + (node == null ? "node is null" : "node = :node");
        Cursor at = Cursor.decode(cursor);
        String rest = at == null ? "" : " and (startedAt < :at or startedAt = :at and id < :id)";
        TypedQuery<ImportJob> list =
                em.createQuery(which + rest + " order by startedAt desc, id desc", ImportJob.class);
        TypedQuery<Long> count = em.createQuery("select count(*)" + which, Long.class);
        if (node != null) {
            list.setParameter("node", node);
            count.setParameter("node", node);
        }
        if (at != null) {
            list.setParameter("at", instant(at.after(), cursor));
            list.setParameter("id", uuid(at.code(), cursor));
        }
        List<ImportJob> found = list.setMaxResults(size + 1).getResultList();
        boolean more = found.size() > size;
        List<ImportJob> page = more ? found.subList(0, size) : found;
        ImportJob last = more ? page.get(size - 1) : null;
        String next = last == null
                ? null
                : new Cursor(last.startedAt().toString(), last.id().toString()).encoded();
        Instant now = clock.instant();
        List<ImportResult> items = page.stream()
                .map(job -> ImportResult.of(job, List.of(), List.of(), Map.of(), language, now))
                .toList();
        return new Page<>(items, next, count.getSingleResult());
    }

    private static Instant instant(String text, String cursor) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw CommonProblem.INVALID.because("cursor 无效：%s", "the cursor is not one of ours: %s", cursor);
        }
    }

    private static UUID uuid(String text, String cursor) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw CommonProblem.INVALID.because("cursor 无效：%s", "the cursor is not one of ours: %s", cursor);
        }
    }
}
