package org.jielian.supervision.standing;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Instant;
import org.jielian.foundation.access.Access;
import org.jielian.foundation.paging.Listing;
import org.jielian.foundation.paging.Order;
import org.jielian.foundation.paging.Page;

/** Which of a region's direct units have taken note of what the region issued. */
@Singleton
class UnitsStanding {
    private static final String FROM = """
             from known_unit u left join acknowledgement k on k.unit_code = u.code and k.release = :release
            where u.region_code = :region and u.closed_from is null""";

    @Inject
    EntityManager em;

    @Inject
    Access access;

    /** A unit; {@code acknowledgedAt} is {@code null} until somebody of it took note. */
    record Row(String unitCode, String name, Instant acknowledgedAt, String acknowledgedBy) {}

    /**
     * The units that hang directly on a region.
     *
     * @param release key of the region's own release
     */
    @Transactional
    Page<Row> of(String region, String release, String cursor, Integer limit) {
        access.requireSees(region);
        return Listing.of(em, "u.code, u.name, k.at, k.who", FROM, Order.byKey("u.code", false))
                .set("region", region)
                .set("release", release)
                .page(cursor, limit, r -> new Row((String) r[0], (String) r[1], (Instant) r[2], (String) r[3]));
    }
}
