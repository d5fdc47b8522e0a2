package org.jielian.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.apache.kafka.clients.admin.NewTopic;
import org.jielian.contracts.Topics;
import org.junit.jupiter.api.Test;

class BrokerTest {
    private final Map<String, NewTopic> topics = Broker.wanted();

    @Test
    void keepsTheNewestStateOfEveryKeyForever() {
        assertThat(Topics.ALL).allSatisfy(topic -> {
            assertThat(topics.get(topic.name()).numPartitions()).isEqualTo(topic.partitions());
            assertThat(topics.get(topic.name()).configs()).containsEntry("cleanup.policy", "compact");
        });
    }

    @Test
    void keepsWhatCouldNotBeReadForThirtyDays() {
        assertThat(topics.get("metrics.dead-letter.v1").configs())
                .containsEntry("cleanup.policy", "delete")
                .containsEntry("retention.ms", "2592000000");
        assertThat(topics).containsKeys("units.dead-letter.v1", "supervision.dead-letter.v1");
    }
}
