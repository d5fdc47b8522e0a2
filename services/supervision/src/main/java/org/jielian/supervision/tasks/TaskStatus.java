package org.jielian.supervision.tasks;

import org.jielian.contracts.TaskState;
import org.jielian.foundation.problems.Text;
import org.jielian.supervision.states.Labelled;

/** Where a task stands; the same words as in the fact. */
public enum TaskStatus implements Labelled {
    OPEN("待答复", "to be answered"),
    ANSWERED("待核实", "to be verified"),
    RETURNED("已退回", "returned"),
    EXTENSION_ASKED("申请延期中", "more time asked for"),
    VERIFIED("已销号", "verified"),
    CLOSED("原因消除已办结", "closed, the cause was gone"),
    WITHDRAWN("已撤销", "withdrawn");

    private final Text label;

    TaskStatus(String zh, String en) {
        this.label = new Text(zh, en);
    }

    @Override
    public Text label() {
        return label;
    }

    /** Whether nothing more happens to it. */
    public boolean isFinal() {
        return this == VERIFIED || this == CLOSED || this == WITHDRAWN;
    }

    /** Whether an answer is owed; only then the task climbs. */
    public boolean isOwed() {
        return this == OPEN || this == RETURNED || this == EXTENSION_ASKED;
    }

    TaskState.Status told() {
        return TaskState.Status.valueOf(name());
    }
}
