package org.jielian.supervision.states;

import org.jielian.foundation.problems.ProblemType;
import org.jielian.foundation.problems.Text;

/** Why a step is refused. */
public enum StateProblem implements ProblemType {
    /** No row of the table leads from the present state by that action. */
    NO_SUCH_STEP(409, "当前状态下不能这样做", "This can't be done in the present state"),
    /** There is such a row, for somebody else. */
    NOT_YOUR_STEP(403, "这一步由他人办理", "This step is somebody else's");

    private final int status;
    private final Text title;

    StateProblem(int status, String zh, String en) {
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
