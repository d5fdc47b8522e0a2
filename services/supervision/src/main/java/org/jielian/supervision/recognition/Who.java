package org.jielian.supervision.recognition;

import org.jielian.foundation.problems.Text;
import org.jielian.supervision.states.Labelled;

/** Who may take a step. */
public enum Who implements Labelled {
    /** The unit's own people; nobody evaluates a unit in its place. */
    UNIT("本单位", "the unit itself"),
    /** The region that holds it at this moment. */
    HOLDER("当前办理的主管部门", "the authority that holds it"),
    /** The province the unit stands in. */
    PROVINCE("省级主管部门", "the authority of the province"),
    /** The authority of any region above the unit. */
    AUTHORITY("上级任一主管部门", "any authority above the unit"),
    /** Nobody: a day has come, or the register or the figures have changed. */
    SYSTEM("系统", "the system");

    private final Text name;

    Who(String zh, String en) {
        this.name = new Text(zh, en);
    }

    @Override
    public Text label() {
        return name;
    }
}
