package org.jielian.local;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.jielian.local.People.Person;

/** What a person needs to know once everything is ready: where to go, as whom, and what it costs this machine. */
final class Summary {
    private final PrintStream out;

    Summary(PrintStream out) {
        this.out = out;
    }

    void print(LocalSystem system, SampleFiles sample) {
        String portal = system.url(Service.PORTAL).toString();
        out.printf("%nSign in with the name given here; the password is the same as the name.%n");
        String[] tiers = {"province", "city", "county", "unit"};
        int tier = 0;
        for (Person person : new People(sample).examples()) {
            String address = tier < tiers.length ? portal + "/" + tiers[tier++] + "/" + person.code() : portal + "/";
            out.printf("  %-20s %-48s %s%n", person.code(), address, person.displayName());
        }
        out.printf("%nServices%n");
        for (Service service : Service.values()) {
            out.printf("  %-20s %s%n", service.id(), system.url(service));
        }
        out.printf("  %-20s %s%n", "keycloak", system.realm());
        out.printf("%nMemory%n");
        Map<String, Long> memory = system.memory();
        memory.forEach((part, kilobytes) -> out.printf("  %-20s %5d MB%n", part, kilobytes >> 10));
        out.printf(
                "  %-20s %5d MB%n",
                "in all", memory.values().stream().mapToLong(Long::longValue).sum() >> 10);
        out.printf(
                "%nReady after %d s. Ctrl-C stops everything.%n", sinceCommand().toSeconds());
    }

    /** Since the start script began: it became this process. */
    private static Duration sinceCommand() {
        return ProcessHandle.current()
                .info()
                .startInstant()
                .map(start -> Duration.between(start, Instant.now()))
                .orElse(Duration.ZERO);
    }
}
