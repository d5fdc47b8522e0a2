package org.jielian.supervision.inspections;

import org.jielian.foundation.problems.Text;
import org.jielian.supervision.states.Labelled;

/** What can be done about an inspection. */
public enum InspectionAction implements Labelled {
    POSTPONE("改期", "put off"),
    BEGIN("开始检查", "begin"),
    LOOK("记录检查项", "record an item"),
    STATE_CASE("单位陈述", "state one's case"),
    CONCLUDE("检查方签认", "conclude"),
    REOPEN("补充检查", "look again"),
    CONFIRM("单位确认", "confirm"),
    CLOSE("无问题办结", "close without problems"),
    SERVE("下达整改通知书", "serve a rectification notice"),
    REPEAT("重新检查", "inspect anew"),
    RECTIFY("整改完成", "all problems verified"),
    CANCEL("取消检查", "cancel");

    private final Text label;

    InspectionAction(String zh, String en) {
        this.label = new Text(zh, en);
    }

    @Override
    public Text label() {
        return label;
    }
}
