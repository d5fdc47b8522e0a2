package org.jielian.local;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Keycloak as a part: the place where everyone signs in. */
final class Keycloak {
    static final String NAME = "keycloak";

    private Keycloak() {}

    static URI realm(Ports ports) {
        // The same name in the browser, the portal and the services, or the issuer would not match.
        return URI.create("http://localhost:" + ports.keycloak() + "/realms/" + Realm.NAME);
    }

    static Part part(Installation installation, DataFolder data, Ports ports, Secrets secrets, Path home) {
        URI ready = URI.create(realm(ports) + "/.well-known/openid-configuration");
        return new Part(
                NAME,
                List.of(
                        home.resolve("bin/kc.sh").toString(),
                        "start",
                        "--optimized",
                        "--import-realm",
                        "--http-enabled=true",
                        "--http-host=localhost",
                        "--http-port=" + ports.keycloak(),
                        "--http-management-port=" + ports.keycloakManagement(),
                        "--hostname=http://localhost:" + ports.keycloak(),
                        // Without this it looks for other nodes, on all interfaces.
                        "--cache=local",
                        "--db-url=" + PostgresServer.url(ports, NAME),
                        "--db-username=" + NAME),
                Map.of(
                        "JAVA", installation.java().toString(),
                        "JAVA_OPTS",
                                "-XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xms64m -Xmx320m -XX:MaxMetaspaceSize=256m"
                                        + " -Dfile.encoding=UTF-8",
                        // Not on the command line, where every user of the machine could read them.
                        "KC_DB_PASSWORD", secrets.of(NAME),
                        "KC_BOOTSTRAP_ADMIN_USERNAME", "admin",
                        "KC_BOOTSTRAP_ADMIN_PASSWORD", secrets.of("keycloak-admin")),
                data.log(NAME),
                // The port opens before the realm is read: only the realm's own document says that one can sign in.
                () -> Web.isUp(ready),
                Duration.ofSeconds(600));
    }
}
