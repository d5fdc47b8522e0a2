package org.jielian.foundation.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.jielian.foundation.imports.RowError.Severity;
import org.jielian.foundation.imports.Tally.Shown;
import org.jielian.foundation.problems.Text;

/** What is kept of an import beside its counts: every finding, and the first rows of each kind. */
@Singleton
class ImportRecords {
    private static final TypeReference<List<String>> TEXTS = new TypeReference<>() {};
    private static final TypeReference<Map<String, String>> TEXTS_BY_COLUMN = new TypeReference<>() {};

    @Inject
    EntityManager em;

    @Inject
    ObjectMapper json;

    /** A kept row: cells in the order of the header, and what stood in their place where it differs. */
    record Row(long line, List<String> cells, Map<String, String> before) {}

    /** Keeps what a chunk brought, in the transaction that counts it. */
    void keep(UUID job, Tally tally) {
        keepFindings(job, tally.errors());
        keepRows(job, tally.shown());
    }

    private void keepFindings(UUID job, List<RowError> errors) {
        if (errors.isEmpty()) return;
        em.unwrap(Session.class).doWork(connection -> {
            try (var insert = connection.prepareStatement("""
                    insert into import_finding (job, line, col, value, code, severity, rule, expected, zh, en)
                    select ?, f.* from unnest(?::bigint[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
                        as f (line, col, value, code, severity, rule, expected, zh, en)""")) {
                insert.setObject(1, job);
                insert.setArray(2, connection.createArrayOf("bigint", of(errors, RowError::line)));
                insert.setArray(3, connection.createArrayOf("text", of(errors, RowError::column)));
                insert.setArray(4, connection.createArrayOf("text", of(errors, e -> printable(e.value()))));
                insert.setArray(5, connection.createArrayOf("text", of(errors, RowError::code)));
                insert.setArray(6, connection.createArrayOf("text", of(errors, e -> e.severity()
                        .name())));
                insert.setArray(7, connection.createArrayOf("text", of(errors, RowError::rule)));
                insert.setArray(8, connection.createArrayOf("text", of(errors, RowError::expected)));
                insert.setArray(
                        9,
                        connection.createArrayOf(
                                "text", of(errors, e -> printable(e.message().zh()))));
                insert.setArray(
                        10,
                        connection.createArrayOf(
                                "text", of(errors, e -> printable(e.message().en()))));
                insert.executeUpdate();
            }
        });
    }

    private void keepRows(UUID job, List<Shown> rows) {
        if (rows.isEmpty()) return;
        em.unwrap(Session.class).doWork(connection -> {
            try (var insert = connection.prepareStatement("""
                    insert into import_row (job, fate, line, cells, before)
                    select ?, r.fate, r.line, r.cells::jsonb, r.before::jsonb
                    from unnest(?::text[], ?::bigint[], ?::text[], ?::text[]) as r (fate, line, cells, before)""")) {
                insert.setObject(1, job);
                insert.setArray(2, connection.createArrayOf("text", of(rows, r -> r.fate()
                        .name())));
                insert.setArray(3, connection.createArrayOf("bigint", of(rows, r -> r.row()
                        .line())));
                insert.setArray(
                        4,
                        connection.createArrayOf(
                                "text",
                                of(
                                        rows,
                                        r -> write(r.row().cells().stream()
                                                .map(ImportRecords::printable)
                                                .toList()))));
                insert.setArray(5, connection.createArrayOf("text", of(rows, r -> write(r.before()))));
                insert.executeUpdate();
            }
        });
    }

    /** The first findings for which rows are refused, or those of rows that are taken, in the order of the file. */
    List<RowError> first(UUID job, boolean refusing, int most) {
        List<?> rows = em.createNativeQuery("""
                        select line, col, value, code, severity, rule, expected, zh, en from import_finding
                        where job = ?1 and (severity = 'HARD') = ?2 order by line, place""")
                .setParameter(1, job)
                .setParameter(2, refusing)
                .setMaxResults(most)
                .getResultList();
        return rows.stream().map(r -> finding((Object[]) r)).toList();
    }

    /** Findings of some lines, in the order of the file. */
    List<RowError> findings(UUID job, long fromLine, long toLine) {
        List<?> rows = em.createNativeQuery("""
                        select line, col, value, code, severity, rule, expected, zh, en from import_finding
                        where job = ?1 and line between ?2 and ?3 order by line, place""")
                .setParameter(1, job)
                .setParameter(2, fromLine)
                .setParameter(3, toLine)
                .getResultList();
        return rows.stream().map(r -> finding((Object[]) r)).toList();
    }

    private static RowError finding(Object[] r) {
        return new RowError(
                ((Number) r[0]).longValue(),
                (String) r[1],
                (String) r[2],
                (String) r[3],
                Severity.valueOf((String) r[4]),
                (String) r[5],
                (String) r[6],
                new Text((String) r[7], (String) r[8]));
    }

    /** Kept rows of one kind after a line, in the order of the file. */
    List<Row> rows(UUID job, Fate fate, long afterLine, int most) {
        List<?> rows = em.createNativeQuery("""
                        select line, cast(cells as text), cast(before as text) from import_row
                        where job = ?1 and fate = ?2 and line > ?3 order by line""")
                .setParameter(1, job)
                .setParameter(2, fate.name())
                .setParameter(3, afterLine)
                .setMaxResults(most)
                .getResultList();
        return rows.stream().map(r -> row((Object[]) r)).toList();
    }

    private Row row(Object[] r) {
        return new Row(((Number) r[0]).longValue(), read((String) r[1], TEXTS), read((String) r[2], TEXTS_BY_COLUMN));
    }

    /** The findings of these rows, by line. */
    Map<Long, List<RowError>> findings(UUID job, List<Row> rows) {
        if (rows.isEmpty()) return Map.of();
        List<?> found = em.createNativeQuery("""
                        select line, col, value, code, severity, rule, expected, zh, en from import_finding
                        where job = ?1 and line = any(?2) order by line, place""")
                .setParameter(1, job)
                .setParameter(2, rows.stream().map(Row::line).toArray(Long[]::new))
                .getResultList();
        return found.stream().map(r -> finding((Object[]) r)).collect(Collectors.groupingBy(RowError::line));
    }

    /** PostgreSQL keeps no zero characters; a file may have them. */
    private static String printable(String text) {
        return text == null ? null : text.replace('\0', '\uFFFD');
    }

    private static <T> Object[] of(List<T> list, Function<T, Object> value) {
        return list.stream().map(value).toArray();
    }

    private String write(Object value) {
        try {
            return value == null ? null : json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("a row that can't be written", e);
        }
    }

    private <T> T read(String text, TypeReference<T> type) {
        try {
            return text == null ? null : json.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a kept row that can't be read", e);
        }
    }
}
