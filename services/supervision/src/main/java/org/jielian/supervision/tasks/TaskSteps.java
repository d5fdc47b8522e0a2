package org.jielian.supervision.tasks;

import static org.jielian.supervision.tasks.Party.*;
import static org.jielian.supervision.tasks.TaskAction.*;
import static org.jielian.supervision.tasks.TaskStatus.*;

import java.util.List;
import org.jielian.supervision.states.StateTable;

/** All steps there are in the life of a task. */
final class TaskSteps {
    static final StateTable<TaskStatus, TaskAction> TABLE = table();

    private static StateTable<TaskStatus, TaskAction> table() {
        StateTable.Rows<TaskStatus, TaskAction> rows = StateTable.<TaskStatus, TaskAction>rows()
                .row(OPEN, ANSWER, ANSWERED, TARGET, "答复内容", "what was done")
                .row(RETURNED, ANSWER, ANSWERED, TARGET, "答复内容", "what was done")
                .row(EXTENSION_ASKED, ANSWER, ANSWERED, TARGET, "答复内容", "what was done")
                .row(OPEN, ASK_EXTENSION, EXTENSION_ASKED, TARGET, "理由和更晚的日期", "a reason and a later day")
                .row(RETURNED, ASK_EXTENSION, EXTENSION_ASKED, TARGET, "理由和更晚的日期", "a reason and a later day")
                .row(EXTENSION_ASKED, GRANT, OPEN, HOLDER)
                .row(EXTENSION_ASKED, REFUSE, OPEN, HOLDER, "理由", "a reason")
                .row(ANSWERED, VERIFY, VERIFIED, SOMEBODY_ELSE)
                .row(ANSWERED, RETURN, RETURNED, HOLDER, "理由", "a reason");
        for (TaskStatus unfinished : List.of(OPEN, ANSWERED, RETURNED, EXTENSION_ASKED)) {
            rows.row(unfinished, CLOSE, CLOSED, HOLDER, "原因已消除", "the cause is gone")
                    .row(unfinished, WITHDRAW, WITHDRAWN, ISSUER, "人工发起的督办；理由", "opened by a person; a reason")
                    .row(unfinished, CAUSE_GOES, unfinished, SYSTEM, "全部原因已消除", "no cause is left")
                    .row(unfinished, CAUSE_RETURNS, unfinished, SYSTEM, "曾消除的原因再现", "a cause that was gone is there");
        }
        for (TaskStatus owed : List.of(OPEN, RETURNED, EXTENSION_ASKED)) {
            rows.row(
                    owed,
                    DAY_MOVES,
                    owed,
                    SYSTEM,
                    "所涉事项的期限变动，或暂无待办",
                    "what it follows has another day, or nothing to be done now");
            rows.row(owed, CLIMB, owed, SYSTEM, "到达升级日，原因未消除", "the day of the next rung has come, the cause stands");
        }
        return rows.table();
    }

    private TaskSteps() {}
}
