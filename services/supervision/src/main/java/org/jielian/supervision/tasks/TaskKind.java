package org.jielian.supervision.tasks;

import org.jielian.foundation.problems.Text;
import org.jielian.supervision.states.Labelled;

/** What a task is opened for. */
public enum TaskKind implements Labelled {
    REPORT_MISSING("逾期未报", "report missing"),
    EXPLANATION_REFUSED("说明未通过", "explanation refused"),
    ABOVE_CONSTRAINT("超过约束值", "above the constraint value"),
    TARGET_MISSED("约束性目标未完成", "binding target missed"),
    RELEASE_NOT_CONFIRMED("标准未确认", "release not confirmed"),
    VALUES_IN_CONFLICT("本地标准冲突", "own values in conflict"),
    INSPECTION_FINDING("检查问题", "inspection finding"),
    TITLE_AT_RISK("称号存在风险", "title at risk"),
    REVIEW_LATE("认定审核逾期", "review of an application late"),
    /** A person saw reason to. */
    BY_PERSON("人工督办", "opened by a person");

    private final Text label;

    TaskKind(String zh, String en) {
        this.label = new Text(zh, en);
    }

    @Override
    public Text label() {
        return label;
    }

    /** Whether what has to be done is answered and verified where it stands, and the task only follows it. */
    boolean isAnsweredElsewhere() {
        return this == INSPECTION_FINDING;
    }
}
