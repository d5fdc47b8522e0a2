package org.jielian.supervision.assessment;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jielian.foundation.access.Access;
import org.jielian.foundation.access.Person;
import org.jielian.foundation.paging.Listing;
import org.jielian.foundation.paging.Page;

/** Pages of assessments, regions before units; what was not sent yet is not shown to the assessed. */
@Singleton
class ListingSheets {
    private static final String COLUMNS =
            "a.id, a.assessed, a.name, a.kind, a.assessor, a.year, a.standard_code, a.state, a.score, a.grade,"
                    + " jsonb_array_length(a.body #> '{outcome,vetoes}') > 0, a.changed_at";
    private static final String FROM = """
             from assessment a where starts_with(a.path, :path) and (cast(:assessor as text) is null or a.assessor = :assessor)
              and (cast(:year as int) is null or a.year = :year) and (cast(:state as text) is null or a.state = :state)
              and (cast(:grade as text) is null or a.grade = :grade) and (cast(:kind as text) is null or a.kind = :kind)
              and (cast(:q as text) is null or strpos(a.name, :q) > 0 or starts_with(a.assessed, :q))
              and not (a.state = 'COMPUTED' and a.assessed = :me)""";

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
            Instant changedAt) {}

    @Transactional
    Page<Line> page(SheetQuery asked) {
        return listing(asked).page(asked, ListingSheets::line);
    }

    /** All of them, for a file. */
    @Transactional
    List<Line> all(SheetQuery asked) {
        return listing(asked).all(ListingSheets::line);
    }

    private Listing listing(SheetQuery asked) {
        return Listing.of(em, COLUMNS, FROM, asked.sorting())
                .set("path", access.requireSees(asked.region()))
                .set("assessor", asked.assessor())
                .set("year", asked.year)
                .set("state", asked.state())
                .set("grade", asked.grade())
                .set("kind", asked.kind())
                .set("q", asked.q())
                .set("me", person.node() == null ? "" : person.node());
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
                (Instant) r[11]);
    }
}
