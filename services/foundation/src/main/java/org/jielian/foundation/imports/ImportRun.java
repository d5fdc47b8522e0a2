package org.jielian.foundation.imports;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
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
    @Any
    Instance<RowImporter> importers;

    @Inject
    ImportsConfig config;

    @Inject
    Clock clock;

    /** Imports the file of a job from where it stands; failures end up in the job. */
    void work(UUID id) {
        ImportJob job = QuarkusTransaction.requiringNew().call(() -> em.find(ImportJob.class, id));
        try {
            apply(job);
            finish(id, null);
            Files.deleteIfExists(Path.of(job.spool()));
        } catch (ProblemException refusal) {
            finish(id, refusal.detail());
        } catch (IOException | RuntimeException e) {
            if (Thread.currentThread().isInterrupted()) {
                LOG.infof("import stopped, goes on after the next start id=%s", id);
                return;
            }
            LOG.errorf(e, "import failed id=%s", id);
            finish(id, Text.of("系统内部错误，已导入的行保留；请重新上传", "it failed on our side; rows taken so far stay, send it again"));
        }
    }

    private void apply(ImportJob job) throws IOException {
        RowImporter importer = importers.stream()
                .filter(i -> i.kind().equals(job.kind()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("nobody imports " + job.kind()));
        RowImporter.Session session = QuarkusTransaction.requiringNew().call(importer::begin);
        int size = config.chunk();
        try (TableReader reader = TableReader.open(Path.of(job.spool()), job.format())) {
            Iterator<TableRow> rows = reader.iterator();
            for (long done = 0; done < job.rowsDone(); ) {
                List<TableRow> earlier = next(rows, (int) Math.min(size, job.rowsDone() - done));
                if (earlier.isEmpty()) break;
                session.recall(earlier);
                done += earlier.size();
            }
            for (List<TableRow> chunk = next(rows, size); !chunk.isEmpty(); chunk = next(rows, size)) {
                applyChunk(job, session, chunk);
            }
        }
    }

    private void applyChunk(ImportJob job, RowImporter.Session session, List<TableRow> chunk) {
        Tally tally = new Tally();
        QuarkusTransaction.begin(QuarkusTransaction.beginOptions().timeout(TIMEOUT_SECONDS));
        try {
            session.apply(chunk, tally);
            if (!job.dryRun()) count(job.id(), tally, chunk.size());
        } catch (RuntimeException e) {
            QuarkusTransaction.rollback();
            throw e;
        }
        if (!job.dryRun()) {
            QuarkusTransaction.commit();
            return;
        }
        QuarkusTransaction.rollback();
        QuarkusTransaction.requiringNew().run(() -> count(job.id(), tally, chunk.size()));
    }

    private void count(UUID id, Tally tally, int rows) {
        em.find(ImportJob.class, id).counts(tally, rows, config.errorsKept());
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
