package org.jielian.supervision.tasks;

import org.jielian.foundation.problems.Text;
import org.jielian.supervision.states.Labelled;

/** Who may take a step of a task. */
public enum Party implements Labelled {
    TARGET("被督办单位", "the node that has to answer"),
    HOLDER("当前负责的主管部门", "the region in charge"),
    /** The region in charge, by somebody else than who answered: nobody verifies their own work. */
    SOMEBODY_ELSE("当前负责的主管部门中答复人以外的人", "the region in charge, by somebody else than who answered"),
    ISSUER("发起的主管部门", "the region that opened it"),
    SYSTEM("系统", "the system");

    private final Text label;

    Party(String zh, String en) {
        this.label = new Text(zh, en);
    }

    @Override
    public Text label() {
        return label;
    }
}
