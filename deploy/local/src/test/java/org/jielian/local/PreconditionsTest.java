package org.jielian.local;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;

class PreconditionsTest {
    @Test
    void nameATakenPortAndWhatItWasFor() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getByName("localhost"))) {
            // Given: another program where the units service would listen
            Ports ports = new Ports(other.getLocalPort() - 1);

            assertThatThrownBy(() -> Preconditions.requireFree(ports))
                    .isInstanceOf(StartProblem.class)
                    .hasMessageContaining("Port " + other.getLocalPort() + ", meant for units, is taken")
                    .hasMessageContaining("--ports");
        }
    }

    @Test
    void refuseAnOldJava() {
        assertThatThrownBy(() -> Preconditions.requireJava(11)).hasMessageContaining("Java 11 is too old");
        assertThatCode(() -> Preconditions.requireJava(17)).doesNotThrowAnyException();
        assertThatCode(() -> Preconditions.requireJava(25)).doesNotThrowAnyException();
    }
}
