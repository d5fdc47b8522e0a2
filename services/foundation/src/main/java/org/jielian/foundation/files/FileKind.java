package org.jielian.foundation.files;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.tika.Tika;
import org.apache.tika.mime.MediaType;
import org.apache.tika.mime.MediaTypeRegistry;

/** The kinds of files that are taken, told apart by what is in them and never by their name. */
public enum FileKind {
    PDF("application/pdf"),
    JPEG("image/jpeg"),
    PNG("image/png"),
    WEBP("image/webp"),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private static final Tika TIKA = new Tika();

    private final String contentType;

    FileKind(String contentType) {
        this.contentType = contentType;
    }

    public String contentType() {
        return contentType;
    }

    /**
     * What the file is; empty when it is none of these.
     *
     * @throws org.jielian.foundation.problems.ProblemException for an office file that is damaged, carries macros or other programs, or
     *     unpacks to more than can be held
     */
    static Optional<FileKind> of(Path file) throws IOException {
        String detected;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            // only the content is given, so that no name can mislead
            detected = TIKA.detect(in);
        }
        if (MediaTypeRegistry.getDefaultRegistry().isInstanceOf(detected, MediaType.APPLICATION_ZIP)) {
            return OfficeFile.inspect(file);
        }
        return Arrays.stream(values())
                .filter(kind -> kind.contentType.equals(detected))
                .findFirst();
    }

    static String names(Collection<FileKind> kinds, String separator) {
        return kinds.stream().sorted().map(FileKind::name).collect(Collectors.joining(separator));
    }
}
