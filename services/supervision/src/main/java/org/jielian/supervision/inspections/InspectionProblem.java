package org.jielian.supervision.inspections;

import org.jielian.foundation.problems.ProblemType;
import org.jielian.foundation.problems.Text;

/** Why something about inspections and rectification is refused, beside the states. */
enum InspectionProblem implements ProblemType {
    NO_INSPECTION(404, "没有此检查", "There is no such inspection"),
    NO_RECTIFICATION(404, "没有此整改通知书", "There is no such rectification notice"),
    NO_STANDARD_IN_FORCE(409, "没有生效的标准", "No standard is in force"),
    NOT_A_VALID_PLAN(400, "检查计划有误", "The plan is not valid"),
    STATEMENT_MISSING(400, "缺少说明", "A statement is missing"),
    NOT_YET_THE_DAY(409, "检查日未到", "The day has not come"),
    NOTHING_LOOKED_AT(409, "尚未查看任何检查项", "Nothing was looked at"),
    PROBLEMS_FOUND(409, "存在问题，应下达整改通知书", "Problems were found; a notice has to be served"),
    NO_PROBLEMS_FOUND(409, "没有问题，可直接办结", "No problem was found; it can be closed"),
    SERVED_TOO_LATE(409, "已超过下达期限", "It is too late to serve a notice"),
    NOT_A_VALID_PROBLEM(400, "整改问题有误", "A problem of the notice is not valid"),
    NOT_A_VALID_DAY(400, "日期有误", "The day is not valid"),
    EVIDENCE_MISSING(400, "缺少证据", "Evidence is missing"),
    OWN_ANSWER(403, "不能核实自己的反馈", "Nobody verifies their own work");

    private final int status;
    private final Text title;

    InspectionProblem(int status, String zh, String en) {
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
