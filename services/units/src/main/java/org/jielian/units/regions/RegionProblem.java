package org.jielian.units.regions;

import org.jielian.foundation.problems.ProblemType;
import org.jielian.foundation.problems.Text;

/** What can be wrong with a region or a change of the tree. */
public enum RegionProblem implements ProblemType {
    REGION_EXISTS(409, "行政区划代码已被使用", "The region code is taken"),
    REGION_NOT_OPEN(409, "该月份没有此行政区划", "The region does not exist in that month"),
    PARENT_UNKNOWN(422, "没有这个上级区划", "No such parent"),
    REGION_CYCLE(409, "行政区划不能隶属于自身", "A region would stand under itself"),
    REGION_HAS_CHILDREN(409, "仍有下级区划", "Regions still stand under it"),
    INVALID_REGION_CODE(422, "行政区划代码有误", "Not a region code"),
    INVALID_REGION_NAME(422, "行政区划名称有误", "Not a region name");

    private final int status;
    private final Text title;

    RegionProblem(int status, String zh, String en) {
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
