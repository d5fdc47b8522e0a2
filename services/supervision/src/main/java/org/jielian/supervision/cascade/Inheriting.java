package org.jielian.supervision.cascade;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import org.jielian.contracts.AdoptionState;
import org.jielian.contracts.AdoptionState.Answer;
import org.jielian.contracts.ReleaseState;
import org.jielian.contracts.ReleaseState.Adoption;
import org.jielian.supervision.standards.CarryingOver.Carried;
import org.jielian.supervision.standards.Issuing;

/** Silence inherits: the release goes on down, with what the region made stricter before as far as it still is. */
@Singleton
class Inheriting {
    @Inject
    Adoptions adoptions;

    @Inject
    OwnReleases own;

    @Inject
    Issuing issuing;

    @Inject
    Telling telling;

    @Inject
    Clock clock;

    @Transactional(Transactional.TxType.MANDATORY)
    void inherit(AdoptionState open, ReleaseState release, Carried carried) {
        ReleaseState issued = own.issue(
                open.regionCode(), release, Adoption.INHERITED, carried.content(), carried.kept(), null, null);
        AdoptionState answered = Steps.answered(
                open, Answer.INHERITED, issued.key(), carried.conflicts().size(), clock.instant(), null);
        boolean inForce = !issued.effectiveFrom().isAfter(issuing.today());
        adoptions.tell(inForce ? Steps.applied(answered, clock.instant()) : answered);
        telling.inherited(answered, release, carried);
    }
}
