package org.jielian.bench;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jielian.local.LocalSystem;
import org.jielian.local.Options;

/** Runs all measurements, one after the other, on a system of its own that starts from nothing. */
public final class Bench {
    /** Where the measurements are kept apart from anybody's own data. */
    private static final int PORTS = 18080;

    private static final int RELEASES = 20;

    public static void main(String[] args) throws Exception {
        Path root = Path.of(System.getProperty("jielian.root", "."));
        Options options = Options.in(root.resolve("deploy/bench/target/data"))
                .withPorts(PORTS)
                .withoutSample()
                .fromNothing();
        Set<String> only = Set.of();
        for (int i = 0; i + 1 < args.length; i += 2) {
            if (args[i].equals("--only")) only = Set.of(args[i + 1].split(","));
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
            measureUse(chain, system, results, only);
            results.section("Memory by process");
            system.memory().forEach((part, kilobytes) -> results.add(part, kilobytes / 1024 + " MB"));
        }
        results.print();
    }

    /** What people do once the data is there. */
    private static void measureUse(Chain chain, LocalSystem system, Results results, Set<String> only)
            throws Exception {
        Map<String, Part> parts = new LinkedHashMap<>();
        Reporting reporting = new Reporting(chain, system);
        parts.put("first", new Part("The first reports one by one", reporting::measureFirst));
        parts.put(
                "rising",
                new Part("From the answer of a correction to the province's figure", new Rising(chain)::measure));
        parts.put("reading", new Part("Reading, uncached", new Reading(chain)::measure));
        parts.put("review", new Part("Review", new Reviewing(chain)::measure));
        parts.put("preview", new Part("A file looked at without being taken", new Previewing(chain, system)::measure));
        parts.put("report", new Part("One report, after all that", reporting::measure));
        parts.put("cascade", new Part("A standard on its way down", new Cascading(chain, RELEASES)::measure));
        parts.put("evaluating", new Part("Results", new Evaluating(chain)::measure));
        parts.put("growing", new Part("50,000 units", new Growing(chain)::measure));
        for (var part : parts.entrySet()) {
            if (!only.isEmpty() && !only.contains(part.getKey())) continue;
            results.section(part.getValue().title());
            part.getValue().measuring().into(results);
        }
    }

    private interface Measuring {
        void into(Results results) throws Exception;
    }

    private record Part(String title, Measuring measuring) {}

    private Bench() {}
}
