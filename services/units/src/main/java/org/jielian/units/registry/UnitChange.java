package org.jielian.units.registry;

import org.jielian.contracts.UnitState;

/**
 * One institution that was registered or changed, not yet stored.
 *
 * @param action what was done to it
 * @param unit as it is now
 * @param before as it was; {@code null} for a new one
 * @param reason what the person said, may be {@code null}
 */
record UnitChange(Action action, Unit unit, UnitState before, String reason) {
    /** The verbs of the register. */
    enum Action {
        REGISTERED,
        DESCRIBED,
        MOVED,
        REORGANISED,
        CLOSED
    }
}
