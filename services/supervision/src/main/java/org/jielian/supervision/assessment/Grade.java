package org.jielian.supervision.assessment;

import java.math.BigDecimal;
import org.jielian.foundation.problems.Text;

/** How a year was. */
public enum Grade {
    EXCEEDED("超额完成", "exceeded"),
    FULFILLED("完成", "fulfilled"),
    MOSTLY("基本完成", "mostly fulfilled"),
    UNFINISHED("未完成", "unfinished");

    private final Text label;

    Grade(String zh, String en) {
        this.label = new Text(zh, en);
    }

    public Text label() {
        return label;
    }

    /** The grade of a score by these rules, vetoes apart. */
    static Grade of(BigDecimal score, Rules rules) {
        if (score.compareTo(rules.exceeded()) >= 0) return EXCEEDED;
        if (score.compareTo(rules.fulfilled()) >= 0) return FULFILLED;
        return score.compareTo(rules.mostly()) >= 0 ? MOSTLY : UNFINISHED;
    }
}
