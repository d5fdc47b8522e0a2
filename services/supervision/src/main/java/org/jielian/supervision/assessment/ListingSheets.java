package org.jielian.supervision.assessment;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jielian.foundation.access.Access;
import org.jielian.foundation.access.Person;
import org.jielian.foundation.paging.Cursor;
import org.jielian.foundation.paging.Page;

/** Pages of assessments, regions before units; what was not sent yet is not shown to the assessed. */
@Singleton
class ListingSheets {
    private static final String FROM = """
             from assessment a where starts_with(a.path, ?1) and (cast(?2 as text) is null or a.assessor = ?2)
              and (cast(?3 as int) is null or a.year = ?3) and (cast(?4 as text) is null or a.state = ?4)
              and (cast(?5 as text) is null or a.grade = ?5) and (cast(?6 as text) is null or a.kind = ?6)
              and (cast(?7 as text) is null or strpos(a.name, ?7) > 0 or starts_with(a.assessed, ?7))
              and not (a.state = 'COMPUTED' and a.assessed = ?8)""";

    @Inject
    EntityManager em;

    @Inject
    Access access;

    @Inject
    Person person;

    /** One assessment. */
    record Line(
            UUID id,
            String assessed,
            String name,
            String kind,
            String assessor,
            int year,
            String standardCode,
            Stage state,
            BigDecimal score,
            Grade grade,
            boolean vetoed,
            Instant changedAt,
            String rank) {}

    @Transactional
    Page<Line> page(SheetQuery asked) {
        String path = access.requireSees(asked.region());
        int limit = Page.limit(asked.limit);
        List<Line> lines = lines(path, asked, Cursor.decode(asked.cursor), limit + 1);
        String next = null;
        if (lines.size() > limit) {
            lines = lines.subList(0, limit);
            Line last = lines.get(limit - 1);
            next = new Cursor(last.rank(), last.kind() + "/" + last.assessed() + "/" + last.id()).encoded();
        }
        long total = ((Number) parameters(em.createNativeQuery("select count(*)" + FROM), path, asked)
                        .getSingleResult())
                .longValue();
        return new Page<>(lines, next, total);
    }

    /** All of them, for a file. */
    @Transactional
    List<Line> all(SheetQuery asked) {
        return lines(access.requireSees(asked.region()), asked, null, Integer.MAX_VALUE);
    }

    private List<Line> lines(String path, SheetQuery asked, Cursor after, int limit) {
        String rank = asked.rank();
        String code = "a.kind || '/' || a.assessed || '/' || a.id";
        String beyond = asked.codesDescend() ? "<" : ">";
        String sql =
                "select a.id, a.assessed, a.name, a.kind, a.assessor, a.year, a.standard_code, a.state, a.score, a.grade,"
                        + " jsonb_array_length(a.body #> '{outcome,vetoes}') > 0, a.changed_at, cast(" + rank
                        + " as text)" + FROM
                        + " and (cast(?9 as text) is null or (" + rank + ", " + code + ") " + beyond
                        + " (cast(?10 as numeric), ?9)) order by " + rank + ", " + code
                        + (asked.codesDescend() ? " desc" : "")
                        + " limit ?11";
        List<?> rows = parameters(em.createNativeQuery(sql), path, asked)
                .setParameter(9, after == null ? null : after.code())
                .setParameter(10, after == null ? "0" : after.after())
                .setParameter(11, limit)
                .getResultList();
        return rows.stream().map(row -> line((Object[]) row)).toList();
    }

    private Query parameters(Query query, String path, SheetQuery asked) {
        return query.setParameter(1, path)
                .setParameter(2, asked.assessor())
                .setParameter(3, asked.year)
                .setParameter(4, asked.state())
                .setParameter(5, asked.grade())
                .setParameter(6, asked.kind())
                .setParameter(7, asked.q())
                .setParameter(8, person.node() == null ? "" : person.node());
    }

    private static Line line(Object[] r) {
        return new Line(
                (UUID) r[0],
                (String) r[1],
                (String) r[2],
                (String) r[3],
                (String) r[4],
                ((Number) r[5]).intValue(),
                (String) r[6],
                Stage.valueOf((String) r[7]),
                (BigDecimal) r[8],
                r[9] == null ? null : Grade.valueOf((String) r[9]),
                (Boolean) r[10],
                (Instant) r[11],
                (String) r[12]);
    }
}
