package org.jielian.supervision.cascade;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jielian.contracts.AdoptionState;
import org.jielian.contracts.ReleaseState;
import org.jielian.directory.DirectoryChanged;
import org.jielian.foundation.access.AsSystem;
import org.jielian.foundation.facts.FactReader;
import org.jielian.supervision.standards.Releases;

/** Listens to what the tiers tell each other. A repeated, late or replayed fact changes nothing. */
@ApplicationScoped
class CascadeFacts {
    @Inject
    FactReader facts;

    @Inject
    Releases releases;

    @Inject
    Adoptions adoptions;

    @Inject
    Receiving receiving;

    @Inject
    EntityManager em;

    /** One hop: what a region issued reaches the regions directly below it, whose own releases are the next hop. */
    @Incoming("releases")
    @Blocking
    @AsSystem
    @Retry(maxRetries = -1, delay = 1, delayUnit = ChronoUnit.SECONDS, maxDuration = 0)
    @Transactional
    void learnReleases(ConsumerRecords<String, String> records) {
        List<ReleaseState> told = facts.newest(records, ReleaseState.class);
        told.forEach(releases::keepNewest);
        receiving.bringBelow(told.stream().map(ReleaseState::regionCode).collect(Collectors.toSet()));
    }

    @Incoming("adoptions")
    @Blocking
    @AsSystem
    @Retry(maxRetries = -1, delay = 1, delayUnit = ChronoUnit.SECONDS, maxDuration = 0)
    @Transactional
    void learnAdoptions(ConsumerRecords<String, String> records) {
        facts.newest(records, AdoptionState.class).forEach(adoptions::keepNewest);
    }

    /** Rows stand where their region stands, and a region that came or moved hears of what is above it now. */
    void directoryChanged(@Observes DirectoryChanged change) {
        if (change.regions().isEmpty()) return;
        for (String table : List.of("standard_release", "standard_draft", "adoption")) {
            em.createNativeQuery("update " + table + " " + """
                             t set path = r.path from known_region r
                             where r.code = t.region_code and r.path is not null and t.path is distinct from r.path""").executeUpdate();
        }
        receiving.bringTo(change.regions());
    }
}
