package org.jielian.supervision.tasks;

import org.jielian.foundation.problems.ProblemType;
import org.jielian.foundation.problems.Text;

/** Why something about a task is refused, beside its state. */
enum TaskProblem implements ProblemType {
    NOT_BELOW(403, "只能督办下级", "Tasks are opened for nodes below one's own"),
    NOT_A_LATER_DAY(400, "日期有误", "The day is not valid"),
    TEXT_MISSING(400, "缺少说明", "A text is missing"),
    OWN_WORK(403, "不能核实自己的答复", "Nobody verifies their own work"),
    ANSWERED_ELSEWHERE(409, "请在所涉事项中办理", "It is answered where it stands"),
    CAUSE_STANDS(409, "原因尚未消除", "The cause still stands"),
    NOT_BY_PERSON(409, "由系统开立的督办不能撤销", "A task opened by a fact can't be withdrawn");

    private final int status;
    private final Text title;

    TaskProblem(int status, String zh, String en) {
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
