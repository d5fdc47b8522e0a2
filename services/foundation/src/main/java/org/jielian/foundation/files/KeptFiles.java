package org.jielian.foundation.files;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jboss.logging.Logger;

/**
 * Files outside the database whose rows are in it. A file is there before its row is, and goes after it: what a crash in between can leave
 * behind is a file too many, never a row without its file.
 */
@Singleton
public class KeptFiles {
    private static final Logger LOG = Logger.getLogger(KeptFiles.class);

    @Inject
    FileStore store;

    @Inject
    TransactionSynchronizationRegistry transaction;

    /** Keeps a file under a key nothing is kept under yet; if the transaction does not commit, it is taken away again. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void keep(String key, Path content) {
        after(Status.STATUS_ROLLEDBACK, key);
        try {
            store.put(key, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The file goes once the transaction has committed. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void remove(String key) {
        after(Status.STATUS_COMMITTED, key);
    }

    /**
     * What is kept under the key; to be closed by the caller.
     *
     * @throws org.jielian.foundation.problems.ProblemException FILE_LOST when the row is there and the file is not
     */
    public InputStream open(String key) {
        try {
            return store.open(key);
        } catch (NoSuchFileException e) {
            LOG.errorf("a kept file is missing key=%s", key);
            throw FileProblem.FILE_LOST.because(
                    "文件登记在册，但存储中没有，请联系管理员", "the file is on record and not in the store; tell the administrator");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The file as something to be stored, and not as something to be shown or run. */
    public static Response download(InputStream content, String name, String contentType, long size) {
        String encoded = URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
        return Response.ok(content, contentType)
                .header("Content-Length", size)
                .header("Content-Disposition", "attachment; filename=\"attachment\"; filename*=UTF-8''" + encoded)
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "sandbox; default-src 'none'")
                .header("Cache-Control", "private, no-store")
                .build();
    }

    private void after(int outcome, String key) {
        transaction.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {}

            @Override
            public void afterCompletion(int status) {
                if (status != outcome) return;
                try {
                    store.remove(key);
                } catch (IOException e) {
                    LOG.warnf(e, "a file nothing refers to was left behind key=%s", key);
                }
            }
        });
    }

    /** The one place files go. */
    @Singleton
    static class Place {
        @Produces
        @Singleton
        FileStore store(FilesConfig config) {
            return config.s3().bucket().isPresent() ? new S3Store(config.s3()) : new FolderStore(config.folder());
        }
    }
}
