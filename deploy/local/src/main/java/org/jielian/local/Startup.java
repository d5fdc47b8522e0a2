package org.jielian.local;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/** The order in which the parts start: each as soon as what it needs is there, all others at the same time. */
final class Startup implements AutoCloseable {
    private static final String POSTGRES = "postgres";
    private static final String SAMPLE_DATA = "sample-data";

    private final Options options;
    private final DataFolder data;
    private final Supervisor supervisor;
    private final Progress progress;
    private final Secrets secrets;
    private final Installation installation = Installation.find();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private CompletableFuture<PostgresServer> postgres;

    Startup(Options options, DataFolder data, Supervisor supervisor, Progress progress) {
        this.options = options;
        this.data = data;
        this.supervisor = supervisor;
        this.progress = progress;
        this.secrets = new Secrets(data.path().resolve("secrets.properties"));
    }

    /** Returns when everything is ready; fails as soon as one part does. */
    void run() {
        SampleFiles sample = new SampleFiles(installation.sample());
        Services services = new Services(installation, data, options.ports(), secrets);
        List<Part> serviceParts =
                options.services().stream().map(services::part).toList();

        CompletableFuture<Path> keycloakHome = async(() -> prepareKeycloak(sample));
        CompletableFuture<Void> kafka = async(this::startKafka);
        CompletableFuture<PostgresServer> database = startPostgres();

        List<CompletableFuture<?>> all = new ArrayList<>(List.of(kafka));
        all.add(database.thenCombineAsync(keycloakHome, (up, home) -> startKeycloak(home), threads));
        for (Part part : serviceParts) {
            all.add(CompletableFuture.allOf(database, kafka).thenRunAsync(() -> start(part), threads));
        }
        awaitAll(all);
        if (options.sample() && !data.isDone(SAMPLE_DATA)) {
            new SampleData(sample, data.clock().today(), options.ports(), progress).load();
            data.markDone(SAMPLE_DATA);
        }
    }

    PostgresServer postgres() {
        return postgres.join();
    }

    /** Stops PostgreSQL, the last to go. */
    @Override
    public synchronized void close() {
        threads.shutdown();
        if (postgres == null) {
            return;
        }
        // It cannot be stopped while it starts: that is awaited. Why a start failed has been said where it failed.
        PostgresServer server = postgres.exceptionally(failure -> null).join();
        if (server != null) {
            server.close();
        }
    }

    private synchronized CompletableFuture<PostgresServer> startPostgres() {
        postgres = async(() -> {
            progress.doing(POSTGRES, "starting");
            PostgresServer server = PostgresServer.start(data, options.ports(), secrets);
            progress.ready(POSTGRES);
            return server;
        });
        return postgres;
    }

    private Void startKafka() {
        progress.doing(Broker.NAME, "starting");
        supervisor.start(Broker.part(installation, data, options.ports()));
        progress.doing(Broker.NAME, "preparing the topics");
        Broker.prepareTopics(options.ports());
        progress.ready(Broker.NAME);
        return null;
    }

    private Path prepareKeycloak(SampleFiles sample) {
        progress.doing(Keycloak.NAME, "preparing its home");
        Path home = new KeycloakHome(installation, data).prepare();
        Realm.of(new People(sample), options.ports()).write(home.resolve("data/import"));
        return home;
    }

    private Void startKeycloak(Path home) {
        start(Keycloak.part(installation, data, options.ports(), secrets, home));
        return null;
    }

    private void start(Part part) {
        progress.doing(part.name(), "starting");
        supervisor.start(part);
        progress.ready(part.name());
    }

    private <T> CompletableFuture<T> async(Supplier<T> work) {
        return CompletableFuture.supplyAsync(work, threads);
    }

    private void awaitAll(List<CompletableFuture<?>> parts) {
        CompletableFuture<Object> failure = new CompletableFuture<>();
        parts.forEach(part -> part.whenComplete((done, problem) -> {
            if (problem != null) {
                failure.completeExceptionally(problem);
            }
        }));
        supervisor.firstDeath().thenAccept(sentence -> failure.completeExceptionally(new StartProblem("%s", sentence)));
        try {
            CompletableFuture.anyOf(CompletableFuture.allOf(parts.toArray(CompletableFuture[]::new)), failure)
                    .join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof StartProblem problem) {
                throw problem;
            }
            throw e;
        }
    }
}
