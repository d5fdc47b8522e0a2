package org.jielian.local;

import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/**
 * The whole system, running on this machine: PostgreSQL, Kafka, Keycloak and the four services. It is ready when
 * {@link #start} returns and leaves no process behind when it is closed, also when the start itself fails.
 */
public final class LocalSystem implements AutoCloseable {
    private final Ports ports;
    private final DataFolder data;
    private final Supervisor supervisor;
    private final Startup startup;
    private boolean closed;

    private LocalSystem(Options options, DataFolder data, Progress progress) {
        this.ports = options.ports();
        this.data = data;
        this.supervisor = new Supervisor(new Leftovers(data.folder("run")));
        this.startup = new Startup(options, data, supervisor, progress);
    }

    /** Starts everything; the returned system is ready and, if asked for, has the sample data. */
    public static LocalSystem start(Options options, Progress progress) {
        LocalSystem system = prepare(options, progress);
        try {
            system.run();
            return system;
        } catch (RuntimeException e) {
            system.close();
            throw e;
        }
    }

    /** Checks what must hold and takes the data folder; {@link #run} then starts the parts. */
    static LocalSystem prepare(Options options, Progress progress) {
        Preconditions.requireJava(Runtime.version().feature());
        DataFolder data = DataFolder.open(options.data());
        try {
            new Leftovers(data.folder("run")).end();
            PostgresServer.endLeftover(data);
            if (options.fresh()) {
                data.empty();
            }
            data.bindTo(options.ports());
            if (options.date() != null) data.clock().goTo(options.date());
            data.setLogsAside();
            Preconditions.requireSpace(options.data());
            Preconditions.requireFree(options.ports());
            return new LocalSystem(options, data, progress);
        } catch (RuntimeException e) {
            data.close();
            throw e;
        }
    }

    void run() {
        startup.run();
    }

    public Ports ports() {
        return ports;
    }

    public URI url(Service service) {
        return Services.url(ports, service);
    }

    /** The realm everyone signs in to. */
    public URI realm() {
        return Keycloak.realm(ports);
    }

    /** An access token for a person of the local realm. */
    public String token(String name, String password) {
        return Web.token(realm(), name, password);
    }

    /** The address Kafka clients connect to. */
    public String kafka() {
        return Broker.address(ports);
    }

    /** A connection to one of the databases that may do and see everything. */
    public Connection superuser(String database) throws SQLException {
        return startup.postgres().superuser(database);
    }

    /** The clock all services go by. */
    public SystemClock clock() {
        return data.clock();
    }

    /** Where a part writes its log. */
    public Path log(String part) {
        return data.log(part);
    }

    /** Ends a part (a service's name, {@code kafka} or {@code keycloak}) as a crash would, without a chance to tidy up. */
    public void kill(String part) {
        supervisor.kill(part);
    }

    /** Starts a part again that was killed; returns when it is ready. */
    public void restart(String part) {
        supervisor.restart(part);
    }

    /** Completed with one sentence when a part ends that should not. */
    public CompletableFuture<String> firstDeath() {
        return supervisor.firstDeath();
    }

    /** The memory of each part in kilobytes. */
    public Map<String, Long> memory() {
        Map<String, Long> memory = new LinkedHashMap<>();
        // Of the launcher itself without the children, which are listed on their own.
        memory.put("launcher", Memory.ofOne(ProcessHandle.current().pid()));
        startup.postgres().process().ifPresent(process -> memory.put("postgres", Memory.of(process)));
        supervisor.children().stream()
                .sorted(Comparator.comparing(child -> child.part().name()))
                .forEach(child -> memory.put(child.part().name(), Memory.of(child.handle())));
        return memory;
    }

    /** The processor time each part has used so far, the processes it started included. */
    public Map<String, Duration> processorTime() {
        Map<String, Duration> times = new LinkedHashMap<>();
        startup.postgres().process().ifPresent(process -> times.put("postgres", processorTime(process)));
        supervisor.children().stream()
                .sorted(Comparator.comparing(child -> child.part().name()))
                .forEach(child -> times.put(child.part().name(), processorTime(child.handle())));
        return times;
    }

    private static Duration processorTime(ProcessHandle process) {
        return Stream.concat(Stream.of(process), process.descendants())
                .map(each -> each.info().totalCpuDuration().orElse(Duration.ZERO))
                .reduce(Duration.ZERO, Duration::plus);
    }

    /** Stops everything in order: who writes before who keeps. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        supervisor.refuseStarts();
        supervisor.stop(Stream.of(Service.values()).map(Service::id).toList());
        supervisor.stop(List.of(Keycloak.NAME));
        supervisor.stop(List.of(Broker.NAME));
        startup.close();
        data.close();
    }
}
