package org.jielian.supervision.inspections;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import org.jielian.foundation.access.Person;
import org.jielian.supervision.evidence.EvidenceLending;

/** People who inspect a unit may show something about it, also where it does not stand below them. */
@Singleton
class LentUnits implements EvidenceLending {
    @Inject
    EntityManager em;

    @Inject
    Person person;

    @Override
    public boolean lends(String node) {
        if (person.node() == null) return false;
        return !em.createNativeQuery("select 1 from inspection where unit_code = ?1 and inspecting = ?2 limit 1")
                .setParameter(1, node)
                .setParameter(2, person.node())
                .getResultList()
                .isEmpty();
    }
}
