package org.jielian.directory;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.temporal.ChronoUnit;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jielian.contracts.ContactState;
import org.jielian.contracts.RegionState;
import org.jielian.contracts.UnitState;
import org.jielian.foundation.access.AsSystem;
import org.jielian.foundation.facts.FactReader;

/** Listens to what {@code units} tells. A repeated, late or replayed fact changes nothing. */
@ApplicationScoped
class DirectoryFacts {
    /** Any number, the same in all instances of a service; each service has its own database. */
    private static final long LEARNING_LOCK = 4_210_002;

    @Inject
    FactReader facts;

    @Inject
    RegionLearning regions;

    @Inject
    UnitLearning units;

    @Inject
    ContactLearning contacts;

    @Inject
    EntityManager em;

    @Incoming("directory-regions")
    @Blocking
    @AsSystem
    @Retry(maxRetries = -1, delay = 1, delayUnit = ChronoUnit.SECONDS, maxDuration = 0)
    @Transactional
    void learnRegions(ConsumerRecords<String, String> records) {
        oneAtATime();
        regions.learn(facts.newest(records, RegionState.class));
    }

    @Incoming("directory-units")
    @Blocking
    @AsSystem
    @Retry(maxRetries = -1, delay = 1, delayUnit = ChronoUnit.SECONDS, maxDuration = 0)
    @Transactional
    void learnUnits(ConsumerRecords<String, String> records) {
        oneAtATime();
        units.learn(facts.newest(records, UnitState.class));
    }

    /**
     * Units and regions learnt side by side would each not see what the other has not committed yet, and a unit that arrives together with
     * its region would stand nowhere for ever.
     */
    private void oneAtATime() {
        em.createNativeQuery("select pg_advisory_xact_lock(" + LEARNING_LOCK + ")")
                .getSingleResult();
    }

    @Incoming("directory-contacts")
    @Blocking
    @AsSystem
    @Retry(maxRetries = -1, delay = 1, delayUnit = ChronoUnit.SECONDS, maxDuration = 0)
    @Transactional
    void learnContacts(ConsumerRecords<String, String> records) {
        contacts.learn(facts.newest(records, ContactState.class));
    }
}
