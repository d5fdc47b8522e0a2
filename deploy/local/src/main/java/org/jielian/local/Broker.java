package org.jielian.local;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.jielian.contracts.Topics;

/** The Kafka broker as a part, and the topics it must hold before anything writes to them. */
final class Broker {
    static final String NAME = "kafka";
    private static final String DEAD_LETTER_RETENTION =
            String.valueOf(Duration.ofDays(30).toMillis());

    private Broker() {}

    static Part part(Installation installation, DataFolder data, Ports ports) {
        return new Part(
                NAME,
                List.of(
                        installation.java().toString(),
                        // Imports of a hundred thousand reports run through it.
                        "-Xmx512m",
                        "-XX:+UseSerialGC",
                        "-Dorg.slf4j.simpleLogger.defaultLogLevel=info",
                        BrokerMain.class.getName(),
                        data.folder("kafka").toString(),
                        String.valueOf(ports.kafka()),
                        String.valueOf(ports.kafkaController())),
                Map.of("CLASSPATH", System.getProperty("java.class.path")),
                data.log(NAME),
                () -> answers(ports),
                Duration.ofSeconds(300));
    }

    static String address(Ports ports) {
        return "localhost:" + ports.kafka();
    }

    /** Creates the topics between the services that are not there yet, and makes those that are there readable. */
    static void prepareTopics(Ports ports) {
        try (Admin admin = admin(ports, Duration.ofSeconds(30), Duration.ofSeconds(60))) {
            Set<String> present = admin.listTopics().names().get();
            admin.createTopics(wanted().values().stream()
                            .filter(topic -> !present.contains(topic.name()))
                            .toList())
                    .all()
                    .get();
        } catch (ExecutionException e) {
            throw new StartProblem(
                    e, "Kafka did not create the topics: %s.", e.getCause().getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartProblem(e, "Stopped while the topics were being prepared.");
        }
    }

    static Map<String, NewTopic> wanted() {
        Stream<NewTopic> states = Topics.ALL.stream()
                .map(topic -> new NewTopic(topic.name(), topic.partitions(), (short) 1)
                        .configs(Map.of("cleanup.policy", "compact")));
        Stream<NewTopic> deadLetters = Stream.of(Service.values())
                .filter(Service::hasDatabase)
                .map(service -> new NewTopic(Topics.deadLetter(service.id()), 1, (short) 1)
                        .configs(Map.of("cleanup.policy", "delete", "retention.ms", DEAD_LETTER_RETENTION)));
        return Stream.concat(states, deadLetters).collect(Collectors.toMap(NewTopic::name, Function.identity()));
    }

    private static boolean answers(Ports ports) throws InterruptedException {
        if (!Web.listens(ports.kafka())) {
            return false;
        }
        // A broker that is not quite up leaves a request without an answer: rather ask again soon.
        try (Admin admin = admin(ports, Duration.ofSeconds(2), Duration.ofSeconds(30))) {
            return !admin.describeCluster().nodes().get().isEmpty();
        } catch (ExecutionException | KafkaException e) {
            return false; // still starting: asked again, and its log tells when it never gets there
        }
    }

    private static Admin admin(Ports ports, Duration request, Duration patience) {
        return Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                address(ports),
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                String.valueOf(request.toMillis()),
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                String.valueOf(patience.toMillis())));
    }
}
