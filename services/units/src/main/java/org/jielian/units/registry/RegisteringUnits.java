package org.jielian.units.registry;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.YearMonth;
import java.util.List;
import org.hibernate.exception.ConstraintViolationException;
import org.jielian.contracts.InstitutionType;
import org.jielian.contracts.UnitState;
import org.jielian.contracts.UnitState.Belonging;
import org.jielian.foundation.access.Access;
import org.jielian.foundation.access.NodePaths;
import org.jielian.foundation.codes.UnifiedSocialCreditCode;
import org.jielian.foundation.problems.CommonProblem;
import org.jielian.foundation.problems.ProblemException;
import org.jielian.units.registry.UnitChange.Action;

/** Institutions one by one: registered, described anew, moved, closed. */
@ApplicationScoped
class RegisteringUnits {
    @Inject
    Access access;

    @Inject
    NodePaths nodePaths;

    @Inject
    Units units;

    @Inject
    Homes homes;

    @Inject
    UnitRegister register;

    /** Only who administers the region directly may register an institution with it. */
    @Transactional
    Unit register(UnifiedSocialCreditCode code, Description description, Belonging belonging) {
        access.requireActs(belonging.regionCode());
        if (nodePaths.find(code.value()).isPresent()) {
            throw exists(code);
        }
        homes.requireOpen(belonging);
        Unit unit = Unit.register(code, description, belonging);
        try {
            settle(Action.REGISTERED, unit, null, null);
        } catch (ConstraintViolationException someoneWasFaster) {
            throw exists(code);
        }
        return unit;
    }

    @Transactional
    Unit describe(String code, long version, Description description) {
        Unit unit = administered(code, version);
        UnitState before = unit.state();
        if (unit.describe(description)) settle(Action.DESCRIBED, unit, before, null);
        return unit;
    }

    /** Whoever's subtree holds both regions may move an institution between them. */
    @Transactional
    Unit move(String code, Long version, String regionCode, InstitutionType type, YearMonth from, String reason) {
        access.requireSees(code);
        access.requireSees(regionCode);
        homes.holdStill();
        Unit unit = current(code, version);
        UnitState before = unit.state();
        Belonging to = new Belonging(regionCode, type == null ? unit.type() : type, from);
        homes.requireOpen(to);
        if (unit.move(to)) settle(Action.MOVED, unit, before, reason);
        return unit;
    }

    @Transactional
    Unit close(String code, Long version, YearMonth from, String reason) {
        Unit unit = administered(code, version);
        UnitState before = unit.state();
        unit.close(from);
        settle(Action.CLOSED, unit, before, reason);
        return unit;
    }

    private void settle(Action action, Unit unit, UnitState before, String reason) {
        register.settle(List.of(new UnitChange(action, unit, before, reason)));
    }

    private static ProblemException exists(UnifiedSocialCreditCode code) {
        return UnitProblem.UNIT_EXISTS.because("%s 已登记", "%s is registered already", code);
    }

    private Unit administered(String code, Long version) {
        access.requireSees(code);
        Unit unit = current(code, version);
        access.requireActs(unit.regionCode());
        return unit;
    }

    private Unit current(String code, Long version) {
        Unit unit = units.requireForChange(code);
        if (version != null && version != unit.version()) {
            throw CommonProblem.PRECONDITION_FAILED.because(
                    "%s 现为第 %s 版，您修改的是第 %s 版",
                    "%s is at version %s, you changed version %s", code, unit.version(), version);
        }
        return unit;
    }
}
