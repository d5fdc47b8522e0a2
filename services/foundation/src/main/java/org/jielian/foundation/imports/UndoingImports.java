package org.jielian.foundation.imports;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import org.jielian.foundation.access.Access;
import org.jielian.foundation.access.Person;
import org.jielian.foundation.problems.CommonProblem;

/** Takes back a whole import: what it added is withdrawn, what it changed is again what it was. */
@Singleton
class UndoingImports {
    private static final int LONGEST_REASON = 1000;

    @Inject
    OwnImports own;

    @Inject
    Importers importers;

    @Inject
    Access access;

    @Inject
    Person person;

    @Inject
    Clock clock;

    /**
     * Begins the undo of an import, whether it went through or failed half way; it starts when the caller's transaction has committed. An
     * undo that failed goes on when it is asked again.
     *
     * @param reason why, in the words of the person
     * @return the undo's own id
     * @throws org.jielian.foundation.problems.ProblemException FORBIDDEN to whoever could not have made the import, CANNOT_BE_UNDONE,
     *     ALREADY_UNDONE, NOT_READY, and what the importer says has been built on it
     */
    @Transactional
    UUID undo(UUID importId, String reason) {
        if (reason == null || reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw CommonProblem.INVALID.because(
                    "请写明撤销原因（reason），至多 %s 字",
                    "say why it is undone (reason), in at most %s characters", LONGEST_REASON);
        }
        ImportJob job = own.require(importId);
        // what it holds nobody else can change, so an undo that failed has to be brought to its end
        if (job.undoneBy() != null && own.goOn(job.undoneBy())) return job.undoneBy();
        UndoableImporter importer = requireUndoable(job);
        ImportJob undo = job.undo(person.identity(), access.scopePath(), reason.strip(), clock.instant());
        own.begin(undo);
        importer.claim(job.id(), undo.id(), job.added() + job.changed());
        return undo.id();
    }

    private UndoableImporter requireUndoable(ImportJob job) {
        if (job.undoneBy() != null) {
            throw ImportProblem.ALREADY_UNDONE.because("已由任务 %s 撤销", "%s has undone it", job.undoneBy());
        }
        if (job.dryRun() || job.undoes() != null || !(importers.of(job.kind()) instanceof UndoableImporter importer)) {
            throw ImportProblem.CANNOT_BE_UNDONE.because("%s 不能撤销", "%s can't be undone", job.id());
        }
        if (job.finishedAt() == null) {
            throw ImportProblem.NOT_READY.because("导入任务状态为 %s", "the import is %s", job.state());
        }
        if (job.added() + job.changed() == 0) {
            throw ImportProblem.CANNOT_BE_UNDONE.because("该导入没有改变任何数据", "the import has changed nothing");
        }
        return importer;
    }
}
