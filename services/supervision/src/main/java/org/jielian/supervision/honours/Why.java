package org.jielian.supervision.honours;

import org.jielian.foundation.problems.Text;

/** Why a unit is not among those that are ranked. A rule names those that exclude; the last three follow from any rule. */
public enum Why {
    YEAR_INCOMPLETE("全年月报不完整", "months of the year were not reported"),
    NO_TITLE("机关未持有节约型机关称号", "an agency without the title"),
    CRITICISED("年内受到通报或约谈", "publicly criticised or summoned in the year"),
    VETO("约束性指标或目标未满足", "a binding item or target is not satisfied"),
    ABOVE_CONSTRAINT("超过定额约束值", "above the constraint value of a quota"),
    OVERDUE("有逾期未办结的督办或整改", "a task or rectification is overdue"),
    FALSIFIED("弄虚作假", "figures were falsified"),
    NO_VALUE("没有该指标的数值", "the figure is not known"),
    BELOW_SCORE("得分低于入选线", "its score is below the line"),
    TYPE_NOT_SELECTED("该类机构本批不评选", "institutions of its type are not selected");

    private final Text label;

    Why(String zh, String en) {
        this.label = new Text(zh, en);
    }

    public Text label() {
        return label;
    }

    /** Whether a rule may name it. */
    boolean isRequirement() {
        return ordinal() < NO_VALUE.ordinal();
    }
}
