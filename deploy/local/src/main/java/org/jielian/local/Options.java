package org.jielian.local;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;

/**
 * What the person at the terminal, or a test, asks for.
 *
 * @param fresh empty the data folder first
 * @param data where everything is kept between runs
 * @param ports where the parts listen
 * @param sample load the sample data on the first start
 * @param date to which the clock is put back; {@code null} to leave it as it is, which is the true time at first
 * @param services which of the services to start; PostgreSQL, Kafka and Keycloak always are
 */
public record Options(boolean fresh, Path data, Ports ports, boolean sample, LocalDate date, Set<Service> services) {
    static final String USAGE = """
            deploy/local/start [--fresh] [--data DIR] [--ports BASE] [--no-sample] [--date DAY]

              --fresh       start from nothing: empties the data folder first
              --data DIR    keep everything in DIR (default: data/ in the project)
              --ports BASE  portal on BASE, the other parts on ports derived from it (default: 8080)
              --no-sample   do not load the sample data
              --date DAY    put the clock of the system back to the morning of this day, to rehearse what follows;
                            deploy/local/clock moves it on
            """;

    /** The defaults for a data folder; the withers change one thing each. */
    public static Options in(Path data) {
        return new Options(
                false,
                data.toAbsolutePath().normalize(),
                new Ports(Ports.DEFAULT_BASE),
                true,
                null,
                EnumSet.allOf(Service.class));
    }

    public Options withPorts(int base) {
        return new Options(fresh, data, new Ports(base), sample, date, services);
    }

    public Options withoutSample() {
        return new Options(fresh, data, ports, false, date, services);
    }

    /** Without the services, and so without the sample data: to work on one, or to test what they stand on. */
    public Options withoutServices() {
        return new Options(fresh, data, ports, false, date, EnumSet.noneOf(Service.class));
    }

    public Options fromNothing() {
        return new Options(true, data, ports, sample, date, services);
    }

    public Options from(LocalDate day) {
        return new Options(fresh, data, ports, sample, day, services);
    }

    static Options parse(Path defaultData, String... args) {
        Options options = in(defaultData);
        for (int i = 0; i < args.length; i++) {
            switch (args[i]) {
                case "--fresh" -> options = options.fromNothing();
                case "--no-sample" -> options = options.withoutSample();
                case "--date" -> options = options.from(SystemClock.day(value(args, ++i)));
                case "--data" -> options = options.keptIn(Path.of(value(args, ++i)));
                case "--ports" -> options = options.withPorts(number(value(args, ++i)));
                default -> throw new StartProblem("Unknown option %s.%n%n%s", args[i], USAGE);
            }
        }
        return options;
    }

    private Options keptIn(Path folder) {
        return new Options(fresh, folder.toAbsolutePath().normalize(), ports, sample, date, services);
    }

    private static String value(String[] args, int at) {
        if (at == args.length) {
            throw new StartProblem("%s needs a value.%n%n%s", args[at - 1], USAGE);
        }
        return args[at];
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new StartProblem(e, "--ports takes a number, not %s.", text);
        }
    }
}
