package org.jielian.metrics.closings;

import org.jielian.foundation.problems.ProblemType;
import org.jielian.foundation.problems.Text;

/** Why a closing is refused. */
enum ClosingProblem implements ProblemType {
    NOT_OVER(409, "该月尚未结束", "The month is not over yet"),
    NOT_IN_THE_PROGRAMME(409, "该月不在填报范围内", "The month is not part of the programme"),
    REGION_DID_NOT_EXIST(409, "该地区当月不存在", "The region did not exist in that month"),
    ALREADY_CLOSED(409, "该月已关账", "The month is closed already"),
    NOT_CLOSED(409, "该月未关账", "The month is not closed");

    private final int status;
    private final Text title;

    ClosingProblem(int status, String zh, String en) {
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
