package org.jielian.supervision.assessment;

import org.jielian.foundation.problems.Text;

/** What points are given for and taken off for. */
public enum Item {
    TARGETS("目标完成情况", "targets of the standard"),
    BANDS("定额约束值以内的单位", "units within the constraint values of their quotas"),
    COVERAGE("月报报送率", "months reported"),
    ON_TIME("月报按时率", "months reported in time"),
    CONFIRMED("上级标准按时确认", "releases from above answered in time"),
    TASKS("督办按时答复", "tasks answered in time"),
    RECTIFIED("检查问题按时整改", "problems of inspections rectified in time"),
    RECOGNISED("节约型机关建成率（对照分配目标）", "agencies recognised, against what was allotted"),
    LATE("逾期报送", "late reports"),
    RETURNED_TWICE("两次及以上退回", "answers returned twice or more"),
    UNRESOLVED("逾期未整改", "problems not rectified by their day"),
    CRITICISED("通报", "public criticism"),
    SUMMONED("约谈", "summons"),
    FALSIFIED("弄虚作假", "falsification");

    private final Text label;

    Item(String zh, String en) {
        this.label = new Text(zh, en);
    }

    public Text label() {
        return label;
    }

    /** Whether it takes points off. */
    boolean isDeduction() {
        return ordinal() >= LATE.ordinal();
    }
}
