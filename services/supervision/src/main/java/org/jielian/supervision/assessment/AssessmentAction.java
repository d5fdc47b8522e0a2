package org.jielian.supervision.assessment;

import org.jielian.foundation.problems.Text;
import org.jielian.supervision.states.Labelled;

/** What somebody does with an assessment. */
public enum AssessmentAction implements Labelled {
    RECOMPUTE("重新计算", "compute again"),
    SEND("送达被考核方", "send to the assessed"),
    STATE("陈述意见", "state one's case"),
    RETURN("退回重算", "take back and compute again"),
    CONFIRM("确认", "confirm"),
    PUBLISH("公布", "publish");

    private final Text label;

    AssessmentAction(String zh, String en) {
        this.label = new Text(zh, en);
    }

    @Override
    public Text label() {
        return label;
    }
}
