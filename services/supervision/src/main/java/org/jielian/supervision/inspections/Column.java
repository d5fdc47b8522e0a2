package org.jielian.supervision.inspections;

import org.jielian.foundation.problems.Text;
import org.jielian.supervision.states.Labelled;

/** The columns of the board of rectification; each problem is in one of them. */
public enum Column implements Labelled {
    OPEN("待整改", "to be rectified"),
    ANSWERED("待核实", "to be verified"),
    RETURNED("已退回", "returned"),
    /** The unit owes something and its day has passed, whether it was returned before or not. */
    OVERDUE("已逾期", "overdue"),
    VERIFIED("已销号", "verified");

    /** The column of a row {@code p} of rectification_problem, as of the day {@code :today}. */
    static final String SQL =
            "case when p.status in ('OPEN', 'RETURNED', 'EXTENSION_ASKED') and p.deadline < cast(:today as date)"
                    + " then 'OVERDUE' when p.status = 'EXTENSION_ASKED' then 'OPEN' else p.status end";

    private final Text label;

    Column(String zh, String en) {
        this.label = new Text(zh, en);
    }

    @Override
    public Text label() {
        return label;
    }
}
