package org.jielian.supervision.trial;

import org.jielian.foundation.problems.ProblemType;
import org.jielian.foundation.problems.Text;

/** Why nothing can be said of a trial. */
enum TrialProblem implements ProblemType {
    NOT_READY(409, "试算尚未完成", "The trial is not done");

    private final int status;
    private final Text title;

    TrialProblem(int status, String zh, String en) {
        this.status = status;
        this.title = new Text(zh, en);
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public Text title() {
        return title;
    }
}
