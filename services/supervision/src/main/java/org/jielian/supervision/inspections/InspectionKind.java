package org.jielian.supervision.inspections;

import org.jielian.foundation.problems.Text;
import org.jielian.supervision.states.Labelled;

/** How it came that a unit is inspected. */
public enum InspectionKind implements Labelled {
    PLANNED("计划检查", "planned"),
    /** Not announced. */
    SPOT("突击检查", "spot check"),
    /** Units and inspectors are both drawn by a seed. */
    DOUBLE_RANDOM("双随机", "double random"),
    /** People of one city look at units of another, as their province asks. */
    CROSS_CITY("交叉检查", "cross-city");

    private final Text label;

    InspectionKind(String zh, String en) {
        this.label = new Text(zh, en);
    }

    @Override
    public Text label() {
        return label;
    }
}
