package org.jielian.metrics.reports;

import org.jielian.foundation.problems.ProblemType;
import org.jielian.foundation.problems.Text;

/** Why a report is refused. */
enum ReportProblem implements ProblemType {
    INVALID_FIGURES(400, "填报数据有误", "The figures are not valid"),
    NO_REPORT(404, "没有这份报表", "There is no such report"),
    NOT_EXPECTED(409, "该单位该月无须填报", "The unit is not to report in that month"),
    ALREADY_WITHDRAWN(409, "报表已撤回", "The report is withdrawn already"),
    NOT_SUBMITTED(409, "报表不在已上报状态", "The report is not a submitted one"),
    UNEXPLAINED(422, "请更正或说明", "Correct it or explain it"),
    REASON_REQUIRED(409, "须写明原因", "A reason is required"),
    NOT_RETURNABLE(409, "报表不能退回", "The report can't be sent back"),
    BUILT_ON(409, "导入之后报表又有变动", "Reports were changed after the import"),
    BEING_UNDONE(409, "报表所在的导入正在撤销", "The import it came with is being undone"),
    CHANGED_MEANWHILE(412, "报表已被他人修改", "Somebody changed the report meanwhile");

    private final int status;
    private final Text title;

    ReportProblem(int status, String zh, String en) {
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
