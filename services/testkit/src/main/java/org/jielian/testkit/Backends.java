package org.jielian.testkit;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.oidc.server.OidcWiremockTestResource;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * PostgreSQL, Kafka and an identity server for a service's tests, started once for all of them. Containers where Docker answers, embedded
 * servers otherwise; {@code -Dbackends=embedded} or {@code -Dbackends=containers} chooses.
 *
 * <p>The service works as a role that is no superuser, as in production, so that row-level security is tested too.
 */
public class Backends implements QuarkusTestResourceLifecycleManager {
    private final OidcWiremockTestResource oidc = new OidcWiremockTestResource();
    private PostgresBackend postgres;
    private KafkaBackend kafka;

    @Override
    public Map<String, String> start() {
        boolean containers = Docker.isChosen();
        postgres = containers ? new PostgresBackend.Container() : new PostgresBackend.Embedded();
        kafka = containers ? new KafkaBackend.Container() : new KafkaBackend.Embedded();
        Map<String, String> config = new HashMap<>(oidc.start());
        PostgresBackend.Database database = postgres.start();
        config.put("quarkus.datasource.jdbc.url", database.url());
        config.put("quarkus.datasource.username", database.user());
        config.put("quarkus.datasource.password", database.password());
        String servers = kafka.start();
        config.put("kafka.bootstrap.servers", servers);
        config.put("KAFKA_BOOTSTRAP_SERVERS", servers);
        config.put("quarkus.oidc.auth-server-url", config.get("keycloak.url") + "/realms/quarkus");
        config.put("quarkus.oidc.token.issuer", Tokens.ISSUER);
        config.put("quarkus.oidc.token.audience", Tokens.AUDIENCE);
        config.put("smallrye.jwt.sign.key.location", "privateKey.jwk");
        config.put("quarkus.http.test-port", "0");
        config.put("imports.data", Path.of("target", "data").toAbsolutePath().toString());
        return config;
    }

    @Override
    public void stop() {
        oidc.stop();
        if (kafka != null) kafka.stop();
        if (postgres != null) postgres.stop();
    }
}
