package org.jielian.supervision.inspections;

import static org.jielian.supervision.inspections.ProblemAction.*;
import static org.jielian.supervision.inspections.ProblemParty.*;
import static org.jielian.supervision.inspections.ProblemStatus.*;

import java.util.List;
import org.jielian.supervision.states.StateTable;

/** All steps there are in the life of one numbered problem. */
final class ProblemSteps {
    static final StateTable<ProblemStatus, ProblemAction> TABLE = table();

    private static StateTable<ProblemStatus, ProblemAction> table() {
        StateTable.Rows<ProblemStatus, ProblemAction> rows = StateTable.rows();
        for (ProblemStatus owed : List.of(OPEN, RETURNED, EXTENSION_ASKED)) {
            rows.row(owed, ANSWER, ANSWERED, UNIT, "措施、完成日期和要求的证据", "the measure, its day and the evidence asked for");
        }
        for (ProblemStatus owed : List.of(OPEN, RETURNED)) {
            rows.row(owed, ASK_EXTENSION, EXTENSION_ASKED, UNIT, "理由和更晚的日期", "a reason and a later day");
        }
        return rows.row(EXTENSION_ASKED, GRANT, OPEN, ISSUER)
                .row(EXTENSION_ASKED, REFUSE, OPEN, ISSUER, "理由", "a reason")
                .row(ANSWERED, VERIFY, VERIFIED, SOMEBODY_ELSE)
                .row(
                        ANSWERED,
                        RETURN,
                        RETURNED,
                        ISSUER,
                        "理由；至少留出重新整改的工作日",
                        "a reason; some working days are left to do it again")
                .table();
    }

    private ProblemSteps() {}
}
