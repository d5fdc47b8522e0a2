package org.jielian.foundation.imports;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jielian.foundation.problems.ProblemException;
import org.jielian.foundation.problems.Text;
import org.jielian.foundation.tabular.TableReader;
import org.jielian.foundation.tabular.TableRow;

/** Works through one file. A chunk and the count of it commit together, so a crash neither loses nor repeats rows. */
@Singleton
class ImportRun {
    private static final Logger LOG = Logger.getLogger(ImportRun.class);
    private static final int TIMEOUT_SECONDS = 120;

    @Inject
    EntityManager em;

    @Inject
    Importers importers;

    @Inject
    ImportRecords records;

    @Inject
    ImportsConfig config;

    @Inject
    Clock clock;

    /** Imports the file of a job, or takes an import back, from where it stands; failures end up in the job. */
    void work(UUID id) {
        ImportJob job = QuarkusTransaction.requiringNew().call(() -> em.find(ImportJob.class, id));
        try {
            if (job.undoes() == null) apply(job);
            else takeBack(job);
            finish(id, null);
        } catch (ProblemException refusal) {
            finish(id, refusal.detail());
        } catch (IOException | RuntimeException e) {
            if (Thread.currentThread().isInterrupted()) {
                LOG.infof("import stopped, goes on after the next start id=%s", id);
                return;
            }
            LOG.errorf(e, "import failed id=%s", id);
            finish(id, Text.of("系统内部错误，已处理的保留；请重试", "it failed on our side; what was done so far stays, try again"));
        }
    }

    private void apply(ImportJob job) throws IOException {
        RowImporter importer = importers.of(job.kind());
        RowImporter.Session session = QuarkusTransaction.requiringNew().call(() -> importer.begin(job.id()));
        int size = config.chunk();
        try (TableReader reader = TableReader.open(Path.of(job.spool()), job.format())) {
            Iterator<TableRow> rows = reader.iterator();
            for (long done = 0; done < job.rowsDone(); ) {
                List<TableRow> earlier = next(rows, (int) Math.min(size, job.rowsDone() - done));
                if (earlier.isEmpty()) break;
                session.recall(earlier);
                done += earlier.size();
            }
            Map<Fate, Long> room = job.room(config.rowsShown());
            for (List<TableRow> chunk = next(rows, size); !chunk.isEmpty(); chunk = next(rows, size)) {
                Tally tally = new Tally(room);
                if (job.dryRun()) previewChunk(job.id(), session, chunk, tally);
                else applyChunk(job.id(), session, chunk, tally);
                for (Fate fate : Fate.values())
                    room.computeIfPresent(fate, (f, left) -> Math.max(0, left - tally.count(f)));
            }
        }
    }

    private void takeBack(ImportJob undo) {
        var importer = (UndoableImporter) importers.of(undo.kind());
        for (boolean more = true; more; ) {
            begin();
            try {
                int things = importer.takeBack(undo.undoes(), undo.id(), undo.reason(), config.chunk());
                em.find(ImportJob.class, undo.id()).tookBack(things);
                more = things > 0;
            } catch (RuntimeException e) {
                QuarkusTransaction.rollback();
                throw e;
            }
            QuarkusTransaction.commit();
        }
    }

    private void applyChunk(UUID id, RowImporter.Session session, List<TableRow> chunk, Tally tally) {
        begin();
        try {
            session.apply(chunk, tally);
            count(id, tally, chunk.size());
        } catch (RuntimeException e) {
            QuarkusTransaction.rollback();
            throw e;
        }
        QuarkusTransaction.commit();
    }

    private void previewChunk(UUID id, RowImporter.Session session, List<TableRow> chunk, Tally tally) {
        begin();
        try {
            session.preview(chunk, tally);
        } finally {
            QuarkusTransaction.rollback();
        }
        QuarkusTransaction.requiringNew().run(() -> count(id, tally, chunk.size()));
    }

    private static void begin() {
        QuarkusTransaction.begin(QuarkusTransaction.beginOptions().timeout(TIMEOUT_SECONDS));
    }

    private void count(UUID id, Tally tally, int rows) {
        records.keep(id, tally);
        em.find(ImportJob.class, id).counts(tally, rows);
    }

    private void finish(UUID id, Text failure) {
        QuarkusTransaction.requiringNew().run(() -> {
            ImportJob job = em.find(ImportJob.class, id);
            if (failure == null) job.done(clock.instant());
            else job.failed(failure, clock.instant());
        });
    }

    private static List<TableRow> next(Iterator<TableRow> rows, int size) {
        List<TableRow> chunk = new ArrayList<>(size);
        while (chunk.size() < size && rows.hasNext()) chunk.add(rows.next());
        return chunk;
    }
}
