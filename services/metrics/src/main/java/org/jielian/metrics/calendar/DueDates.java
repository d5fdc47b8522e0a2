package org.jielian.metrics.calendar;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.jielian.contracts.Tier;
import org.jielian.foundation.time.WorkingDays;

/** By when units report and regions close, by the calendar of the chain as it was in the month asked for. */
@Singleton
public class DueDates {
    @Inject
    EntityManager em;

    @Inject
    DueRules rules;

    @Inject
    WorkingDays working;

    /** By when a unit hands in a month; empty when it is not to report it. */
    public Optional<Due> ofUnit(String unitCode, YearMonth period) {
        return administeredBy(unitCode, period).map(region -> ofUnitsIn(region, period));
    }

    /** By when the units right below a region hand in a month: the same for all of them. */
    public Due ofUnitsIn(String regionCode, YearMonth period) {
        return days(regionCode, period).due(Level.UNIT, period, working);
    }

    /** By when a region closes a month; empty for a region nobody knows. */
    public Optional<Due> ofRegion(String regionCode, YearMonth period) {
        return levelOf(regionCode).map(level -> days(regionCode, period).due(level, period, working));
    }

    /** The region that administers a unit in a month; empty when the unit is not to report it. */
    Optional<String> administeredBy(String unitCode, YearMonth period) {
        return first(em.createNativeQuery(
                        "select region_code from unit_belonging where unit_code = ?1 and from_month <= ?2 and ?2 < to_month")
                .setParameter(1, unitCode)
                .setParameter(2, period.toString())
                .getResultList());
    }

    Optional<Level> levelOf(String regionCode) {
        return first(em.createNativeQuery("select tier from known_region where code = ?1")
                        .setParameter(1, regionCode)
                        .getResultList())
                .map(tier -> Level.of(Tier.valueOf(tier)));
    }

    DueDays days(String regionCode, YearMonth period) {
        return DueDays.of(rules.bearingOn(regionCode, period));
    }

    private static Optional<String> first(List<?> rows) {
        return rows.stream().findFirst().map(String.class::cast);
    }
}
