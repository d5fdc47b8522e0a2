package org.jielian.foundation.imports;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jielian.foundation.imports.RowError.Severity;
import org.jielian.foundation.problems.Text;
import org.jielian.foundation.tabular.MarkedTable;
import org.jielian.foundation.tabular.MarkedTable.Mark;
import org.jielian.foundation.tabular.XlsxTable;

/** Gives a file back to whoever may see its import: as it was sent, or as a workbook with the cells in question marked. */
@Singleton
class MarkingWorkbooks {
    /** Findings are fetched for so many lines at a time. */
    private static final int WINDOW = 1000;

    private static final String HOLDS_MARKS = "marked-";

    @Inject
    LookingAtImports looking;

    @Inject
    ImportRecords records;

    @Inject
    Spool spool;

    /** A file to be sent. */
    record Kept(Path file, String name, String mediaType) {}

    /** The file as it was sent; it stays where it is. */
    @Transactional
    Kept original(UUID id) {
        ImportJob job = looking.require(id);
        Path file = file(job);
        return new Kept(file, nameOf(job), job.format().mediaType());
    }

    /** The marked workbook; whoever takes it deletes it. Comments are in the reader's language. */
    @Transactional
    Kept marked(UUID id, String language) {
        ImportJob job = looking.require(id);
        Path file = file(job);
        if (job.finishedAt() == null) {
            throw ImportProblem.NOT_READY.because("导入任务状态为 %s", "the import is %s", job.state());
        }
        try {
            Path marked = Files.createTempFile(spool.folder(), HOLDS_MARKS, ".xlsx");
            try (OutputStream out = Files.newOutputStream(marked)) {
                MarkedTable.write(out, file, job.format(), new Findings(id, language), language);
            } catch (IOException | RuntimeException e) {
                Files.deleteIfExists(marked);
                throw e;
            }
            return new Kept(marked, markedName(job), XlsxTable.MEDIA_TYPE);
        } catch (IOException e) {
            throw new UncheckedIOException("the marked workbook could not be written", e);
        }
    }

    private static Path file(ImportJob job) {
        if (job.undoes() != null) throw ImportProblem.FILE_GONE.because("撤销任务没有文件", "an undo has no file");
        Path file = Path.of(job.spool());
        if (Files.exists(file)) return file;
        throw ImportProblem.FILE_GONE.because("%s 的文件已清除", "the file of %s is no longer there", job.id());
    }

    private static String nameOf(ImportJob job) {
        String ending = job.format().ending();
        return job.name() == null ? job.kind() + ending : job.name();
    }

    private static String markedName(ImportJob job) {
        return nameOf(job).replaceFirst("(?i)[.](csv|xlsx)$", "") + "-marked.xlsx";
    }

    /** The marks of an import, fetched in windows as the file is read. */
    private final class Findings implements MarkedTable.Marks {
        private final UUID job;
        private final String language;
        private long until;
        private Map<Long, List<RowError>> window = Map.of();

        Findings(UUID job, String language) {
            this.job = job;
            this.language = language;
        }

        @Override
        public List<Mark> of(long line) {
            if (line > until) {
                until = line + WINDOW - 1;
                window = records.findings(job, line, until).stream().collect(Collectors.groupingBy(RowError::line));
            }
            return window.getOrDefault(line, List.of()).stream()
                    .map(e -> new Mark(e.column(), e.severity() == Severity.HARD, inWords(e)))
                    .toList();
        }

        private String inWords(RowError e) {
            StringBuilder words = new StringBuilder(e.message().in(language));
            if (e.value() != null)
                words.append(Text.of("\n填报值：%s", "\nValue: %s", e.value()).in(language));
            if (e.expected() != null)
                words.append(Text.of("\n应为：%s", "\nExpected: %s", e.expected()).in(language));
            String rule = e.rule() == null ? e.code() : e.rule() + " " + e.code();
            return words.append(Text.of("\n规则：%s", "\nRule: %s", rule).in(language))
                    .toString();
        }
    }
}
