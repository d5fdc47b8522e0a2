package org.jielian.foundation.imports;

import org.jielian.foundation.problems.ProblemType;
import org.jielian.foundation.problems.Text;

/** Why nothing more can be done with an import. */
enum ImportProblem implements ProblemType {
    NOT_A_PREVIEW(409, "这不是预览", "This is not a preview"),
    NOT_READY(409, "尚未处理完毕", "It is not finished yet"),
    ALREADY_APPLIED(409, "预览已经导入", "The preview was applied already"),
    CANNOT_BE_UNDONE(409, "不能撤销", "It can't be undone"),
    ALREADY_UNDONE(409, "导入已经撤销", "The import was undone already"),
    FILE_GONE(410, "文件已不再保存", "The file is no longer kept");

    private final int status;
    private final Text title;

    ImportProblem(int status, String zh, String en) {
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
