package org.jielian.metrics.drafts;

import org.jielian.foundation.problems.ProblemType;
import org.jielian.foundation.problems.Text;

/** Why a draft is refused. */
enum DraftProblem implements ProblemType {
    NO_DRAFT(404, "没有草稿", "There is no draft"),
    BAD_MONTH(400, "月份有误", "The month is not valid"),
    UNREADABLE(400, "草稿内容有误", "The draft can't be kept"),
    REASON_REQUIRED(400, "请写明更正原因", "Say why it is corrected"),
    DRAFT_CHANGED(412, "草稿已被他人修改", "Somebody changed the draft meanwhile"),
    TOO_LONG(413, "草稿过长", "The draft is too long"),
    VERSION_REQUIRED(428, "请注明草稿版本", "Say which version of the draft you saw");

    private final int status;
    private final Text title;

    DraftProblem(int status, String zh, String en) {
        this.status = status;
        this.title = new Text(zh, en);
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public Text title() {
        return title;
    }
}
