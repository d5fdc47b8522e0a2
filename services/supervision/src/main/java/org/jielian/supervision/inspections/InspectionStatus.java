package org.jielian.supervision.inspections;

import org.jielian.foundation.problems.Text;
import org.jielian.supervision.states.Labelled;

/** Where an inspection stands. */
public enum InspectionStatus implements Labelled {
    PLANNED("待检查", "planned"),
    CHECKING("检查中", "being checked"),
    CONCLUDED("待单位确认", "to be confirmed by the unit"),
    CONFIRMED("双方已确认", "confirmed by both sides"),
    CLOSED("无问题办结", "closed without problems"),
    NOTIFIED("整改中", "being rectified"),
    RECTIFIED("整改完成", "rectified"),
    CANCELLED("已取消", "cancelled");

    private final Text label;

    InspectionStatus(String zh, String en) {
        this.label = new Text(zh, en);
    }

    @Override
    public Text label() {
        return label;
    }

    /** Whether nothing more happens to it. */
    boolean isFinal() {
        return this == CLOSED || this == RECTIFIED || this == CANCELLED;
    }
}
