package org.jielian.local;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The four services as parts: each learns through its environment where the others are. */
final class Services {
    private final Installation installation;
    private final DataFolder data;
    private final Ports ports;
    private final Secrets secrets;

    Services(Installation installation, DataFolder data, Ports ports, Secrets secrets) {
        this.installation = installation;
        this.data = data;
        this.ports = ports;
        this.secrets = secrets;
    }

    static URI url(Ports ports, Service service) {
        return URI.create("http://localhost:" + ports.of(service));
    }

    Part part(Service service) {
        List<String> command = new ArrayList<>();
        command.add(installation.java().toString());
        command.add("-XX:+UseSerialGC");
        command.addAll(service.memory());
        command.add("-Dfile.encoding=UTF-8");
        command.add("-jar");
        command.add(installation.jar(service).toString());
        URI ready = URI.create(url(ports, service) + "/q/health/ready");
        return new Part(
                service.id(),
                command,
                environment(service),
                data.log(service.id()),
                () -> Web.isUp(ready),
                Duration.ofSeconds(600));
    }

    Map<String, String> environment(Service service) {
        Map<String, String> environment = new HashMap<>();
        environment.put("QUARKUS_HTTP_HOST", "localhost");
        environment.put("QUARKUS_HTTP_PORT", String.valueOf(ports.of(service)));
        environment.put("JIELIAN_LOCAL", "true");
        environment.put("JIELIAN_DATA", data.folder("services/" + service.id()).toString());
        environment.put("JIELIAN_CLOCK", data.path().resolve(DataFolder.CLOCK).toString());
        environment.put("JIELIAN_OIDC_URL", Keycloak.realm(ports).toString());
        environment.put("KAFKA_BOOTSTRAP_SERVERS", Broker.address(ports));
        // At the first start Keycloak needs longer than the services: they wait for it.
        environment.put("QUARKUS_OIDC_CONNECTION_DELAY", "360S");
        if (service.hasDatabase()) {
            environment.put("JIELIAN_DB_URL", PostgresServer.url(ports, service.id()));
            environment.put("JIELIAN_DB_USER", service.id());
            environment.put("JIELIAN_DB_PASSWORD", secrets.of(service.id()));
        }
        if (service == Service.PORTAL) {
            environment.put("JIELIAN_OIDC_CLIENT_SECRET", Realm.PORTAL_SECRET);
            environment.put("JIELIAN_SESSION_SECRET", secrets.of("portal-session"));
            environment.put("JIELIAN_UNITS_URL", url(ports, Service.UNITS).toString());
            environment.put("JIELIAN_METRICS_URL", url(ports, Service.METRICS).toString());
            environment.put(
                    "JIELIAN_SUPERVISION_URL", url(ports, Service.SUPERVISION).toString());
        }
        return environment;
    }
}
