package org.jielian.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {
    @TempDir
    Path temp;

    @Test
    void areTheSameInEveryRunAndDifferFromEachOther() {
        Path file = temp.resolve("secrets.properties");
        String units = new Secrets(file).of("units");

        assertThat(new Secrets(file).of("units")).isEqualTo(units).hasSize(32);
        assertThat(new Secrets(file).of("metrics")).isNotEqualTo(units);
    }

    @Test
    void areReadableByTheirOwnerOnly() throws IOException {
        Path file = temp.resolve("secrets.properties");
        new Secrets(file).of("units");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }
}
