package org.jielian.supervision.inspections;

import org.jielian.foundation.problems.Text;
import org.jielian.supervision.states.Labelled;

/** Who may take a step of a problem. */
public enum ProblemParty implements Labelled {
    UNIT("被检查单位", "the inspected unit"),
    ISSUER("下达通知书的机关", "the authority that served the notice"),
    /** Nobody verifies their own work, and no unit its own. */
    SOMEBODY_ELSE("下达机关中反馈人以外的人", "the authority that served the notice, by somebody else than who answered");

    private final Text label;

    ProblemParty(String zh, String en) {
        this.label = new Text(zh, en);
    }

    @Override
    public Text label() {
        return label;
    }
}
