package org.jielian.supervision.standards;

import org.jielian.foundation.problems.ProblemException;
import org.jielian.foundation.problems.ProblemType;
import org.jielian.foundation.problems.Text;

/** Why something about a standard is refused. */
public enum StandardProblem implements ProblemType {
    INVALID_PACKAGE(400, "标准内容有误", "The package is not valid"),
    INVALID_TERMS(400, "发布条件有误", "The terms of the release are not valid"),
    NOT_TIGHTER(409, "本地化只能更严", "Localising may only make a standard stricter"),
    NO_DRAFT(404, "没有这份草稿", "There is no such draft"),
    NO_RELEASE(404, "没有这个版本", "There is no such release"),
    NOT_THE_ISSUER(409, "该标准由上级制定", "The standard is issued by a tier above"),
    OVERLAPPING(409, "生效日期与其他版本重叠", "The dates overlap with another release"),
    IN_FORCE_ALREADY(409, "版本已生效", "The release is in force already"),
    NOT_ISSUED(409, "版本已被取代或撤回", "The release was superseded or withdrawn"),
    CHANGED_MEANWHILE(412, "草稿已被他人修改", "Somebody changed the draft meanwhile");

    private final int status;
    private final Text title;

    StandardProblem(int status, String zh, String en) {
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

    /** The refusal with every place that is wrong. */
    public ProblemException at(java.util.List<Defect> defects) {
        return new ProblemException(
                this,
                Text.of("有 %s 处需要更正", "%s places need correction", defects.size()),
                defects.stream()
                        .map(d -> new ProblemException.FieldError(d.place(), d.message()))
                        .toList());
    }
}
