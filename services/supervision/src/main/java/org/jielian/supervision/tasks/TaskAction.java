package org.jielian.supervision.tasks;

import org.jielian.foundation.problems.Text;
import org.jielian.supervision.states.Labelled;

/** What can be done about a task. */
public enum TaskAction implements Labelled {
    ANSWER("答复", "answer"),
    ASK_EXTENSION("申请延期", "ask for more time"),
    GRANT("同意延期", "grant more time"),
    REFUSE("不同意延期", "refuse more time"),
    VERIFY("核实销号", "verify"),
    RETURN("退回", "return"),
    CLOSE("原因消除，办结", "close, the cause is gone"),
    WITHDRAW("撤销", "withdraw"),
    CLIMB("逐级升级", "climb"),
    DAY_MOVES("期限变动", "its day moves"),
    CAUSE_GOES("原因消除", "the cause goes"),
    CAUSE_RETURNS("原因再现", "the cause returns");

    private final Text label;

    TaskAction(String zh, String en) {
        this.label = new Text(zh, en);
    }

    @Override
    public Text label() {
        return label;
    }
}
