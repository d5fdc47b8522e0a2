package org.jielian.supervision.honours;

import static org.jielian.supervision.honours.HonourAction.*;
import static org.jielian.supervision.honours.HonourState.*;

import org.jielian.foundation.problems.Text;
import org.jielian.supervision.states.Labelled;
import org.jielian.supervision.states.StateTable;

/** All steps there are in the life of a selection; each is for the region that selects. */
final class HonourSteps {
    /** The only party there is. */
    enum Party implements Labelled {
        SELECTOR;

        @Override
        public Text label() {
            return new Text("评选方", "the region that selects");
        }
    }

    static final StateTable<HonourState, HonourAction> TABLE = StateTable.<HonourState, HonourAction>rows()
            .row(DRAFT, RECOMPUTE, DRAFT, Party.SELECTOR)
            .row(DRAFT, PUBLISH, PUBLISHED, Party.SELECTOR, "年度已结束", "the year is over")
            .row(DRAFT, DISCARD, DISCARDED, Party.SELECTOR)
            .row(PUBLISHED, WITHDRAW, WITHDRAWN, Party.SELECTOR, "理由", "a reason")
            .table();

    private HonourSteps() {}
}
