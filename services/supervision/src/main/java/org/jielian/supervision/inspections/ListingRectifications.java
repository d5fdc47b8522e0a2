package org.jielian.supervision.inspections;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
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
import org.jielian.foundation.paging.Listing;
import org.jielian.foundation.paging.Page;

/** Pages of numbered problems, and how many a region has in which column; row-level security decides which the caller finds. */
@Singleton
class ListingRectifications {
    private static final String COLUMNS =
            "p.notice_id, r.number, p.no, r.unit_code, r.unit_name, r.issuer, c.name, p.clause, p.found, p.term,"
                    + " cast(p.deadline as text), p.responsible, p.status, " + Column.SQL
                    + " as board_column, cast(r.served_on as text)";
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

    /** One region of the board, with all below it; the first is the region's own units, and those elsewhere its people inspected. */
    public record Part(String regionCode, String name, String tier, Map<Column, Long> columns, long all) {}

    @Transactional
    Page<Line> page(RectificationQuery asked) {
        return listing(asked).page(asked, ListingRectifications::line);
    }

    @Transactional
    List<Line> all(RectificationQuery asked) {
        return listing(asked).all(ListingRectifications::line);
    }

    private Listing listing(RectificationQuery asked) {
        return Listing.of(em, COLUMNS, FROM, asked.sorting())
                .set("path", asked.region() == null ? null : access.requireSees(asked.region()))
                .set("column", asked.column())
                .set("term", asked.term())
                .set("q", asked.q())
                .set("waiting", asked.waiting)
                .set("me", person.node())
                .set("today", LocalDate.now(clock).toString());
    }

    private static Line line(Object[] r) {
        return new Line(
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
