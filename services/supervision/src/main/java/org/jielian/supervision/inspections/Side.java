package org.jielian.supervision.inspections;

import org.jielian.foundation.problems.Text;
import org.jielian.supervision.states.Labelled;

/** Who may take a step of an inspection. */
public enum Side implements Labelled {
    /** The people of the region that inspects, never those of the unit. */
    INSPECTORS("检查机关", "the inspecting authority"),
    UNIT("被检查单位", "the inspected unit"),
    SYSTEM("系统", "the system");

    private final Text label;

    Side(String zh, String en) {
        this.label = new Text(zh, en);
    }

    @Override
    public Text label() {
        return label;
    }
}
