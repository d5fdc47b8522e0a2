package org.jielian.foundation.files;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.findify.s3mock.S3Mock;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder and a bucket keep the same promise. */
class FileStoreTest {
    @TempDir
    Path folder;

    @TempDir
    Path elsewhere;

    @Test
    void isAFolder() throws IOException {
        FileStore store = new FolderStore(folder);
        keepsItsPromise(store);
        store.put("evidence/1", content("x"));
        try (Stream<Path> files = Files.walk(folder).filter(Files::isRegularFile)) {
            assertThat(files).containsExactly(folder.resolve("evidence/1"));
        }
        for (String key : new String[] {"../x", "/etc/passwd", "evidence/../../x", "", "a//b"}) {
            assertThatThrownBy(() -> store.put(key, content("x"))).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> store.open(key)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void isABucketWhereOneIsNamed() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        S3Mock server = S3Mock.create(port);
        server.start();
        try {
            URI address = URI.create("http://localhost:" + port);
            var bucket =
                    (HttpURLConnection) address.resolve("/evidence").toURL().openConnection();
            bucket.setRequestMethod("PUT");
            assertThat(bucket.getResponseCode()).isEqualTo(200);
            FilesConfig config = FileFixture.config(folder, address);
            keepsItsPromise(new KeptFiles.Place().store(config));
            try (Stream<Path> files = Files.list(folder)) {
                assertThat(files).isEmpty();
            }
        } finally {
            server.shutdown();
        }
    }

    private void keepsItsPromise(FileStore store) throws IOException {
        store.put("evidence/0f3c-1", content("电费单"));
        store.put("evidence/0f3c-2", content("other"));
        assertThat(read(store, "evidence/0f3c-1")).isEqualTo("电费单");
        store.put("evidence/0f3c-1", content("again"));
        assertThat(read(store, "evidence/0f3c-1")).isEqualTo("again");
        store.remove("evidence/0f3c-1");
        store.remove("evidence/0f3c-1");
        assertThatThrownBy(() -> store.open("evidence/0f3c-1")).isInstanceOf(NoSuchFileException.class);
        assertThat(read(store, "evidence/0f3c-2")).isEqualTo("other");
        store.remove("evidence/0f3c-2");
    }

    private Path content(String words) throws IOException {
        return Files.writeString(elsewhere.resolve("content"), words);
    }

    private static String read(FileStore store, String key) throws IOException {
        try (InputStream in = store.open(key)) {
            return new String(in.readAllBytes(), UTF_8);
        }
    }
}
