package org.jielian.supervision.recognition;

import org.jielian.foundation.problems.ProblemType;
import org.jielian.foundation.problems.Text;

/** Why something about the way to the title is refused. */
public enum TitleProblem implements ProblemType {
    NO_TITLE(404, "没有这项认定", "There is no such application"),
    NOT_ELIGIBLE(409, "不属于创建范围", "The unit can't apply"),
    APPLIED_ALREADY(409, "已有进行中的申报", "The unit is on its way already"),
    TOO_EARLY(409, "尚不能重新申报", "It is too early to apply again"),
    NOT_A_STEP(409, "当前状态不允许此操作", "This is no step from here"),
    NOT_YET(409, "条件尚不满足", "Not everything it takes is there"),
    NO_STANDARD(409, "没有适用的评价标准", "No standard judges this year");

    private final int status;
    private final Text title;

    TitleProblem(int status, String zh, String en) {
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
