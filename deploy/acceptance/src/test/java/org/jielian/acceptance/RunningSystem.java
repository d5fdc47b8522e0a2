package org.jielian.acceptance;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.stream.IntStream;
import org.jielian.local.LocalSystem;
import org.jielian.local.Options;
import org.jielian.local.Ports;
import org.jielian.local.Progress;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Starts the system when the first test needs it, with the sample data, and stops it after the last. */
class RunningSystem implements ParameterResolver {
    /** Apart from anybody's own run, and below the ports the operating system gives away by itself. */
    private static final int FIRST_BASE = 28_080;

    private static final int STEP = 200;

    /** The system as JUnit keeps it: closed at the very end. */
    private record Kept(LocalSystem system, Jielian jielian)
            implements AutoCloseable, ExtensionContext.Store.CloseableResource {
        @Override
        public void close() {
            system.close();
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Jielian.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return of(context);
    }

    static Jielian of(ExtensionContext context) {
        return context.getRoot()
                .getStore(Namespace.create(RunningSystem.class))
                .getOrComputeIfAbsent(Kept.class, key -> start(), Kept.class)
                .jielian();
    }

    private static Kept start() {
        Path data = Path.of("target/acceptance-data").toAbsolutePath();
        LocalSystem system = LocalSystem.start(options(data), new Told());
        return new Kept(system, new Jielian(system));
    }

    /** {@code -Dacceptance.keep} goes on with the data of the run before, which saves a minute while one writes a test. */
    private static Options options(Path data) {
        if (System.getProperty("acceptance.keep") != null)
            return Options.in(data).withPorts(FIRST_BASE);
        return Options.in(data).withPorts(freeBase()).fromNothing();
    }

    /** Ports nobody uses now. */
    static int freeBase() {
        return IntStream.iterate(FIRST_BASE, base -> base < 32_000, base -> base + STEP)
                .filter(base -> new Ports(base).purposes().keySet().stream().allMatch(RunningSystem::isFree))
                .findFirst()
                .orElse(FIRST_BASE);
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port)) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }

    static Progress told() {
        return new Told();
    }

    /** A line for each part that is ready, so that a build does not look stuck. */
    private static final class Told implements Progress {
        @Override
        public void doing(String part, String what) {
            // only the end of it is worth a line
        }

        @Override
        public void ready(String part) {
            System.out.printf("  %s: ready%n", part);
        }
    }
}
