package org.jielian.supervision.tasks;

import org.jielian.foundation.access.Person;

/**
 * Who takes a step.
 *
 * @param name user name
 * @param node region or unit the person belongs to; {@code null} for the system and the operator
 */
record Actor(String name, String node) {
    static final Actor SYSTEM = new Actor("system", null);

    static Actor of(Person person) {
        return new Actor(person.name(), person.node());
    }
}
