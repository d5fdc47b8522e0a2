package org.jielian.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the start says when it can't, and how much the running system takes. */
@OnRunningSystem
class LauncherIT {
    private static final long MOST_KILOBYTES = 3_584 * 1024;

    private final Jielian jielian;

    LauncherIT(Jielian jielian) {
        this.jielian = jielian;
    }

    private record End(int code, List<String> said) {}

    @Test
    void saysInOneSentenceThatAPortIsTaken(@TempDir Path folder) throws Exception {
        int base = jielian.system().ports().base();

        End end = launch("--data", folder.resolve("data").toString(), "--ports", String.valueOf(base));

        assertThat(end.code()).isEqualTo(1);
        assertThat(end.said())
                .hasSize(2)
                .last()
                .asString()
                .startsWith("Port " + base + ", meant for the portal, is taken");
    }

    @Test
    void doesNotTouchAFolderThatIsNotItsOwn(@TempDir Path folder) throws Exception {
        Path letter = Files.writeString(folder.resolve("letter.txt"), "Dear all");

        End end = launch("--fresh", "--data", folder.toString(), "--ports", "30080");

        assertThat(end.code()).isEqualTo(1);
        assertThat(end.said()).last().asString().contains("holds files that are not this system's");
        assertThat(letter).exists();
    }

    @Test
    void doesNotStartASecondTimeOnTheSameData() throws Exception {
        End end = launch(
                "--data", Path.of("target/acceptance-data").toAbsolutePath().toString());

        assertThat(end.code()).isEqualTo(1);
        assertThat(end.said()).last().asString().startsWith("Another launcher is using");
    }

    @Test
    void tellsItsOptionsToWhomKnowsThemNot() throws Exception {
        End end = launch("--verbose");

        assertThat(end.code()).isEqualTo(1);
        assertThat(end.said()).first().asString().isEqualTo("Unknown option --verbose.");
    }

    @Test
    void staysWithinTheMemoryOfASmallMachine() {
        long all = jielian.system().memory().values().stream()
                .mapToLong(Long::longValue)
                .sum();

        assertThat(all).as("kilobytes by part: %s", jielian.system().memory()).isLessThan(MOST_KILOBYTES);
    }

    private static End launch(String... arguments) throws IOException, InterruptedException {
        Path root = Path.of("../..").toAbsolutePath().normalize();
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-Djielian.root=" + root,
                "-jar",
                root.resolve("deploy/local/target/local-1.0.0-SNAPSHOT.jar").toString()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return new End(
                process.exitValue(),
                said.lines().filter(line -> !line.isBlank()).toList());
    }
}
