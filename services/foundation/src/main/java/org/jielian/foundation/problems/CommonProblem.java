package org.jielian.foundation.problems;

/** Refusals that mean the same in every service. */
public enum CommonProblem implements ProblemType {
    INVALID(400, "输入有误", "The input is not valid"),
    FORBIDDEN(403, "无权访问", "Not yours to see or change"),
    NOT_FOUND(404, "未找到", "Not found"),
    CONFLICT(409, "与现状冲突", "It conflicts with what is there"),
    PRECONDITION_FAILED(412, "内容已被他人修改", "Somebody changed it meanwhile"),
    TOO_LARGE(413, "文件过大", "The file is too large"),
    UNREADABLE_FILE(400, "文件无法读取", "The file can't be read"),
    UNSUPPORTED_FILE(415, "不支持的文件类型", "This kind of file is not supported"),
    INTERNAL(500, "系统内部错误", "Something went wrong on our side");

    private final int status;
    private final Text title;

    CommonProblem(int status, String zh, String en) {
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
