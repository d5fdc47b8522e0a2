package org.jielian.foundation.imports;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jielian.foundation.access.InTheNameOf;

/** Previews that nobody applied are forgotten after a day with their files; files of imports stay as long as they can be downloaded. */
@Singleton
public class ForgettingFiles {
    private static final Logger LOG = Logger.getLogger(ForgettingFiles.class);

    @Inject
    EntityManager em;

    @Inject
    Spool spool;

    @Inject
    ImportsConfig config;

    @Inject
    InTheNameOf inTheNameOf;

    @Inject
    Clock clock;

    private ScheduledExecutorService worker;

    void begin(@Observes StartupEvent started) {
        worker = Executors.newSingleThreadScheduledExecutor(r -> new Thread(r, "forget-files"));
        worker.scheduleWithFixedDelay(this::attempt, 1, 60, TimeUnit.MINUTES);
    }

    void stop(@Observes ShutdownEvent stopping) {
        if (worker != null) worker.shutdownNow();
    }

    private void attempt() {
        try {
            forget();
        } catch (Exception e) {
            // a thread that threw would never run again; the next hour is another chance
            LOG.errorf(e, "old files of imports could not be forgotten");
        }
    }

    /** Forgets what is old enough; every other import and its file is left alone. */
    public void forget() throws Exception {
        Instant now = clock.instant();
        List<String> old = oldFiles(now.minus(config.previewsKept()));
        Set<String> wanted = new HashSet<>(
                inTheNameOf.system(() -> QuarkusTransaction.requiringNew().call(() -> {
                    em.createQuery("""
                            delete from ImportJob where dryRun = true and application is null and state <> 'RUNNING'
                            and startedAt < :before""")
                            .setParameter("before", now.minus(config.previewsKept()))
                            .executeUpdate();
                    return em.createQuery(
                                    "select spool from ImportJob where spool in :files and (state = 'RUNNING' or startedAt >= :before)",
                                    String.class)
                            .setParameter("files", old)
                            .setParameter("before", now.minus(config.filesKept()))
                            .getResultList();
                })));
        for (String file : old) if (!wanted.contains(file)) Files.deleteIfExists(Path.of(file));
    }

    private List<String> oldFiles(Instant before) throws IOException {
        List<String> old = new ArrayList<>();
        try (Stream<Path> files = Files.list(spool.folder())) {
            for (Path file : (Iterable<Path>) files::iterator) {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(before)) old.add(file.toString());
            }
        }
        return old;
    }
}
