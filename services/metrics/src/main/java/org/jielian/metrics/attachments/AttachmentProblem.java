package org.jielian.metrics.attachments;

import org.jielian.foundation.problems.ProblemType;
import org.jielian.foundation.problems.Text;

/** Why a bill or photograph is refused. */
enum AttachmentProblem implements ProblemType {
    NO_ATTACHMENT(404, "没有这个附件", "There is no such attachment"),
    INVALID(400, "附件信息有误", "The attachment is not valid"),
    REPORT_ACCEPTED(409, "报表已审核", "The report is accepted"),
    TOO_MANY(409, "附件过多", "There are too many attachments");

    private final int status;
    private final Text title;

    AttachmentProblem(int status, String zh, String en) {
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
