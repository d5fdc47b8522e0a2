package org.jielian.local;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Properties;

/** Passwords between the parts: made once per data folder and readable by its owner only. */
final class Secrets {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Path file;
    private final Properties known = new Properties();

    Secrets(Path file) {
        this.file = file;
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file)) {
                known.load(reader);
            } catch (IOException e) {
                throw new StartProblem(e, "Cannot read %s: %s.", file, e);
            }
        }
    }

    /** The password of this name; the same one in every run on this data folder. */
    synchronized String of(String name) {
        String password = known.getProperty(name);
        if (password == null) {
            byte[] random = new byte[16];
            RANDOM.nextBytes(random);
            password = HexFormat.of().formatHex(random);
            known.setProperty(name, password);
            store();
        }
        return password;
    }

    private void store() {
        try {
            if (!Files.exists(file)) {
                // Created with its final permissions: there is no moment at which others could open it.
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            }
            try (Writer writer = Files.newBufferedWriter(file)) {
                known.store(writer, "Passwords between the parts of this data folder");
            }
        } catch (IOException e) {
            throw new StartProblem(e, "Cannot write %s: %s.", file, e);
        }
    }
}
