package org.jielian.supervision.standards;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.util.List;
import org.jielian.contracts.ReleaseState;
import org.jielian.foundation.paging.Cursor;
import org.jielian.foundation.paging.Page;
import org.jielian.foundation.problems.CommonProblem;

/** Pages of a region's releases, the latest first. */
@Singleton
class ListingReleases {
    private static final String WHERE =
            "from standard_release where region_code = ?1 and (cast(?2 as text) is null or standard_code = ?2)";

    @Inject
    EntityManager em;

    @Inject
    Json json;

    /** All standards when {@code standard} is {@code null}. */
    Page<ReleaseLine> page(String region, String standard, String cursor, int limit) {
        Cursor after = Cursor.decode(cursor);
        List<ReleaseLine> lines = lines(region, standard, after, limit + 1);
        String next = null;
        if (lines.size() > limit) {
            lines = lines.subList(0, limit);
            ReleaseLine last = lines.get(limit - 1);
            next = new Cursor(last.standardCode(), Integer.toString(last.number())).encoded();
        }
        long total = ((Number) em.createNativeQuery("select count(*) " + WHERE)
                        .setParameter(1, region)
                        .setParameter(2, standard)
                        .getSingleResult())
                .longValue();
        return new Page<>(lines, next, total);
    }

    private List<ReleaseLine> lines(String region, String standard, Cursor after, int limit) {
        @SuppressWarnings("unchecked")
        List<String> states = em.createNativeQuery(
                        "select cast(state - 'content' - 'setBy' as text) " + WHERE
                                + " and (cast(?3 as text) is null or standard_code > ?3 or standard_code = ?3 and number < ?4)"
                                + " order by standard_code, number desc limit ?5",
                        String.class)
                .setParameter(1, region)
                .setParameter(2, standard)
                .setParameter(3, after == null ? null : after.after())
                .setParameter(4, after == null ? 0 : numberOf(after))
                .setParameter(5, limit)
                .getResultList();
        return states.stream()
                .map(state -> ReleaseLine.of(json.read(state, ReleaseState.class)))
                .toList();
    }

    private static int numberOf(Cursor cursor) {
        try {
            return Integer.parseInt(cursor.code());
        } catch (NumberFormatException e) {
            throw CommonProblem.INVALID.because("cursor 无效", "the cursor is not one of ours");
        }
    }
}
