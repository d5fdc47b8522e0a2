package org.jielian.local;

import java.util.LinkedHashMap;
import java.util.Map;

/** Where every part listens, all derived from one base so that two systems can run beside each other. */
public record Ports(int base) {
    static final int DEFAULT_BASE = 8080;
    private static final int HIGHEST_OFFSET = 112;

    public Ports {
        if (base < 1024 || base + HIGHEST_OFFSET > 65_535) {
            throw new StartProblem("--ports takes a number from 1024 to %d, not %d.", 65_535 - HIGHEST_OFFSET, base);
        }
    }

    public int portal() {
        return base;
    }

    public int units() {
        return base + 1;
    }

    public int metrics() {
        return base + 2;
    }

    public int supervision() {
        return base + 3;
    }

    public int keycloak() {
        return base + 100;
    }

    public int keycloakManagement() {
        return base + 101;
    }

    public int postgres() {
        return base + 110;
    }

    public int kafka() {
        return base + 111;
    }

    public int kafkaController() {
        return base + 112;
    }

    /** The port of one of the four services, by its name. */
    public int of(Service service) {
        return switch (service) {
            case PORTAL -> portal();
            case UNITS -> units();
            case METRICS -> metrics();
            case SUPERVISION -> supervision();
        };
    }

    /** Every port with what it is for, in the order they are checked. */
    public Map<Integer, String> purposes() {
        Map<Integer, String> purposes = new LinkedHashMap<>();
        purposes.put(portal(), "the portal");
        purposes.put(units(), "units");
        purposes.put(metrics(), "metrics");
        purposes.put(supervision(), "supervision");
        purposes.put(keycloak(), "Keycloak");
        purposes.put(keycloakManagement(), "Keycloak's management interface");
        purposes.put(postgres(), "PostgreSQL");
        purposes.put(kafka(), "Kafka");
        purposes.put(kafkaController(), "Kafka's controller");
        return purposes;
    }
}
