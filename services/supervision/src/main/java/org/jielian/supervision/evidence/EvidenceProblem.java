package org.jielian.supervision.evidence;

import org.jielian.foundation.problems.ProblemType;
import org.jielian.foundation.problems.Text;

/** Why evidence is refused or not shown. */
enum EvidenceProblem implements ProblemType {
    NO_EVIDENCE(404, "没有这份证据", "There is no such evidence"),
    EVIDENCE_ELSEWHERE(400, "证据与此事无关", "The evidence is about something else"),
    TOO_MUCH_EVIDENCE(429, "上传过多", "Too much evidence was sent");

    private final int status;
    private final Text title;

    EvidenceProblem(int status, String zh, String en) {
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
