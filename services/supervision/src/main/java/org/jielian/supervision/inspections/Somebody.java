package org.jielian.supervision.inspections;

import org.jielian.foundation.access.Person;

/**
 * Who takes a step.
 *
 * @param name user name
 * @param node region or unit the person belongs to; {@code null} for the system and the operator
 */
record Somebody(String name, String node) {
    static final Somebody SYSTEM = new Somebody("system", null);

    static Somebody of(Person person) {
        return new Somebody(person.name(), person.node());
    }
}
