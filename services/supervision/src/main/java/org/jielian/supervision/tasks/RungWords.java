package org.jielian.supervision.tasks;

import org.jielian.contracts.TaskState.Rung;
import org.jielian.foundation.problems.Text;

/** What the rungs are called. */
final class RungWords {
    static Text of(Rung rung) {
        return switch (rung) {
            case NONE -> new Text("未升级", "not climbed");
            case REMINDED -> new Text("临期提醒", "due soon");
            case YELLOW -> new Text("黄牌（逾期）", "yellow (overdue)");
            case RED -> new Text("红牌（抄送上级）", "red (with the tier above)");
            case CRITICISED -> new Text("通报", "publicly criticised");
            case SUMMONED -> new Text("约谈", "summoned for a talk");
        };
    }

    private RungWords() {}
}
