package org.jielian.bench;

import java.nio.file.Path;
import org.jielian.local.LocalSystem;
import org.jielian.local.Options;

/** Runs all measurements, one after the other, on a system of its own that starts from nothing. */
public final class Bench {
    /** Where the measurements are kept apart from anybody's own data. */
    private static final int PORTS = 18080;

    public static void main(String[] args) throws Exception {
        Path root = Path.of(System.getProperty("jielian.root", "."));
        Options options = Options.in(root.resolve("deploy/bench/target/data"))
                .withPorts(PORTS)
                .withoutSample()
                .fromNothing();
        boolean everything = true;
        for (int i = 0; i + 1 < args.length; i += 2) {
            if (args[i].equals("--only") && args[i + 1].equals("import")) everything = false;
            else if (args[i].equals("--ports")) options = options.withPorts(Integer.parseInt(args[i + 1]));
            else throw new IllegalArgumentException("unknown option " + args[i]);
        }
        Results results = new Results();
        try (LocalSystem system = LocalSystem.start(options, new Console())) {
            // Ctrl-C leaves no process behind either
            Runtime.getRuntime().addShutdownHook(new Thread(system::close, "stop"));
            Chain chain = new Chain(system, root);
            results.section("What this machine can do");
            new Limits(system).measure(results);
            results.section("Import");
            new Importing(chain, system).measure(results);
            if (everything) measureUse(chain, results);
            results.section("Memory by process");
            system.memory().forEach((part, kilobytes) -> results.add(part, kilobytes / 1024 + " MB"));
        }
        results.print();
    }

    /** What people do once the data is there. */
    private static void measureUse(Chain chain, Results results) throws Exception {
        results.section("One report");
        new Reporting(chain).measure(results);
        results.section("From the answer of a correction to the province's figure");
        new Rising(chain).measure(results);
        results.section("Reading, uncached");
        new Reading(chain).measure(results);
        results.section("Review");
        new Reviewing(chain).measure(results);
        results.section("A standard on its way down");
        new Cascading(chain).measure(results);
    }

    private Bench() {}
}
