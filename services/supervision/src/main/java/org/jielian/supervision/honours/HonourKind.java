package org.jielian.supervision.honours;

import org.jielian.foundation.problems.Text;

/** What is selected. */
public enum HonourKind {
    LEADER("能效领跑者", "energy-efficiency leaders"),
    DEMONSTRATION("节约型公共机构示范单位", "demonstration units");

    private final Text label;

    HonourKind(String zh, String en) {
        this.label = new Text(zh, en);
    }

    public Text label() {
        return label;
    }
}
