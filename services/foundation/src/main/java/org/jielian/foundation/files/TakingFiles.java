package org.jielian.foundation.files;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;
import java.util.UUID;

/** Takes in what somebody sends: how much, what it is, and its hash; nothing is left of what is refused. */
@Singleton
public class TakingFiles {
    @Inject
    FilesConfig config;

    public TakingFiles() {}

    TakingFiles(FilesConfig config) {
        this.config = config;
    }

    /**
     * Reads the body to its end, or to one piece beyond the limit.
     *
     * @param name what its sender calls it; may be {@code null}
     * @param maxSize in bytes
     * @param kinds those that are taken here
     * @throws org.jielian.foundation.problems.ProblemException EMPTY_FILE, FILE_TOO_LARGE, UNKNOWN_KIND, UNSAFE_FILE, DAMAGED_FILE
     */
    public TakenFile take(InputStream body, String name, long maxSize, Set<FileKind> kinds) throws IOException {
        Path file = Files.createDirectories(config.incoming().toAbsolutePath()).resolve(UUID.randomUUID() + ".part");
        try {
            MessageDigest sha256 = sha256();
            long size = copy(body, file, sha256, maxSize);
            if (size == 0) throw FileProblem.EMPTY_FILE.because("文件为空", "the file is empty");
            FileKind kind = FileKind.of(file)
                    .filter(kinds::contains)
                    .orElseThrow(() -> FileProblem.UNKNOWN_KIND.because(
                            "只接受 %s 文件，按文件内容判断，与文件名无关",
                            "only these kinds of files are taken, by what is in them and not by their name: %s",
                            FileKind.names(kinds, ", ")));
            return new TakenFile(
                    file,
                    TakenFile.plain(name, kind),
                    kind,
                    size,
                    HexFormat.of().formatHex(sha256.digest()));
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    private static long copy(InputStream body, Path file, MessageDigest sha256, long maxSize) throws IOException {
        if (body == null) return 0;
        long size = 0;
        byte[] buffer = new byte[1 << 16];
        try (OutputStream out = new DigestOutputStream(Files.newOutputStream(file), sha256)) {
            for (int n; (n = body.read(buffer)) >= 0; ) {
                size += n;
                if (size > maxSize) {
                    throw FileProblem.FILE_TOO_LARGE.because(
                            "文件最大 %s MB，请压缩或降低照片分辨率后再上传",
                            "a file has at most %s MB; compress it or take the photograph with fewer pixels",
                            maxSize >> 20);
                }
                out.write(buffer, 0, n);
            }
        }
        return size;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
