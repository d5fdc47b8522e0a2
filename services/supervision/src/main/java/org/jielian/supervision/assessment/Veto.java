package org.jielian.supervision.assessment;

import org.jielian.foundation.problems.Text;

/** What makes a year unfinished (未完成) whatever its score. */
public enum Veto {
    TARGET_MISSED("节能节水目标未完成", "a saving target was missed"),
    BINDING_TASK_MISSED("约束性任务未完成", "a binding task was missed"),
    FALSIFICATION("弄虚作假", "figures were falsified");

    private final Text label;

    Veto(String zh, String en) {
        this.label = new Text(zh, en);
    }

    public Text label() {
        return label;
    }
}
