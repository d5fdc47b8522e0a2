package org.jielian.metrics.rollups;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.BuiltInDslStoreSuppliers.InMemoryDslStoreSuppliers;
import org.apache.kafka.streams.state.DslStoreSuppliers;
import org.apache.kafka.streams.test.TestRecord;
import org.jielian.contracts.InstitutionType;
import org.jielian.contracts.RegionState;
import org.jielian.contracts.RegionState.Parentage;
import org.jielian.contracts.ReportState;
import org.jielian.contracts.RollupState;
import org.jielian.contracts.Tier;
import org.jielian.contracts.Topics;

/** The chain upward in a test: facts go in, and {@link #cell} is what the roll-up topic said last of a cell. */
final class Chain implements AutoCloseable {
    static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();
    static final Instant START = Instant.parse("2025-02-01T00:00:00Z");
    private static final YearMonth LONG_AGO = YearMonth.of(2000, 1);

    private final TopologyTestDriver driver;
    private final TestInputTopic<String, byte[]> regions;
    private final TestInputTopic<String, byte[]> reports;
    private final TestOutputTopic<String, RollupState> rollups;
    private final Map<String, RollupState> cells = new HashMap<>();
    private final Map<String, Long> versions = new HashMap<>();
    private TestRecord<String, RollupState> last;
    private int told;

    /** Keeps its state in memory, since RocksDB writes through to the disk after each fact the driver is given. */
    Chain() {
        this(new InMemoryDslStoreSuppliers());
    }

    Chain(DslStoreSuppliers stores) {
        Properties config = new Properties();
        config.put(StreamsConfig.APPLICATION_ID_CONFIG, "metrics-rollups");
        config.put(StreamsConfig.STATE_DIR_CONFIG, "target/kafka-streams/" + System.nanoTime());
        Clock clock = Clock.fixed(START, ZoneOffset.UTC);
        driver = new TopologyTestDriver(new RollupTopology("metrics-rollups", JSON, clock, stores).build(), config);
        regions = driver.createInputTopic(RegionState.TOPIC, new StringSerializer(), new ByteArraySerializer());
        reports = driver.createInputTopic(ReportState.TOPIC, new StringSerializer(), new ByteArraySerializer());
        rollups = driver.createOutputTopic(
                RollupState.TOPIC,
                new StringDeserializer(),
                JsonSerde.of(JSON, RollupState.class).deserializer());
    }

    /** A region that has stood under one parent for long. */
    Chain region(String code, String parent) {
        return region(code, new Parentage(parent, LONG_AGO));
    }

    Chain region(String code, Parentage... parents) {
        long version = versions.merge(code, 1L, Long::sum);
        return tell(new RegionState(code, version, code, Tier.COUNTY, List.of(parents), null));
    }

    Chain tell(RegionState region) {
        regions.pipeInput(region.regionCode(), bytes(region));
        return listen();
    }

    Chain tell(ReportState report) {
        reports.pipeInput(report.key(), bytes(report));
        return listen();
    }

    Chain tell(TestRecord<String, byte[]> report) {
        reports.pipeInput(report);
        return listen();
    }

    private Chain listen() {
        for (var fact : rollups.readRecordsToList()) {
            RollupState before = cells.put(fact.key(), fact.value());
            if (before != null && before.version() >= fact.value().version())
                throw new AssertionError("version fell from " + before + " to " + fact.value());
            last = fact;
            told++;
        }
        return this;
    }

    TestRecord<String, RollupState> lastTold() {
        return last;
    }

    RollupState cell(String region, String period) {
        return cell(region, period, InstitutionType.AGENCY);
    }

    RollupState cell(String region, String period, InstitutionType type) {
        return cells.get(region + "/" + period + "/" + type);
    }

    /** The live electricity of agencies, {@code null} when missing. */
    BigDecimal electricity(String region, String period) {
        RollupState cell = cell(region, period);
        return cell == null ? null : cell.live().quantities().get("electricityKwh");
    }

    /** All sums that are not empty, by cell. */
    Map<String, List<RollupState.Sums>> sums() {
        Map<String, List<RollupState.Sums>> sums = new HashMap<>();
        cells.forEach((key, cell) -> {
            if (cell.live().reports() != 0) sums.put(key, List.of(cell.live(), cell.reviewed()));
        });
        return sums;
    }

    /** How many totals were told so far. */
    int told() {
        return told;
    }

    List<JsonNode> deadLetters() {
        return driver.createOutputTopic(
                        Topics.deadLetter("metrics"),
                        new StringDeserializer(),
                        JsonSerde.of(JSON, JsonNode.class).deserializer())
                .readValuesToList();
    }

    static byte[] bytes(Object fact) {
        return JsonSerde.of(JSON, Object.class).serializer().serialize("", fact);
    }

    static Parentage under(String parent, String from) {
        return new Parentage(parent, YearMonth.parse(from));
    }

    @Override
    public void close() {
        driver.close();
    }

    /** A report as a test speaks of it. */
    record A(String unit, String period, long version, String region, Map<String, BigDecimal> quantities) {
        static A report(String unit, String period) {
            return new A(unit, period, 1, null, Map.of());
        }

        A version(long version) {
            return new A(unit, period, version, region, quantities);
        }

        A in(String region) {
            return new A(unit, period, version, region, quantities);
        }

        A electricity(String amount) {
            return with("electricityKwh", amount);
        }

        A with(String quantity, String amount) {
            Map<String, BigDecimal> more = new HashMap<>(quantities);
            more.put(quantity, new BigDecimal(amount));
            return new A(unit, period, version, region, more);
        }

        ReportState submitted() {
            return as(ReportState.Status.SUBMITTED);
        }

        ReportState accepted() {
            return as(ReportState.Status.ACCEPTED);
        }

        ReportState withdrawn() {
            return as(ReportState.Status.WITHDRAWN);
        }

        private ReportState as(ReportState.Status status) {
            var countsIn = region == null ? null : new ReportState.CountsIn(region, InstitutionType.AGENCY);
            return new ReportState(
                    unit,
                    YearMonth.parse(period),
                    version,
                    status,
                    countsIn,
                    quantities,
                    new BigDecimal("10"),
                    new BigDecimal("100.50"),
                    START.plusSeconds(version));
        }
    }
}
