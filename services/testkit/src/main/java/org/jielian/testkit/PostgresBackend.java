package org.jielian.testkit;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** A PostgreSQL server with one database that belongs to a role without special rights. */
interface PostgresBackend {
    /** What a service needs to connect. */
    record Database(String url, String user, String password) {}

    Database start();

    void stop();

    private static Database create(String adminUrl, String user, String password, String url) {
        try (Connection admin = DriverManager.getConnection(adminUrl, user, password);
                Statement sql = admin.createStatement()) {
            sql.execute("create role service login password 'service' nosuperuser nobypassrls");
            sql.execute("create database service owner service");
            return new Database(url, "service", "service");
        } catch (SQLException e) {
            throw new IllegalStateException("the test database could not be created", e);
        }
    }

    /** Real PostgreSQL binaries, unpacked below target. */
    class Embedded implements PostgresBackend {
        private EmbeddedPostgres server;

        @Override
        public Database start() {
            try {
                server = EmbeddedPostgres.builder()
                        .setOverrideWorkingDirectory(
                                Path.of("target", "postgres").toAbsolutePath().toFile())
                        .setServerConfig("max_connections", "60")
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException("embedded PostgreSQL did not start", e);
            }
            return create(
                    server.getJdbcUrl("postgres", "postgres"),
                    "postgres",
                    "postgres",
                    "jdbc:postgresql://localhost:" + server.getPort() + "/service");
        }

        @Override
        public void stop() {
            try {
                if (server != null) server.close();
            } catch (IOException e) {
                throw new UncheckedIOException("embedded PostgreSQL did not stop", e);
            }
        }
    }

    /** The same in a container. */
    class Container implements PostgresBackend {
        private final PostgreSQLContainer server = new PostgreSQLContainer("postgres:18");

        @Override
        public Database start() {
            server.start();
            return create(
                    server.getJdbcUrl(),
                    server.getUsername(),
                    server.getPassword(),
                    "jdbc:postgresql://%s:%d/service".formatted(server.getHost(), server.getMappedPort(5432)));
        }

        @Override
        public void stop() {
            server.stop();
        }
    }
}
