package org.jielian.supervision.assessment;

import org.jielian.foundation.problems.ProblemType;
import org.jielian.foundation.problems.Text;

/** Why something about an assessment is refused. */
public enum AssessmentProblem implements ProblemType {
    NO_STANDARD(409, "没有适用的评价标准", "No standard judges this year"),
    YEAR_NOT_OVER(409, "考核年度尚未结束", "The year is not over"),
    NOT_ASSESSABLE(409, "没有可考核的数据", "There is nothing to assess"),
    STATEMENT_AWAITED(409, "陈述期限未到", "The assessed may still state its case"),
    OWN_WORK(403, "不能确认本人下达的考核", "Nobody confirms what they sent themselves"),
    FINDING_ENDED(409, "该认定已撤回", "The finding was withdrawn already");

    private final int status;
    private final Text title;

    AssessmentProblem(int status, String zh, String en) {
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
