package org.jielian.foundation.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file that has arrived as a whole and was looked at, but belongs nowhere yet; closing it removes it.
 *
 * @param content where it waits
 * @param name what its sender calls it, for showing only: no path, nothing invisible, never empty
 * @param size in bytes
 * @param sha256 of the content, in hexadecimal digits
 */
public record TakenFile(Path content, String name, FileKind kind, long size, String sha256) implements AutoCloseable {
    private static final int LONGEST_NAME = 200;

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(content);
    }

    /** The last step of whatever path it had, without what no file name needs. */
    static String plain(String name, FileKind kind) {
        String last = name == null ? "" : name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        String plain = last.replaceAll("[\\p{Cntrl}\\p{Cs}\\p{Cf}\"<>]", "").strip();
        if (plain.matches("[.]*")) return kind.name().toLowerCase(java.util.Locale.ROOT);
        return plain.length() <= LONGEST_NAME ? plain : plain.substring(plain.length() - LONGEST_NAME);
    }
}
