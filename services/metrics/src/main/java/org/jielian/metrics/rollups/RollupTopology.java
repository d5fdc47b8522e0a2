package org.jielian.metrics.rollups;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Grouped;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Materialized;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.apache.kafka.streams.processor.StreamPartitioner;
import org.apache.kafka.streams.state.DslKeyValueParams;
import org.apache.kafka.streams.state.DslStoreSuppliers;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.jielian.contracts.RegionState;
import org.jielian.contracts.ReportState;
import org.jielian.contracts.RollupState;
import org.jielian.contracts.Topics;

/**
 * The chain upward. Reports contribute to cells, and cells to the cells of the regions above, through one and the same topic of
 * contributions: a change is passed on until there is no parent.
 *
 * <pre>
 * reports ──last words──▶ contributions ──sum by cell──▶ totals ──▶ metrics.rollup.v1
 *                              ▲                           │
 *                              └──────── last words ◀──────┘◀── regions (dated parents)
 * </pre>
 *
 * Contributions, cells and regions are partitioned by region, so all that concerns one region is decided by one thread. A tier costs one
 * commit, since nobody downstream sees a contribution before it is committed; the totals' cache makes one change of the many that reach
 * a cell between two commits.
 */
final class RollupTopology {
    static final String CONTRIBUTIONS = "contributions";
    /** Where contributions and regions have to meet, both are cut into this many parts. */
    static final int PARTITIONS = Topics.ALL.stream()
            .filter(topic -> topic.name().equals(RegionState.TOPIC))
            .mapToInt(Topics.Topic::partitions)
            .findFirst()
            .orElseThrow();

    private static final Serde<String> KEY = Serdes.String();

    private final StreamsBuilder builder = new StreamsBuilder();
    private final String applicationId;
    private final ObjectMapper json;
    private final Clock clock;
    private final DslStoreSuppliers stores;

    RollupTopology(String applicationId, ObjectMapper json, Clock clock, DslStoreSuppliers stores) {
        this.applicationId = applicationId;
        this.json = json;
        this.clock = clock;
        this.stores = stores;
    }

    Topology build() {
        builder.addStateStore(store(ReportProcessor.WORDS, Word.class));
        builder.addStateStore(store(Lineage.WORDS, Word.class));
        builder.addStateStore(store(Lineage.REGIONS, RegionState.class));
        Serde<Contribution> contribution = serde(Contribution.class);

        KStream<String, Contribution> contributions = understood(ReportState.TOPIC, ReportState.class, Heard::lacks)
                .processValues(Hurrying<ReportState>::new, Named.as("hurry-reports"))
                .process(ReportProcessor::new, Named.as("report-words"), ReportProcessor.WORDS)
                .repartition(Repartitioned.<String, Contribution>as(CONTRIBUTIONS)
                        .withKeySerde(KEY)
                        .withValueSerde(contribution)
                        .withStreamPartitioner(byRegion())
                        .withNumberOfPartitions(PARTITIONS));
        KStream<String, RollupState> totals = contributions
                .processValues(Hurrying<Contribution>::new, Named.as("hurry-contributions"))
                .groupByKey(Grouped.with(KEY, contribution))
                .aggregate(
                        () -> null,
                        new CellTotals(clock),
                        Named.as("totals"),
                        Materialized.<String, RollupState>as(
                                        stores.keyValueStore(new DslKeyValueParams(Lineage.CELLS, true)))
                                .withKeySerde(KEY)
                                .withValueSerde(serde(RollupState.class))
                                .withCachingEnabled())
                .toStream();
        totals.processValues(TellingRollups::new, Named.as("tell"))
                .to(RollupState.TOPIC, Produced.with(KEY, serde(RollupState.class), byRegion()));

        String[] lineage = {Lineage.WORDS, Lineage.REGIONS, Lineage.CELLS};
        var further = Produced.with(KEY, contribution, RollupTopology.<Contribution>byRegion());
        String contributionsTopic = applicationId + "-" + CONTRIBUTIONS + "-repartition";
        totals.process(CellProcessor::new, Named.as("cell-words"), lineage).to(contributionsTopic, further);
        understood(RegionState.TOPIC, RegionState.class, Heard::lacks)
                .process(RegionProcessor::new, Named.as("lineage"), lineage)
                .to(contributionsTopic, further);
        return builder.build();
    }

    /** The facts of a topic that can be read; the others go to the dead letters, and the chain goes on. */
    private <T> KStream<String, T> understood(String topic, Class<T> type, Function<T, String> lacks) {
        Function<byte[], Heard<T>> reading = Heard.reading(json.readerFor(type), lacks);
        KStream<String, Heard<T>> heard =
                builder.stream(topic, Consumed.with(KEY, Serdes.ByteArray())).mapValues(reading::apply);
        heard.filterNot((key, fact) -> fact.understood())
                .processValues(() -> new TellingDeadLetters<T>(topic))
                .to(Topics.deadLetter("metrics"), Produced.with(KEY, serde(Object.class)));
        return heard.filter((key, fact) -> fact.understood()).mapValues(Heard::fact);
    }

    private <T> Serde<T> serde(Class<T> type) {
        return JsonSerde.of(json, type);
    }

    private <T> StoreBuilder<KeyValueStore<String, T>> store(String name, Class<T> type) {
        return Stores.keyValueStoreBuilder(stores.keyValueStore(new DslKeyValueParams(name, false)), KEY, serde(type));
    }

    /** The region's part of the key decides, the way Kafka's own partitioner decides for a region's facts. */
    static <V> StreamPartitioner<String, V> byRegion() {
        return (topic, key, value, partitions) -> {
            byte[] region = KEY.serializer().serialize(topic, Cell.regionOf(key));
            return Optional.of(Set.of(Utils.toPositive(Utils.murmur2(region)) % partitions));
        };
    }
}
