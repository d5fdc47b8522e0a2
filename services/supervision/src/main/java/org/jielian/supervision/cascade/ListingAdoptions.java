package org.jielian.supervision.cascade;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import org.jielian.contracts.AdoptionState;
import org.jielian.contracts.AdoptionState.Answer;
import org.jielian.foundation.access.Access;
import org.jielian.foundation.paging.Listing;
import org.jielian.foundation.paging.Order;
import org.jielian.foundation.paging.Page;

/** Pages of what reached a region. */
@Singleton
class ListingAdoptions {
    private static final String FROM = """
             from adoption a join standard_release r on a.release = r.region_code || '/' || r.standard_code || '/' || r.number
            where a.region_code = :region and (cast(:answer as text) is null or a.answer = :answer) and (not :conflicts or a.conflicts > 0)""";
    /** What waits comes first, then the latest. */
    private static final String PLACE =
            "(case a.answer when 'OPEN' then '1' else '0' end || to_char(a.delivered_at at time zone 'UTC',"
                    + " 'YYYY-MM-DD\"T\"HH24:MI:SS.US'))";

    @Inject
    EntityManager em;

    @Inject
    Access access;

    /** One release that reached the region. */
    public record Line(AdoptionState adoption, String name, String status, LocalDate effectiveFrom) {}

    @Transactional
    Page<Line> page(String region, Answer answer, boolean conflicts, String cursor, Integer limit) {
        access.requireSees(region);
        String columns = "a." + Adoptions.COLUMNS.replace(", ", ", a.")
                + ", r.state #>> '{name,zh}', r.status, r.effective_from";
        return Listing.of(em, columns, FROM, Order.byText(PLACE, "a.release", true))
                .set("region", region)
                .set("answer", answer == null ? null : answer.name())
                .set("conflicts", conflicts)
                .page(cursor, limit, ListingAdoptions::line);
    }

    private static Line line(Object[] r) {
        AdoptionState adoption = Adoptions.state(r);
        return new Line(adoption, (String) r[14], (String) r[15], LocalDate.parse(r[16].toString()));
    }
}
