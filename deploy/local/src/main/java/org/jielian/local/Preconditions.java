package org.jielian.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;

/** What must hold before anything is started; each refusal says what to do about it. */
final class Preconditions {
    private static final long NEEDED_BYTES = 2L << 30;
    private static final int OLDEST_JAVA = 17;

    private Preconditions() {}

    static void requireJava(int feature) {
        if (feature < OLDEST_JAVA) {
            throw new StartProblem("Java %d is too old; set JAVA_HOME to Java %d or newer.", feature, OLDEST_JAVA);
        }
    }

    static void requireSpace(Path folder) {
        try {
            long free = Files.getFileStore(folder).getUsableSpace();
            if (free < NEEDED_BYTES) {
                throw new StartProblem(
                        "Only %d MB are free where %s is; %d MB are needed. Free some, or choose another folder with --data.",
                        free >> 20, folder, NEEDED_BYTES >> 20);
            }
        } catch (IOException e) {
            throw new StartProblem(e, "Cannot tell how much space is free in %s: %s.", folder, e);
        }
    }

    static void requireFree(Ports ports) {
        ports.purposes().forEach((port, purpose) -> {
            if (isTaken(port)) {
                throw new StartProblem(
                        "Port %d, meant for %s, is taken by another program; stop that, or choose other ports with --ports (say --ports %d).",
                        port, purpose, ports.base() + 1000);
            }
        });
    }

    private static boolean isTaken(int port) {
        // Bound on all interfaces: a program that listens on one of them would get the browser's requests instead of
        // us.
        try (ServerSocket socket = new ServerSocket()) {
            // Connections of the run before that linger in TIME_WAIT do not take the port.
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress((InetAddress) null, port));
            return false;
        } catch (IOException e) {
            return true;
        }
    }
}
