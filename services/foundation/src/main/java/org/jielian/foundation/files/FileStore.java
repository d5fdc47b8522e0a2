package org.jielian.foundation.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/** Files outside the database, by keys we make ourselves such as {@code attachments/0f3c…}; what people call a file is never one. */
interface FileStore {
    /** Copies the file; it is there as a whole or not at all. */
    void put(String key, Path file) throws IOException;

    /** @throws java.nio.file.NoSuchFileException when nothing is kept under the key */
    InputStream open(String key) throws IOException;

    /** Does nothing when nothing is kept under the key. */
    void remove(String key) throws IOException;
}
