package org.jielian.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SupervisorTest {
    @TempDir
    Path temp;

    private Supervisor supervisor;

    private Supervisor supervisor() {
        supervisor = new Supervisor(new Leftovers(temp));
        return supervisor;
    }

    @AfterEach
    void leaveNothingRunning() {
        supervisor.children().forEach(Child::kill);
    }

    @Test
    void tellsWhatAPartSaidBeforeItDiedWhileStarting() {
        Part part = part("echo no disk >&2; exit 3", () -> false);

        assertThatThrownBy(() -> supervisor().start(part))
                .isInstanceOf(StartProblem.class)
                .hasMessageContaining("sleeper ended with code 3")
                .hasMessageContaining("sleeper.log")
                .hasMessageContaining("no disk");
    }

    @Test
    void losesPatienceWithAPartThatNeverBecomesReady() {
        Part part = part("sleep 60", () -> false);

        assertThatThrownBy(() -> supervisor().start(part)).hasMessageContaining("was not ready within 2 seconds");
    }

    @Test
    void noticesThatAReadyPartDied() throws Exception {
        supervisor().start(part("sleep 0.5; echo oh dear; exit 1", () -> true));

        assertThat(supervisor.firstDeath().get(20, TimeUnit.SECONDS))
                .contains("sleeper ended with code 1")
                .contains("oh dear");
    }

    @Test
    void doesNotCallItADeathWhenAPartIsStoppedOrKilledOnPurpose() {
        supervisor().start(part("sleep 60", () -> true));
        supervisor.kill("sleeper");
        supervisor.restart("sleeper");
        assertThat(supervisor.children()).allMatch(Child::isAlive);
        supervisor.stop(List.of("sleeper"));

        assertThat(supervisor.children()).noneMatch(Child::isAlive);
        assertThat(supervisor.firstDeath()).isNotDone();
    }

    @Test
    void startsNothingOnceEverythingIsBeingStopped() {
        supervisor().refuseStarts();

        assertThatThrownBy(() -> supervisor.start(part("sleep 60", () -> true))).hasMessageContaining("Stopped");
    }

    @Test
    void endsWhatAKilledLauncherLeftRunning() {
        // Given: a launcher that is gone, whose part still runs
        supervisor().start(part("sleep 60", () -> true));
        ProcessHandle left = supervisor.children().iterator().next().handle();
        // When
        new Leftovers(temp).end();
        // Then
        await().until(() -> !left.isAlive());
    }

    private Part part(String script, Part.Probe probe) {
        return new Part(
                "sleeper",
                List.of("/bin/sh", "-c", script),
                Map.of(),
                temp.resolve("sleeper.log"),
                probe,
                Duration.ofSeconds(2));
    }
}
