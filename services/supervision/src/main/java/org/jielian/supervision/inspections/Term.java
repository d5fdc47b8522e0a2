package org.jielian.supervision.inspections;

import org.jielian.foundation.problems.Text;
import org.jielian.supervision.states.Labelled;

/** What kind of work a problem takes, which says how long it may take. */
public enum Term implements Labelled {
    /** A matter of management. */
    SHORT("短期（管理类）", "short (management)"),
    /** A technical retrofit. */
    LONG("长期（改造类）", "long (retrofit)");

    private final Text label;

    Term(String zh, String en) {
        this.label = new Text(zh, en);
    }

    @Override
    public Text label() {
        return label;
    }
}
