package org.jielian.supervision.inspections;

import org.jielian.foundation.problems.Text;
import org.jielian.supervision.states.Labelled;

/** What was found of one item. */
public enum Outcome implements Labelled {
    SATISFIED("符合", "satisfied"),
    PROBLEM("存在问题", "problem"),
    NOT_APPLICABLE("不适用", "not applicable"),
    NOT_LOOKED_AT("未查看", "not looked at");

    private final Text label;

    Outcome(String zh, String en) {
        this.label = new Text(zh, en);
    }

    @Override
    public Text label() {
        return label;
    }
}
