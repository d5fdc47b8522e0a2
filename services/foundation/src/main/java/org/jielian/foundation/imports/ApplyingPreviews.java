package org.jielian.foundation.imports;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.UUID;
import org.jielian.foundation.access.Access;
import org.jielian.foundation.access.Person;

/** Takes a file that was looked at before: the very same file, without its being sent again. */
@Singleton
class ApplyingPreviews {
    @Inject
    OwnImports own;

    @Inject
    Access access;

    @Inject
    Person person;

    @Inject
    Clock clock;

    /**
     * Begins the import of a finished preview; it starts when the caller's transaction has committed.
     *
     * @return the import's own id
     * @throws org.jielian.foundation.problems.ProblemException FORBIDDEN to whoever could not have made the preview, NOT_A_PREVIEW,
     *     NOT_READY, ALREADY_APPLIED, FILE_GONE
     */
    @Transactional
    UUID apply(UUID previewId) {
        ImportJob preview = own.require(previewId);
        requireApplicable(preview);
        ImportJob taken = preview.apply(person.identity(), access.scopePath(), clock.instant());
        own.begin(taken);
        return taken.id();
    }

    private static void requireApplicable(ImportJob preview) {
        if (!preview.dryRun()) throw ImportProblem.NOT_A_PREVIEW.because("%s 已是导入", "%s is an import", preview.id());
        if (!preview.isDone()) {
            throw ImportProblem.NOT_READY.because("预览状态为 %s", "the preview is %s", preview.state());
        }
        if (preview.application() != null) {
            throw ImportProblem.ALREADY_APPLIED.because(
                    "已由导入任务 %s 导入", "the import %s has applied it", preview.application());
        }
        if (!Files.exists(Path.of(preview.spool()))) {
            throw ImportProblem.FILE_GONE.because("文件已清除，请重新上传", "the file is gone; send it again");
        }
    }
}
