package org.jielian.acceptance;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;

/** The groups in which a service listens: set back to the first fact while it is away, and watched until it has heard all again. */
final class ConsumerGroups {
    private final Map<String, Object> broker;
    private final List<String> names;
    /** How far each group had come before it was set back. */
    private final Map<String, Map<TopicPartition, OffsetAndMetadata>> reached = new HashMap<>();

    ConsumerGroups(String address, String prefix) {
        broker = Map.of("bootstrap.servers", address);
        try (Admin admin = Admin.create(broker)) {
            names = get(admin.listConsumerGroups().all()).stream()
                    .map(group -> group.groupId())
                    .filter(name -> name.startsWith(prefix))
                    .sorted()
                    .toList();
        }
    }

    List<String> names() {
        return names;
    }

    /** Sets every group back, once the broker has noticed that nobody is in it any more; answers how many facts come again. */
    long rewind(Duration patience) {
        long facts = 0;
        try (Admin admin = Admin.create(broker)) {
            for (String name : names) {
                await(name + " to be left")
                        .atMost(patience)
                        .pollInterval(Duration.ofSeconds(1))
                        .until(() -> get(admin.describeConsumerGroups(List.of(name))
                                        .all())
                                .get(name)
                                .members()
                                .isEmpty());
                Map<TopicPartition, OffsetAndMetadata> read = read(admin, name);
                reached.put(name, read);
                Map<TopicPartition, Long> first = earliest(admin, read);
                Map<TopicPartition, OffsetAndMetadata> back = new HashMap<>();
                for (var partition : read.entrySet()) {
                    long start = first.get(partition.getKey());
                    facts += partition.getValue().offset() - start;
                    back.put(partition.getKey(), new OffsetAndMetadata(start));
                }
                get(admin.alterConsumerGroupOffsets(name, back).all());
            }
        }
        return facts;
    }

    /** Returns when every group has come as far as it was before. */
    void awaitCaughtUp(Duration patience) {
        try (Admin admin = Admin.create(broker)) {
            reached.forEach((name, before) -> await(name + " to have heard everything")
                    .atMost(patience)
                    .pollInterval(Duration.ofMillis(500))
                    .until(() -> {
                        Map<TopicPartition, OffsetAndMetadata> now = read(admin, name);
                        return before.entrySet().stream()
                                .allMatch(p -> now.get(p.getKey()).offset()
                                        >= p.getValue().offset());
                    }));
        }
    }

    private static Map<TopicPartition, OffsetAndMetadata> read(Admin admin, String name) {
        return get(admin.listConsumerGroupOffsets(name).partitionsToOffsetAndMetadata());
    }

    private static Map<TopicPartition, Long> earliest(Admin admin, Map<TopicPartition, OffsetAndMetadata> of) {
        Map<TopicPartition, OffsetSpec> asked =
                of.keySet().stream().collect(Collectors.toMap(partition -> partition, p -> OffsetSpec.earliest()));
        return get(admin.listOffsets(asked).all()).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, e -> offset(e.getValue())));
    }

    private static long offset(ListOffsetsResultInfo info) {
        return info.offset();
    }

    private static <T> T get(KafkaFuture<T> future) {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("the broker refused", e.getCause());
        }
    }
}
