package org.jielian.supervision.honours;

import org.jielian.foundation.problems.Text;
import org.jielian.supervision.states.Labelled;

/** How far a selection has come. */
public enum HonourState implements Labelled {
    DRAFT("拟定中", "draft"),
    PUBLISHED("已公布", "published"),
    WITHDRAWN("已撤回", "withdrawn"),
    DISCARDED("已作废", "discarded");

    private final Text label;

    HonourState(String zh, String en) {
        this.label = new Text(zh, en);
    }

    @Override
    public Text label() {
        return label;
    }
}
