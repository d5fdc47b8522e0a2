package org.jielian.supervision.honours;

import org.jielian.foundation.problems.Text;
import org.jielian.supervision.states.Labelled;

/** What somebody does with a selection. */
public enum HonourAction implements Labelled {
    RECOMPUTE("重新评选", "select again"),
    PUBLISH("公布", "publish"),
    DISCARD("作废", "discard"),
    WITHDRAW("撤回", "withdraw");

    private final Text label;

    HonourAction(String zh, String en) {
        this.label = new Text(zh, en);
    }

    @Override
    public Text label() {
        return label;
    }
}
