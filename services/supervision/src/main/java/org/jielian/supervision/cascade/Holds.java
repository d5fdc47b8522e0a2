package org.jielian.supervision.cascade;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jboss.logging.Logger;
import org.jielian.foundation.access.Access;
import org.jielian.foundation.access.Person;

/**
 * Regions that are held: nothing is delivered to them and they answer nothing, as if they ran apart and their installation were off.
 * What passed meanwhile is brought to them when they return.
 */
@Singleton
class Holds {
    private static final Logger LOG = Logger.getLogger(Holds.class);

    @Inject
    EntityManager em;

    @Inject
    Access access;

    @Inject
    Person person;

    @Inject
    Receiving receiving;

    @Inject
    Clock clock;

    /** A held region, since when and by whom. */
    record Hold(String regionCode, Instant since, String heldBy) {}

    @Transactional
    List<Hold> all() {
        List<?> rows = em.createNativeQuery("select region_code, since, held_by from cascade_hold order by region_code")
                .getResultList();
        return rows.stream()
                .map(row -> (Object[]) row)
                .map(r -> new Hold((String) r[0], (Instant) r[1], (String) r[2]))
                .toList();
    }

    @Transactional
    void hold(String region) {
        access.requireActs(region);
        em.createNativeQuery(
                        "insert into cascade_hold (region_code, since, held_by) values (?1, ?2, ?3) on conflict do nothing")
                .setParameter(1, region)
                .setParameter(2, clock.instant())
                .setParameter(3, person.name())
                .executeUpdate();
        LOG.infof("cascade held region=%s by=%s", region, person.name());
    }

    @Transactional
    void resume(String region) {
        access.requireActs(region);
        em.createNativeQuery("delete from cascade_hold where region_code = ?1")
                .setParameter(1, region)
                .executeUpdate();
        receiving.bringTo(List.of(region));
        LOG.infof("cascade resumed region=%s by=%s", region, person.name());
    }

    void requireNotHeld(String region) {
        boolean held = !em.createNativeQuery("select 1 from cascade_hold where region_code = ?1")
                .setParameter(1, region)
                .getResultList()
                .isEmpty();
        if (held) throw CascadeProblem.HELD.because("%s 已暂停处理", "%s is held", region);
    }
}
