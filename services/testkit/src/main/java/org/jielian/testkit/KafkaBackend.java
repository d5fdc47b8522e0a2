package org.jielian.testkit;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;
import org.jielian.contracts.Topics;
import org.testcontainers.kafka.KafkaContainer;

/** A Kafka broker with all topics of the contracts. */
interface KafkaBackend {
    /** Starts it and returns its bootstrap servers. */
    String start();

    void stop();

    /** Topics exist before anyone reads or writes them, as in production. */
    static void createTopics(String servers) {
        List<NewTopic> topics = new ArrayList<>();
        for (Topics.Topic topic : Topics.ALL) {
            topics.add(new NewTopic(topic.name(), topic.partitions(), (short) 1)
                    .configs(Map.of("cleanup.policy", "compact")));
        }
        for (String service : List.of("units", "metrics", "supervision", "portal")) {
            topics.add(new NewTopic(Topics.deadLetter(service), 1, (short) 1));
        }
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", servers))) {
            admin.createTopics(topics).all().get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("topics could not be created", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped while creating topics", e);
        }
    }

    /** A broker and controller in this JVM. */
    class Embedded implements KafkaBackend {
        private KafkaRaftServer server;

        @Override
        public String start() {
            try {
                int broker = freePort();
                int controller = freePort();
                Path data = Files.createDirectories(Path.of("target", "kafka").toAbsolutePath());
                Path log = Files.createTempDirectory(data, "log");
                Formatter formatter = new Formatter();
                formatter
                        .setClusterId(Uuid.randomUuid().toString())
                        .setNodeId(1)
                        .setControllerListenerName("CONTROLLER")
                        .addDirectory(log.toString())
                        .setMetadataLogDirectory(log.toString())
                        .setReleaseVersion(MetadataVersion.latestProduction())
                        .setPrintStream(new PrintStream(OutputStream.nullOutputStream()))
                        .run();
                server = new KafkaRaftServer(new KafkaConfig(properties(broker, controller, log), false), Time.SYSTEM);
                server.startup();
                String servers = "localhost:" + broker;
                createTopics(servers);
                return servers;
            } catch (IOException e) {
                throw new UncheckedIOException("embedded Kafka did not start", e);
            } catch (Exception e) {
                throw new IllegalStateException("embedded Kafka did not start", e);
            }
        }

        private static Properties properties(int broker, int controller, Path log) {
            Properties p = new Properties();
            p.put("process.roles", "broker,controller");
            p.put("node.id", "1");
            p.put("controller.quorum.voters", "1@localhost:" + controller);
            p.put("listeners", "PLAINTEXT://localhost:%d,CONTROLLER://localhost:%d".formatted(broker, controller));
            p.put("advertised.listeners", "PLAINTEXT://localhost:" + broker);
            p.put("controller.listener.names", "CONTROLLER");
            p.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
            p.put("inter.broker.listener.name", "PLAINTEXT");
            p.put("log.dirs", log.toString());
            p.put("offsets.topic.replication.factor", "1");
            p.put("offsets.topic.num.partitions", "1");
            p.put("transaction.state.log.replication.factor", "1");
            p.put("transaction.state.log.min.isr", "1");
            p.put("transaction.state.log.num.partitions", "1");
            p.put("share.coordinator.state.topic.replication.factor", "1");
            p.put("share.coordinator.state.topic.min.isr", "1");
            p.put("group.initial.rebalance.delay.ms", "0");
            p.put("log.cleaner.dedupe.buffer.size", "16777216");
            p.put("auto.create.topics.enable", "false");
            return p;
        }

        private static int freePort() throws IOException {
            try (ServerSocket socket = new ServerSocket(0)) {
                return socket.getLocalPort();
            }
        }

        @Override
        public void stop() {
            if (server == null) return;
            server.shutdown();
            server.awaitShutdown();
        }
    }

    /** The same in a container. */
    class Container implements KafkaBackend {
        private final KafkaContainer server = new KafkaContainer("apache/kafka:4.1.2");

        @Override
        public String start() {
            server.start();
            createTopics(server.getBootstrapServers());
            return server.getBootstrapServers();
        }

        @Override
        public void stop() {
            server.stop();
        }
    }
}
