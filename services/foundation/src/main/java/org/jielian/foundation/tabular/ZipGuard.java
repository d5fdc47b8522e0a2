package org.jielian.foundation.tabular;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jielian.foundation.problems.CommonProblem;

/** Looks into a workbook before it is opened: a small file may unpack to more than any memory holds. */
public final class ZipGuard {
    private static final long MAX_UNPACKED = 512L << 20;
    /** Kept in memory as a whole by every reader of workbooks. */
    private static final long MAX_SHARED_STRINGS = 64L << 20;

    private static final int MAX_ENTRIES = 2000;

    /**
     * Unpacks the file once into nothing and counts; sizes declared in the file may lie.
     *
     * @throws org.jielian.foundation.problems.ProblemException TOO_LARGE or UNREADABLE_FILE
     */
    public static void inspect(Path file) throws IOException {
        long unpacked = 0;
        byte[] buffer = new byte[1 << 16];
        try (ZipFile zip = new ZipFile(file.toFile())) {
            if (zip.getEntry("xl/workbook.xml") == null) {
                throw CommonProblem.UNSUPPORTED_FILE.because("不是 xlsx 工作簿", "this is not an xlsx workbook");
            }
            if (zip.size() > MAX_ENTRIES) throw tooLarge();
            var entries = zip.entries();
            while (entries.hasMoreElements()) {
                ZipEntry entry = entries.nextElement();
                long limit = entry.getName().endsWith("sharedStrings.xml") ? MAX_SHARED_STRINGS : MAX_UNPACKED;
                long size = 0;
                try (InputStream in = zip.getInputStream(entry)) {
                    for (int n; (n = in.read(buffer)) > 0; ) {
                        size += n;
                        unpacked += n;
                        if (size > limit || unpacked > MAX_UNPACKED) throw tooLarge();
                    }
                }
            }
        } catch (ZipException e) {
            throw CommonProblem.UNREADABLE_FILE.because("xlsx 文件已损坏", "the xlsx file is damaged");
        }
    }

    private static RuntimeException tooLarge() {
        return CommonProblem.TOO_LARGE.because(
                "工作簿解压后过大，请拆分或改用 CSV", "the workbook is too large once unpacked; split it or use CSV");
    }

    private ZipGuard() {}
}
