package org.jielian.foundation.files;

import org.jielian.foundation.problems.ProblemType;
import org.jielian.foundation.problems.Text;

/** Why a file is not taken. */
enum FileProblem implements ProblemType {
    EMPTY_FILE(400, "文件为空", "The file is empty"),
    DAMAGED_FILE(400, "文件已损坏", "The file is damaged"),
    FILE_TOO_LARGE(413, "文件过大", "The file is too large"),
    UNKNOWN_KIND(415, "不支持的文件类型", "This kind of file is not supported"),
    UNSAFE_FILE(415, "文件含有可执行内容", "The file contains something that can be run"),
    FILE_LOST(500, "文件丢失", "The file is lost");

    private final int status;
    private final Text title;

    FileProblem(int status, String zh, String en) {
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
