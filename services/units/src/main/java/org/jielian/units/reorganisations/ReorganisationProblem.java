package org.jielian.units.reorganisations;

import org.jielian.foundation.problems.ProblemType;
import org.jielian.foundation.problems.Text;

/** What can be wrong with a reorganisation. */
enum ReorganisationProblem implements ProblemType {
    REORGANISATION_REFUSED(422, "区划调整有误", "The reorganisation is not possible"),
    OLD_REGION_UNKNOWN(422, "没有此行政区划", "No such region"),
    TAKEN_TWICE(422, "同一对象被重复调整", "The same thing is changed twice"),
    UNITS_ELSEWHERE(422, "机构不属于该区划", "Institutions do not belong to the region"),
    CONTRADICTION(422, "调整内容互相矛盾", "Changes contradict each other"),
    NOTHING_CHANGES(422, "没有任何变化", "Nothing would change");

    private final int status;
    private final Text title;

    ReorganisationProblem(int status, String zh, String en) {
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
