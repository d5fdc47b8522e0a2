package org.jielian.supervision.assessment;

import org.jielian.foundation.problems.Text;
import org.jielian.supervision.states.Labelled;

/** How far an assessment has come; {@link AssessmentSteps} says what leads from one to the next. */
public enum Stage implements Labelled {
    COMPUTED("已计算", "computed"),
    SENT("待陈述", "sent, to be stated on"),
    STATED("待确认", "stated on, to be confirmed"),
    CONFIRMED("已确认", "confirmed"),
    PUBLISHED("已公布", "published");

    private final Text label;

    Stage(String zh, String en) {
        this.label = new Text(zh, en);
    }

    @Override
    public Text label() {
        return label;
    }

    /** Whether its numbers stay as they are. */
    boolean isFrozen() {
        return this != COMPUTED;
    }
}
