package org.jielian.testkit;

import java.io.IOException;
import java.util.concurrent.TimeUnit;

/** Whether tests run against containers. */
final class Docker {
    static boolean isChosen() {
        return switch (System.getProperty("backends", "auto")) {
            case "containers" -> true;
            case "embedded" -> false;
            default -> answers();
        };
    }

    /** Asks the client itself: the check that comes with Testcontainers pulls an image first and waits minutes where it can't. */
    private static boolean answers() {
        try {
            Process info = new ProcessBuilder("docker", "info")
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (info.waitFor(10, TimeUnit.SECONDS)) return info.exitValue() == 0;
            info.destroyForcibly();
            return false;
        } catch (IOException noClient) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Docker() {}
}
