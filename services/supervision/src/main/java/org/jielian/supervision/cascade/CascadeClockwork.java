package org.jielian.supervision.cascade;

import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import org.jielian.contracts.AdoptionState;
import org.jielian.contracts.AdoptionState.Answer;
import org.jielian.contracts.ReleaseState;
import org.jielian.foundation.access.AsSystem;
import org.jielian.supervision.standards.Issuing;
import org.jielian.supervision.standards.Releases;

/** What happens because a day has come: silence inherits, releases come into force. */
@Singleton
class CascadeClockwork {
    @Inject
    Adoptions adoptions;

    @Inject
    Releases releases;

    @Inject
    Carrying carrying;

    @Inject
    Inheriting inheriting;

    @Inject
    Issuing issuing;

    @Inject
    CascadeConfig config;

    @Inject
    Clock clock;

    @Scheduled(every = "${cascade.look-at-the-clock}", concurrentExecution = ConcurrentExecution.SKIP)
    @AsSystem
    @Transactional
    void tick() {
        adoptions.silentSince(issuing.today()).stream().filter(this::isOurs).forEach(this::inherit);
        adoptions.inForceSince(issuing.today()).stream().filter(this::isOurs).forEach(this::apply);
    }

    private boolean isOurs(AdoptionState adoption) {
        return config.regions()
                .map(ours -> ours.contains(adoption.regionCode()))
                .orElse(true);
    }

    private void inherit(AdoptionState silent) {
        releases.hold(silent.regionCode());
        AdoptionState open = adoptions.require(silent.regionCode(), silent.release());
        ReleaseState release = releases.require(silent.release());
        // somebody may have answered, or taken the release back, while we waited for our turn
        if (open.answer() != Answer.OPEN || release.status() != ReleaseState.Status.ISSUED) return;
        inheriting.inherit(open, release, carrying.to(release, open.regionCode()));
    }

    private void apply(AdoptionState answered) {
        releases.hold(answered.regionCode());
        AdoptionState now = adoptions.require(answered.regionCode(), answered.release());
        if (now.version() == answered.version()) adoptions.tell(Steps.applied(now, clock.instant()));
    }
}
