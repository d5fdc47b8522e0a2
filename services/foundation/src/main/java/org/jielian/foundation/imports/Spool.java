package org.jielian.foundation.imports;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.jielian.foundation.problems.CommonProblem;

/** Keeps a file on disk while it is imported: it is read twice, and an interrupted import goes on with it. */
@Singleton
class Spool {
    @Inject
    ImportsConfig config;

    Path folder() throws IOException {
        return Files.createDirectories(config.data().resolve("spool").toAbsolutePath());
    }

    /**
     * The whole body in a file of its own.
     *
     * @throws org.jielian.foundation.problems.ProblemException TOO_LARGE, and nothing is kept
     */
    Path keep(InputStream body) throws IOException {
        Path file = folder().resolve(UUID.randomUUID() + ".upload");
        long size = 0;
        byte[] buffer = new byte[1 << 16];
        try (OutputStream out = Files.newOutputStream(file)) {
            for (int n; (n = body.read(buffer)) >= 0; ) {
                size += n;
                if (size > config.maxFileSize()) {
                    throw CommonProblem.TOO_LARGE.because(
                            "文件超过 %s MB", "the file has more than %s MB", config.maxFileSize() >> 20);
                }
                out.write(buffer, 0, n);
            }
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(file);
            throw e;
        }
        return file;
    }
}
