package org.jielian.units.registry;

import org.jielian.foundation.problems.ProblemType;
import org.jielian.foundation.problems.Text;

/** What can be wrong with an institution or a change of it. */
public enum UnitProblem implements ProblemType {
    INVALID_UNIT_CODE(422, "统一社会信用代码有误", "Not a unified social credit code"),
    INVALID_DESCRIPTION(422, "机构信息有误", "The description is not possible"),
    UNIT_EXISTS(409, "机构已登记", "The institution is registered already"),
    UNIT_REGION_NOT_OPEN(422, "该月份没有此行政区划", "The region does not exist in that month"),
    MOVE_TOO_EARLY(409, "变更月份过早", "The institution moved later than that"),
    UNIT_CLOSED(409, "机构已撤销", "The institution is closed"),
    CLOSED_TOO_EARLY(409, "撤销月份过早", "The institution cannot close that early"),
    VERSION_REQUIRED(428, "请注明所修改的版本", "Say which version you change");

    private final int status;
    private final Text title;

    UnitProblem(int status, String zh, String en) {
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
