package org.jielian.foundation.tabular;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jielian.foundation.problems.CommonProblem;

/** The kinds of table files people bring. */
public enum TableFormat {
    CSV("text/csv", ".csv"),
    XLSX(XlsxTable.MEDIA_TYPE, ".xlsx");

    private static final int ZIP = 0x504B0304;
    private static final int OLD_OFFICE = 0xD0CF11E0;

    private final String mediaType;
    private final String ending;

    TableFormat(String mediaType, String ending) {
        this.mediaType = mediaType;
        this.ending = ending;
    }

    public String mediaType() {
        return mediaType;
    }

    /** With the dot. */
    public String ending() {
        return ending;
    }

    /**
     * What the file is by its first bytes; what the sender calls it does not count.
     *
     * @throws org.jielian.foundation.problems.ProblemException UNSUPPORTED_FILE for old Excel files and other binaries
     */
    public static TableFormat of(Path file) throws IOException {
        byte[] head = new byte[512];
        int length;
        try (InputStream in = Files.newInputStream(file)) {
            length = in.readNBytes(head, 0, head.length);
        }
        int magic = length < 4 ? 0 : java.nio.ByteBuffer.wrap(head).getInt();
        if (magic == ZIP) return XLSX;
        if (magic == OLD_OFFICE) {
            throw CommonProblem.UNSUPPORTED_FILE.because(
                    "这是旧版 Excel 文件（.xls），请另存为 .xlsx 或 CSV UTF-8",
                    "this is an old Excel file (.xls); save it as .xlsx or CSV UTF-8");
        }
        boolean utf16 = length >= 2
                && ((head[0] == (byte) 0xFE && head[1] == (byte) 0xFF)
                        || (head[0] == (byte) 0xFF && head[1] == (byte) 0xFE));
        if (utf16) {
            throw CommonProblem.UNREADABLE_FILE.because(
                    "文件编码是 UTF-16，请另存为 CSV UTF-8", "the file is encoded in UTF-16; save it as CSV UTF-8");
        }
        for (int i = 0; i < length; i++) {
            if (head[i] == 0) {
                throw CommonProblem.UNSUPPORTED_FILE.because(
                        "既不是 CSV 也不是 xlsx 文件", "this is neither a CSV nor an xlsx file");
            }
        }
        return CSV;
    }
}
