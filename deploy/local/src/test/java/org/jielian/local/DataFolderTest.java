package org.jielian.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {
    @TempDir
    Path temp;

    @Test
    void refusesAFolderWithSomeoneElsesFilesAndLeavesThemAlone() throws IOException {
        Path letter = Files.writeString(temp.resolve("letter.txt"), "dear");

        assertThatThrownBy(() -> DataFolder.open(temp))
                .isInstanceOf(StartProblem.class)
                .hasMessageContaining("holds files that are not this system's");
        assertThat(temp).isDirectoryContaining(letter::equals);
        assertThat(temp.toFile().list()).hasSize(1);
    }

    @Test
    void isUsedByOneLauncherAtATime() {
        try (DataFolder first = DataFolder.open(temp.resolve("data"))) {
            assertThatThrownBy(() -> DataFolder.open(first.path())).hasMessageContaining("Another launcher is using");
        }
        DataFolder.open(temp.resolve("data")).close();
    }

    @Test
    void isEmptiedButForItsMarker() throws IOException {
        try (DataFolder data = DataFolder.open(temp.resolve("data"))) {
            Files.writeString(data.folder("postgres/base").resolve("1"), "row");
            data.markDone("sample-data");

            data.empty();

            assertThat(data.isDone("sample-data")).isFalse();
            assertThat(data.path().toFile().list()).hasSize(1);
        }
        DataFolder.open(temp.resolve("data")).close();
    }

    @Test
    void keepsTheLogsOfTheRunBefore() throws IOException {
        try (DataFolder data = DataFolder.open(temp.resolve("data"))) {
            Files.writeString(data.log("units"), "first run");
            data.setLogsAside();
            assertThat(data.log("units")).doesNotExist();
            assertThat(data.folder("logs/previous").resolve("units.log")).hasContent("first run");
        }
    }

    @Test
    void staysOnThePortsOfItsFirstStart() {
        try (DataFolder data = DataFolder.open(temp.resolve("data"))) {
            data.bindTo(new Ports(8080));
            data.bindTo(new Ports(8080));

            assertThatThrownBy(() -> data.bindTo(new Ports(9080))).hasMessageContaining("set up with --ports 8080");
        }
    }

    @Test
    void remembersWhatIsDone() {
        try (DataFolder data = DataFolder.open(temp.resolve("data"))) {
            assertThat(data.isDone("sample-data")).isFalse();
            data.markDone("sample-data");
        }
        try (DataFolder again = DataFolder.open(temp.resolve("data"))) {
            assertThat(again.isDone("sample-data")).isTrue();
        }
    }
}
