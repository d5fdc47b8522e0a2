package org.jielian.metrics;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.Map;

/** Names a mail server to the service under test; whether one is there is up to each test. */
public class MailServerPort implements QuarkusTestResourceLifecycleManager {
    @Override
    public Map<String, String> start() {
        try (var free = new ServerSocket(0)) {
            return Map.of(
                    "notices.mail.host",
                    "localhost",
                    "notices.mail.every",
                    "200ms",
                    "notices.mail.retries",
                    "1s,2s,3s",
                    "quarkus.mailer.mock",
                    "false",
                    "quarkus.mailer.port",
                    Integer.toString(free.getLocalPort()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {
        // only a number was taken
    }
}
