package org.jielian.local;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The PostgreSQL server. Each service has a database owned by a role of the same name that is no superuser, so that
 * row-level security holds for it; every connection needs its password.
 */
final class PostgresServer implements AutoCloseable {
    static final List<String> DATABASES = List.of("units", "metrics", "supervision", "keycloak");
    private static final String FOLDER = "postgres";
    private static final String SUPERUSER = "postgres";
    private static final String ACCESS = """
            local all all               scram-sha-256
            host  all all 127.0.0.1/32  scram-sha-256
            host  all all ::1/128       scram-sha-256
            """;

    private final EmbeddedPostgres server;
    private final Path folder;
    private final Secrets secrets;

    private PostgresServer(EmbeddedPostgres server, Path folder, Secrets secrets) {
        this.server = server;
        this.folder = folder;
        this.secrets = secrets;
    }

    static PostgresServer start(DataFolder data, Ports ports, Secrets secrets) {
        Path folder = data.folder(FOLDER);
        Path log = data.log("postgres");
        try {
            EmbeddedPostgres server = EmbeddedPostgres.builder()
                    .setDataDirectory(folder)
                    .setCleanDataDirectory(false)
                    .setOverrideWorkingDirectory(
                            data.folder("postgres-binaries").toFile())
                    .setPort(ports.postgres())
                    .setPGStartupWait(Duration.ofSeconds(300))
                    .setConnectConfig("password", secrets.of(SUPERUSER))
                    // The launcher stops it last; the library's own hook would run beside ours, in no order.
                    .setRegisterShutdownHook(false)
                    .setOutputRedirector(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .setErrorRedirector(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    // Both are off in the library, which is made for tests; what is kept between runs must be safe.
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("max_connections", "200")
                    .setServerConfig("shared_buffers", "256MB")
                    .setServerConfig("max_wal_size", "2GB")
                    .setServerConfig("wal_compression", "on")
                    .setServerConfig("random_page_cost", "1.1")
                    .setServerConfig("listen_addresses", "localhost")
                    .start();
            PostgresServer postgres = new PostgresServer(server, folder, secrets);
            postgres.requirePasswords();
            postgres.createDatabases();
            return postgres;
        } catch (IOException | SQLException | IllegalStateException e) {
            throw new StartProblem(e, "PostgreSQL did not start (%s); its log is %s.", e.getMessage(), log);
        }
    }

    static String url(Ports ports, String database) {
        return "jdbc:postgresql://localhost:" + ports.postgres() + "/" + database;
    }

    /** A connection that may do and see everything, for tests and measurements. */
    Connection superuser(String database) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://localhost:" + server.getPort() + "/" + database, SUPERUSER, secrets.of(SUPERUSER));
    }

    /** Its main process, with all others below it; empty when it has just ended. */
    Optional<ProcessHandle> process() {
        return process(folder);
    }

    /** Ends the server that a killed launcher left running on this data folder, if there is one. */
    static void endLeftover(DataFolder data) {
        process(data.folder(FOLDER))
                .filter(server -> server.info().command().orElse("").endsWith("/postgres"))
                .ifPresent(PostgresServer::end);
    }

    private static void end(ProcessHandle server) {
        try {
            // INT ends the connections; TERM, which Java would send, waits until everyone has left.
            new ProcessBuilder("kill", "-INT", String.valueOf(server.pid()))
                    .start()
                    .waitFor();
            server.onExit().get(30, TimeUnit.SECONDS);
        } catch (IOException | ExecutionException | TimeoutException e) {
            throw new StartProblem(
                    e, "A PostgreSQL server of an earlier run (process %d) does not end; end it first.", server.pid());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartProblem(e, "Stopped while the PostgreSQL server of an earlier run was ending.");
        }
    }

    private static Optional<ProcessHandle> process(Path folder) {
        try {
            Path file = folder.resolve("postmaster.pid");
            return Files.exists(file)
                    ? ProcessHandle.of(
                            Long.parseLong(Files.readAllLines(file).get(0).strip()))
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty(); // it ended between the two looks
        }
    }

    /** Stops the server; what it was doing for others is given up. */
    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new StartProblem(e, "PostgreSQL did not stop: %s.", e);
        }
    }

    /** A new cluster trusts everyone on this machine; from its first start on it asks for passwords. */
    private void requirePasswords() throws SQLException, IOException {
        Path access = folder.resolve("pg_hba.conf");
        if (ACCESS.equals(Files.readString(access))) {
            return;
        }
        try (Connection connection = superuser(SUPERUSER);
                Statement statement = connection.createStatement()) {
            statement.execute("alter role postgres password '" + secrets.of(SUPERUSER) + "'");
            Files.writeString(access, ACCESS, StandardCharsets.UTF_8);
            statement.execute("select pg_reload_conf()");
        }
    }

    private void createDatabases() throws SQLException {
        try (Connection connection = superuser(SUPERUSER);
                Statement statement = connection.createStatement()) {
            for (String name : DATABASES) {
                if (!exists(statement, "select 1 from pg_roles where rolname = '" + name + "'")) {
                    statement.execute("create role " + name + " login password '" + secrets.of(name) + "'");
                }
                if (!exists(statement, "select 1 from pg_database where datname = '" + name + "'")) {
                    statement.execute("create database " + name + " owner " + name);
                }
            }
            // The realm is read from its file again if the machine fails; waiting for the disk 500 times at its first
            // start buys nothing.
            statement.execute("alter role keycloak set synchronous_commit = off");
        }
    }

    private static boolean exists(Statement statement, String query) throws SQLException {
        try (ResultSet found = statement.executeQuery(query)) {
            return found.next();
        }
    }
}
