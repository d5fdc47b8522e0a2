package org.jielian.supervision.inspections;

import org.jielian.foundation.problems.Text;
import org.jielian.supervision.states.Labelled;

/** What can be done about a problem of a notice. */
public enum ProblemAction implements Labelled {
    ANSWER("整改反馈", "answer"),
    ASK_EXTENSION("申请延期", "ask for more time"),
    GRANT("同意延期", "grant more time"),
    REFUSE("不同意延期", "refuse more time"),
    VERIFY("核实销号", "verify"),
    RETURN("退回", "return");

    private final Text label;

    ProblemAction(String zh, String en) {
        this.label = new Text(zh, en);
    }

    @Override
    public Text label() {
        return label;
    }
}
