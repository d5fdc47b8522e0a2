package org.jielian.local;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** The program behind {@code deploy/local/start}. */
public final class Launcher {
    private final PrintStream out =
            new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    private final PrintStream err =
            new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
    /** Whether what is to be said about the end has been said. */
    private volatile boolean quiet;

    private Launcher() {}

    /** Runs until it is told to stop (0 to the shell is never returned: the system is meant to stay). */
    public static void main(String[] args) {
        System.exit(new Launcher().run(args));
    }

    private int run(String[] args) {
        try {
            Installation installation = Installation.find();
            Options options = Options.parse(installation.root().resolve("data"), args);
            out.printf("Data folder %s%n", options.data());
            String death = runUntilDeath(options, installation);
            err.printf("%n%s%n", death);
            return 1;
        } catch (StartProblem problem) {
            if (!quiet) {
                quiet = true;
                err.printf("%n%s%n", problem.getMessage());
            }
            return 1;
        }
    }

    private String runUntilDeath(Options options, Installation installation) {
        // A terminal is known by the script: Java 22 and later call everything a console.
        try (Console console = new Console(out, Boolean.getBoolean("jielian.terminal"));
                LocalSystem system = LocalSystem.prepare(options, console)) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(console, system), "stop"));
            system.run();
            console.close();
            new Summary(out).print(system, new SampleFiles(installation.sample()));
            String death = system.firstDeath().join();
            quiet = true;
            return death;
        }
    }

    private void stop(Console console, LocalSystem system) {
        if (!quiet) {
            quiet = true;
            console.close();
            out.printf("%nStopping.%n");
        }
        system.close();
    }
}
