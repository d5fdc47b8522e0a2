package org.jielian.supervision.inspections;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jielian.foundation.access.Access;
import org.jielian.foundation.access.Person;
import org.jielian.foundation.paging.Cursor;
import org.jielian.foundation.paging.Page;

/** Pages of numbered problems, and how many a region has in which column; row-level security decides which the caller finds. */
@Singleton
class ListingRectifications {
    private static final int MOST_ROWS = 100_000;
    private static final String FROM = """
             from rectification_problem p join rectification r on r.id = p.notice_id left join known_region c on c.code = r.issuer
            where (cast(:path as text) is null or starts_with(r.path, :path)
                or exists (select from node_path n where n.code = r.issuer and starts_with(n.path, :path)))
            and (cast(:column as text) is null or\s""" + Column.SQL + """
             = :column) and (cast(:term as text) is null or p.term = :term)
            and (cast(:q as text) is null or strpos(r.unit_name, :q) > 0 or starts_with(r.unit_code, :q) or strpos(p.clause, :q) > 0
                or strpos(r.number, :q) > 0)
            and (not :waiting or r.unit_code = :me and p.status in ('OPEN', 'RETURNED') or r.issuer = :me
                and p.status in ('ANSWERED', 'EXTENSION_ASKED'))""";

    @Inject
    EntityManager em;

    @Inject
    Access access;

    @Inject
    Person person;

    @Inject
    Clock clock;

    /** One problem of a notice. */
    public record Line(
            UUID notice,
            String number,
            int no,
            String unitCode,
            String unitName,
            String issuer,
            String issuerName,
            String clause,
            String found,
            Term term,
            LocalDate deadline,
            String responsible,
            ProblemStatus status,
            Column column,
            LocalDate servedOn) {}

    private record Row(Line line, String place) {}

    /** One region of the board, with all below it; the first is the region's own units, and those elsewhere its people inspected. */
    public record Part(String regionCode, String name, String tier, Map<Column, Long> columns, long all) {}

    @Transactional
    Page<Line> page(RectificationQuery asked) {
        int limit = Page.limit(asked.limit);
        List<Row> rows = rows(asked, Cursor.decode(asked.cursor), limit + 1);
        String next = null;
        if (rows.size() > limit) {
            rows = rows.subList(0, limit);
            Row last = rows.get(limit - 1);
            next = new Cursor(last.place(), code(last.line())).encoded();
        }
        long total = ((Number) parameters(em.createNativeQuery("select count(*)" + FROM), asked)
                        .getSingleResult())
                .longValue();
        return new Page<>(rows.stream().map(Row::line).toList(), next, total);
    }

    private static String code(Line line) {
        return "%s/%04d".formatted(line.notice(), line.no());
    }

    @Transactional
    List<Line> all(RectificationQuery asked) {
        return rows(asked, null, MOST_ROWS).stream().map(Row::line).toList();
    }

    private List<Row> rows(RectificationQuery asked, Cursor after, int limit) {
        String place = asked.place();
        String code = "(p.notice_id || '/' || lpad(cast(p.no as text), 4, '0'))";
        String direction = asked.descending() ? "desc" : "asc";
        Query query = em.createNativeQuery(
                "select p.notice_id, r.number, p.no, r.unit_code, r.unit_name, r.issuer, c.name, p.clause, p.found, p.term,"
                        + " cast(p.deadline as text), p.responsible, p.status, " + Column.SQL
                        + " as board_column, cast(r.served_on as text), " + place + " as place" + FROM
                        + " and (cast(:after as text) is null or (" + place + ", " + code + ") "
                        + (asked.descending() ? "<" : ">") + " (:after, :code)) order by place " + direction + ", "
                        + code
                        + " " + direction);
        List<?> found = parameters(query, asked)
                .setParameter("after", after == null ? null : after.after())
                .setParameter("code", after == null ? "" : after.code())
                .setMaxResults(limit)
                .getResultList();
        return found.stream().map(row -> row((Object[]) row)).toList();
    }

    private Query parameters(Query query, RectificationQuery asked) {
        String region = Asking.blankToNull(asked.region);
        return query.setParameter("path", region == null ? null : access.requireSees(region))
                .setParameter("column", asked.column())
                .setParameter("term", asked.term())
                .setParameter("q", Asking.blankToNull(asked.q))
                .setParameter("waiting", asked.waiting)
                .setParameter("me", person.node())
                .setParameter("today", LocalDate.now(clock).toString());
    }

    private static Row row(Object[] r) {
        Line line = new Line(
                (UUID) r[0],
                (String) r[1],
                ((Number) r[2]).intValue(),
                (String) r[3],
                (String) r[4],
                (String) r[5],
                (String) r[6],
                (String) r[7],
                (String) r[8],
                Term.valueOf((String) r[9]),
                LocalDate.parse((String) r[10]),
                (String) r[11],
                ProblemStatus.valueOf((String) r[12]),
                Column.valueOf((String) r[13]),
                LocalDate.parse((String) r[14]));
        return new Row(line, (String) r[15]);
    }

    /** A region's own units and its children, each with all units below it. */
    @Transactional
    List<Part> board(String region) {
        String path = access.requireSees(region);
        List<?> rows = em.createNativeQuery("""
                        with part as (
                            select code, name, tier, path from known_region
                            where code = :region or (starts_with(path, :path) and path = :path || code || '/')),
                        problem as (select r.path, r.unit_code, """ + Column.SQL + """
                             as board_column from rectification_problem p
                            join rectification r on r.id = p.notice_id where starts_with(r.path, :path)
                                or exists (select from node_path n where n.code = r.issuer and starts_with(n.path, :path)))
                        select p.code, p.name, p.tier, q.board_column, count(q.path) from part p left join problem q
                            on case when p.code = :region then q.path = p.path || q.unit_code || '/' or not starts_with(q.path, p.path)
                               else starts_with(q.path, p.path) end
                        group by p.code, p.name, p.tier, q.board_column order by p.code = :region desc, p.code""")
                .setParameter("region", region)
                .setParameter("path", path)
                .setParameter("today", LocalDate.now(clock).toString())
                .getResultList();
        Map<String, Part> parts = new LinkedHashMap<>();
        rows.stream()
                .map(row -> part((Object[]) row))
                .forEach(p -> parts.merge(p.regionCode(), p, ListingRectifications::plus));
        return List.copyOf(parts.values());
    }

    private static Part part(Object[] r) {
        Map<Column, Long> columns = new EnumMap<>(Column.class);
        long many = ((Number) r[4]).longValue();
        for (Column c : Column.values()) columns.put(c, c.name().equals(r[3]) ? many : 0L);
        return new Part((String) r[0], (String) r[1], (String) r[2], columns, many);
    }

    private static Part plus(Part a, Part b) {
        Map<Column, Long> columns = new EnumMap<>(a.columns());
        b.columns().forEach((column, many) -> columns.merge(column, many, Long::sum));
        return new Part(a.regionCode(), a.name(), a.tier(), columns, a.all() + b.all());
    }
}
