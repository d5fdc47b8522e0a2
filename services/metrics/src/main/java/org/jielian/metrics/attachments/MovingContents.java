package org.jielian.metrics.attachments;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jielian.foundation.access.InTheNameOf;
import org.jielian.foundation.files.KeptFiles;

/**
 * Moves what was kept in rows to where files are kept now, one at a time while the service works. A row lets go of its content in the
 * transaction in which the file is there, so at every moment one of them has it.
 */
@Singleton
class MovingContents {
    private static final Logger LOG = Logger.getLogger(MovingContents.class);

    @Inject
    AttachmentStore store;

    @Inject
    KeptFiles files;

    @Inject
    InTheNameOf inTheNameOf;

    private ScheduledExecutorService worker;

    void begin(@Observes StartupEvent started) {
        worker = Executors.newSingleThreadScheduledExecutor(r -> new Thread(r, "move-attachments"));
        worker.scheduleWithFixedDelay(this::attempt, 5, 600, TimeUnit.SECONDS);
    }

    void stop(@Observes ShutdownEvent stopping) {
        if (worker != null) worker.shutdownNow();
    }

    private void attempt() {
        try {
            int moved = moveAll();
            if (moved > 0) LOG.infof("attachments moved out of the database count=%d", moved);
        } catch (Exception e) {
            // a thread that threw would never run again; what is in a row is still read from there
            LOG.errorf(e, "attachments could not be moved out of the database");
        }
    }

    /** @return how many there were */
    int moveAll() throws Exception {
        int moved = 0;
        while (inTheNameOf.system(() -> QuarkusTransaction.requiringNew().call(this::moveOne))) moved++;
        return moved;
    }

    private boolean moveOne() {
        Optional<UUID> next = store.nextToMove();
        next.ifPresent(id -> {
            keep(id, store.contentInRow(id));
            store.moved(id);
        });
        return next.isPresent();
    }

    private void keep(UUID id, byte[] content) {
        try {
            Path file = Files.createTempFile("attachment", ".part");
            try {
                Files.write(file, content);
                files.keep(KeepingAttachments.key(id), file);
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
