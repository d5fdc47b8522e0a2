package org.jielian.supervision.assessment;

import static org.jielian.supervision.assessment.AssessmentAction.*;
import static org.jielian.supervision.assessment.AssessmentParty.*;
import static org.jielian.supervision.assessment.Stage.*;

import org.jielian.supervision.states.StateTable;

/** All steps there are in the life of an assessment. */
final class AssessmentSteps {
    static final StateTable<Stage, AssessmentAction> TABLE = StateTable.<Stage, AssessmentAction>rows()
            .row(COMPUTED, RECOMPUTE, COMPUTED, ASSESSOR)
            .row(COMPUTED, SEND, SENT, ASSESSOR, "年度已结束", "the year is over")
            .row(SENT, STATE, STATED, ASSESSED, "陈述内容", "what it has to say")
            .row(SENT, CONFIRM, CONFIRMED, SOMEBODY_ELSE, "陈述期限已过", "the term for a statement has passed")
            .row(SENT, RETURN, COMPUTED, ASSESSOR, "理由", "a reason")
            .row(STATED, CONFIRM, CONFIRMED, SOMEBODY_ELSE)
            .row(STATED, RETURN, COMPUTED, ASSESSOR, "理由", "a reason")
            .row(CONFIRMED, RETURN, COMPUTED, ASSESSOR, "理由", "a reason")
            .row(CONFIRMED, PUBLISH, PUBLISHED, ASSESSOR)
            .table();

    private AssessmentSteps() {}
}
