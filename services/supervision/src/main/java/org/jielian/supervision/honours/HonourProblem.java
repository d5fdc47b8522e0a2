package org.jielian.supervision.honours;

import org.jielian.foundation.problems.ProblemType;
import org.jielian.foundation.problems.Text;

/** Why something about a selection is refused. */
public enum HonourProblem implements ProblemType {
    NO_RULES(409, "没有适用的评价标准", "No standard judges this year"),
    WRONG_TIER(409, "由省或市组织评选", "Provinces and cities select"),
    YEAR_RUNNING(409, "评选年度尚未结束", "The year is not over");

    private final int status;
    private final Text title;

    HonourProblem(int status, String zh, String en) {
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
