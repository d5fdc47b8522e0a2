package org.jielian.units.registry;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import org.jielian.foundation.access.Access;
import org.jielian.foundation.audit.AuditTrail;
import org.jielian.foundation.codes.UnifiedSocialCreditCode;
import org.jielian.foundation.codes.UnifiedSocialCreditCode.InvalidCode;
import org.jielian.units.regions.LookingUpRegions;

/** Reads single institutions for people. */
@ApplicationScoped
class LookingUpUnits {
    @Inject
    Access access;

    @Inject
    Units units;

    @Inject
    LookingUpRegions regions;

    @Inject
    AuditTrail audit;

    @Transactional
    UnitView find(String code) {
        access.requireSees(code);
        Unit unit = units.require(code);
        return UnitView.of(unit, regions.steps(unit.path()));
    }

    /** Everything that happened to it, oldest first. */
    @Transactional
    List<AuditTrail.Entry> history(String code) {
        access.requireSees(code);
        units.require(code);
        return audit.of(UnitRegister.subject(code));
    }

    /** The code somebody sent, if it is one. */
    UnifiedSocialCreditCode code(String text) {
        try {
            return UnifiedSocialCreditCode.of(text);
        } catch (InvalidCode e) {
            throw UnitProblem.INVALID_UNIT_CODE.because(e.text().zh(), e.text().en());
        }
    }
}
