package org.jielian.supervision.inspections;

import org.jielian.foundation.problems.Text;
import org.jielian.supervision.states.Labelled;

/** Where one numbered problem of a notice stands. */
public enum ProblemStatus implements Labelled {
    OPEN("待整改", "to be rectified"),
    ANSWERED("待核实", "to be verified"),
    RETURNED("已退回", "returned"),
    EXTENSION_ASKED("申请延期中", "more time asked for"),
    VERIFIED("已销号", "verified");

    private final Text label;

    ProblemStatus(String zh, String en) {
        this.label = new Text(zh, en);
    }

    @Override
    public Text label() {
        return label;
    }

    /** Whether the unit has to do something; only then a problem can be overdue. */
    boolean isOwed() {
        return this == OPEN || this == RETURNED || this == EXTENSION_ASKED;
    }
}
