package org.jielian.supervision.evaluation;

import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import org.jielian.supervision.calendar.CalendarChanged;
import org.jielian.supervision.standards.ReleaseKept;

/**
 * Notes whose results have to be made anew, in the transaction of what changed. Marking always takes hold of the row, so that whoever
 * makes results meanwhile either sees the change or leaves the mark.
 */
@Singleton
class Marking {
    private static final String MARK = """
            on conflict (node, year) do update set stale = true, marked_at = excluded.marked_at,
                stale_since = case when evaluated_year.stale then evaluated_year.stale_since else excluded.stale_since end""";

    @Inject
    EntityManager em;

    @Inject
    Clock clock;

    /** Years of nodes have other figures; later years of a unit may be measured against them. */
    @Transactional(Transactional.TxType.MANDATORY)
    void figures(String[] nodes, Integer[] years, boolean units) {
        if (nodes.length == 0) return;
        em.createNativeQuery("""
                        insert into evaluated_year (node, year, is_unit, stale, marked_at, stale_since)
                        select distinct t.node, t.year, cast(?3 as boolean), true, cast(?4 as timestamptz), cast(?4 as timestamptz)
                        from unnest(?1, ?2) as t (node, year) order by 1, 2 """ + " " + MARK)
                .setParameter(1, nodes)
                .setParameter(2, years)
                .setParameter(3, units)
                .setParameter(4, clock.instant())
                .executeUpdate();
        em.createNativeQuery("""
                        update evaluated_year e set stale = true, marked_at = ?3,
                            stale_since = case when e.stale then e.stale_since else ?3 end
                        from (select node, year from evaluated_year where node = any(?1) order by node, year for update) held
                        where e.node = held.node and e.year = held.year and not e.stale
                          and exists (select from unnest(?1, ?2) as t (node, year) where t.node = e.node and t.year < e.year)""")
                .setParameter(1, nodes)
                .setParameter(2, years)
                .setParameter(3, clock.instant())
                .executeUpdate();
    }

    /** Everything about these units may be judged otherwise. */
    @Transactional(Transactional.TxType.MANDATORY)
    void nodes(String[] nodes) {
        again("e.node = any(?2)", (Object) nodes);
    }

    /** A region judges by another release: itself and its direct units, in the years it may be about. */
    void released(@Observes ReleaseKept kept) {
        again(
                "e.year >= ?3 and (e.node = ?2 or e.node in (select unit_code from unit_belonging where region_code = ?2))",
                kept.regionCode(),
                kept.firstYear());
    }

    /** Reports of a region's own units are late on other days. */
    void calendarChanged(@Observes CalendarChanged change) {
        again(
                "e.year >= ?3 and e.node in (select unit_code from unit_belonging where region_code = ?2)",
                change.regionCode(),
                change.from().getYear());
    }

    /** Everything. */
    @Transactional(Transactional.TxType.MANDATORY)
    int all() {
        return again("true");
    }

    /** Where the condition holds; its parameters are numbered from 2. */
    private int again(String which, Object... parameters) {
        var query = em.createNativeQuery("""
                        update evaluated_year e set stale = true, marked_at = ?1,
                            stale_since = case when e.stale then e.stale_since else ?1 end
                        from (select node, year from evaluated_year e where WHICH order by node, year for update) held
                        where e.node = held.node and e.year = held.year""".replace("WHICH", which)).setParameter(1, clock.instant());
        for (int i = 0; i < parameters.length; i++) query.setParameter(i + 2, parameters[i]);
        return query.executeUpdate();
    }
}
