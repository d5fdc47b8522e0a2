package org.jielian.foundation.imports;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jboss.logging.Logger;
import org.jielian.foundation.access.Access;
import org.jielian.foundation.access.InTheNameOf;
import org.jielian.foundation.access.Person;
import org.jielian.foundation.problems.ProblemException;
import org.jielian.foundation.tabular.MarkedTable;
import org.jielian.foundation.tabular.TableFormat;
import org.jielian.foundation.tabular.TableReader;

/**
 * Imports files of rows: kept on disk, looked through as a whole, then applied chunk by chunk with progress that can be watched. What was
 * applied stays applied; an import that a crash interrupted goes on by itself after the next start.
 */
@Singleton
public class ImportJobs {
    private static final Logger LOG = Logger.getLogger(ImportJobs.class);
    private static final int LONGEST_NAME = 200;

    @Inject
    EntityManager em;

    @Inject
    Spool spool;

    @Inject
    ImportRun run;

    @Inject
    ImportsConfig config;

    @Inject
    Person person;

    @Inject
    Access access;

    @Inject
    InTheNameOf inTheNameOf;

    @Inject
    Clock clock;

    private ExecutorService workers;

    /** Imports left RUNNING by a process that died are taken up where they were. */
    void resume(@Observes StartupEvent started) throws Exception {
        workers = Executors.newFixedThreadPool(config.parallel(), r -> new Thread(r, "import"));
        List<ImportJob> left = inTheNameOf.system(() -> QuarkusTransaction.requiringNew()
                .call(() -> em.createQuery("from ImportJob where state = 'RUNNING'", ImportJob.class)
                        .getResultList()));
        for (ImportJob job : left) {
            if (job.undoes() == null && !Files.exists(Path.of(job.spool()))) continue;
            LOG.infof("import goes on id=%s kind=%s rowsDone=%d", job.id(), job.kind(), job.rowsDone());
            start(job.id(), job.person());
        }
    }

    void stop(@Observes ShutdownEvent stopping) {
        if (workers != null) workers.shutdownNow();
    }

    /**
     * Takes a file in. With {@code wait} it returns when all rows are dealt with, else as soon as the file is on disk and readable.
     *
     * @param name what the sender calls the file; may be {@code null}
     * @throws ProblemException when the file as a whole can't be taken; nothing is changed then
     */
    public UUID submit(RowImporter importer, InputStream body, String name, boolean dryRun, boolean wait) {
        try {
            Path file = spool.keep(body);
            UUID id;
            try {
                id = begin(importer, lookThrough(importer, file, name), dryRun);
            } catch (IOException | RuntimeException e) {
                Files.deleteIfExists(file);
                throw e;
            }
            Future<?> work = start(id, person.identity());
            if (wait) work.get();
            return id;
        } catch (IOException e) {
            throw new UncheckedIOException("the file could not be kept", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while importing", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("the import failed", e.getCause());
        }
    }

    /** Reads the whole file before anything is changed: what can't be read as a whole is refused as a whole. */
    private static Upload lookThrough(RowImporter importer, Path file, String name) throws IOException {
        TableFormat format = TableFormat.of(file);
        try (TableReader reader = TableReader.open(file, format)) {
            reader.requireColumns(
                    importer.requiredColumns(),
                    importer.optionalColumns(),
                    column -> column.equals(MarkedTable.FINDINGS) || importer.ignores(column));
            long rows = 0;
            for (var row : reader) rows += row.cells().isEmpty() ? 0 : 1;
            return new Upload(
                    file, nameOf(name), format, List.copyOf(reader.header().keySet()), rows);
        }
    }

    private static String nameOf(String name) {
        if (name == null || name.isBlank()) return null;
        String plain = name.strip().replaceAll("[\\p{Cntrl}/\\\\]", "_");
        return plain.substring(0, Math.min(plain.length(), LONGEST_NAME));
    }

    private UUID begin(RowImporter importer, Upload upload, boolean dryRun) {
        return QuarkusTransaction.requiringNew().call(() -> {
            var job = new ImportJob(
                    importer.kind(), upload, dryRun, person.identity(), access.scopePath(), clock.instant());
            em.persist(job);
            return job.id();
        });
    }

    Future<?> start(UUID id, Person.Identity identity) {
        return workers.submit(() -> inTheNameOf.call(identity, () -> {
            run.work(id);
            return null;
        }));
    }
}
