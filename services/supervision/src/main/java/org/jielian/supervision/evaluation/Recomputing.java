package org.jielian.supervision.evaluation;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import org.jboss.logging.Logger;
import org.jielian.foundation.access.Person;

/** All results made anew, for an operator who doubts them, and for measuring. */
@Singleton
class Recomputing {
    private static final Logger LOG = Logger.getLogger(Recomputing.class);

    @Inject
    Marking marking;

    @Inject
    EntityManager em;

    @Inject
    Person person;

    /** How many years of units and regions wait to be evaluated. */
    record Waiting(long waiting) {}

    @Transactional
    Waiting all() {
        int marked = marking.all();
        LOG.infof("results are made anew years=%d by=%s", marked, person.name());
        return new Waiting(marked);
    }

    @Transactional
    Waiting waiting() {
        return new Waiting(((Number) em.createNativeQuery("select count(*) from evaluated_year where stale")
                        .getSingleResult())
                .longValue());
    }
}
