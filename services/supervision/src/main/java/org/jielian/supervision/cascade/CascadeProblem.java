package org.jielian.supervision.cascade;

import org.jielian.foundation.problems.ProblemType;
import org.jielian.foundation.problems.Text;

/** Why an answer to a release is refused. */
enum CascadeProblem implements ProblemType {
    NOT_DELIVERED(404, "该版本尚未送达", "The release has not been delivered"),
    VOID(409, "版本已被取代或撤回", "The release was superseded or withdrawn"),
    ANSWERED_LATER_ONE(409, "已对更新的版本作出答复", "A later release has been answered already"),
    ANSWERED_ALREADY(409, "已经答复", "It is answered already"),
    HELD(409, "该级暂停处理", "The region is held"),
    INVALID_DATES(400, "日期有误", "The dates are not valid");

    private final int status;
    private final Text title;

    CascadeProblem(int status, String zh, String en) {
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
