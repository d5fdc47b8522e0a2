package org.jielian.supervision.assessment;

import org.jielian.foundation.problems.Text;
import org.jielian.supervision.states.Labelled;

/** Who may take a step of an assessment. */
public enum AssessmentParty implements Labelled {
    ASSESSOR("考核方", "the region that assesses"),
    /** The region that assesses, by somebody else than who sent the sheet. */
    SOMEBODY_ELSE("考核方中送达人以外的人", "the region that assesses, by somebody else than who sent it"),
    ASSESSED("被考核方", "the assessed");

    private final Text label;

    AssessmentParty(String zh, String en) {
        this.label = new Text(zh, en);
    }

    @Override
    public Text label() {
        return label;
    }
}
